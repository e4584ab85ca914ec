internal import Diagnostics
internal import Grammar
internal import Model

/// A framework without a single statement.
struct EmptyFramework: Problem {
  static let rule = Rule(
    "KSF0634", "empty-framework", .warning,
    summary: "Warns of a framework that has no domain, and so no statement.",
    reason: "Files may be missing, or have names by which they are not read.",
    bad: "framework: first-aid\ntitle: First aid  # and no file with a domain",
    good: "domain: burns\ntitle: Burns and scalds  # in another file")

  let range: SourceRange?

  /// The missing things, in the framework's words.
  let domain: Word
  let statement: Word

  var message: String { "this framework has no \(statement.many)" }

  var help: String {
    "Add a file with \(domain.oneWithArticle) to framework/. Its name ends in .yaml, and its first key is `domain`."
  }

  static func check(_ draft: Draft, _ bag: inout DiagnosticBag) {
    let contents = draft.contents
    guard contents.domains.isEmpty, contents.statements.isEmpty,
      let range = draft.idRange(of: .framework)
    else { return }
    let words = contents.identity.vocabulary
    bag.report(EmptyFramework(range: range, domain: words.domain, statement: words.statement))
  }
}
