internal import Diagnostics

/// A name that is not declared for the values in sight.
struct UnknownVariable: Problem {
  static let rule = Rule(
    "KSF0501", "unknown-variable",
    summary: "Refuses a name in a template that stands for nothing.",
    reason:
      "Most template engines print nothing for a misspelt name, and readers find the gap.",
    bad: "<h1>{{titel}}</h1>",
    good: "<h1>{{title}}</h1>")

  enum Context {
    /// No record in sight has the name.
    case nowhere(currentRecord: String?)

    /// The part before the dot is a record that does not have the name.
    case inRecord(String)

    /// The part before the dot has no names in it.
    case notARecord(String, noun: String)
  }

  let range: SourceRange?
  let name: String
  let context: Context

  /// The names that could be used.
  let candidates: [String]

  /// The tag that includes the template, if it is not a page.
  let inclusion: SourceRange?

  var message: String {
    switch context {
    case .nowhere: "there is no `\(name)` here"
    case .inRecord(let record): "there is no `\(name)` in `\(record)`"
    case .notARecord(let owner, let noun): "`\(owner)` is \(noun) and has no `\(name)`"
    }
  }

  var label: String {
    guard case .nowhere(let record?) = context else { return "unknown name" }
    return "not a name of `\(record)`"
  }

  var notes: [Diagnostic.Note] {
    inclusion.map { [Diagnostic.Note("the template is included here", at: $0)] } ?? []
  }

  var help: String {
    if let nearest = suggestion(for: name, among: candidates) {
      return "Did you mean `\(nearest)`?"
    }
    return listed(candidates).map { "Names that can be used here: \($0)." } ?? ""
  }
}
