internal import Diagnostics

/// An id that nothing has.
struct UnknownReference: Problem {
  static let rule = Rule(
    "KSF0203", "unknown-reference",
    summary: "Reports a reference to an id that nothing in the framework has.",
    reason:
      "A reference that leads nowhere is a broken link in the handbook and a requirement that nobody can meet.",
    bad: "relies-on: [REL-1.11]",
    good: "relies-on: [REL-1.1]")

  let range: SourceRange?
  let id: String

  /// The kind of thing that the id should name: "a statement". Empty if anything will do.
  let expected: [String]

  /// The id that was most likely meant, and where it is declared.
  let meant: (id: String, range: SourceRange)?

  /// The ids that stand in one text because a comma is missing between them.
  let separate: [String]

  /// All ids that would do.
  let allowed: [String]

  /// Whether ids like it were looked for. It is not done for thousands of errors.
  var isExplained = true

  private var what: String { expected.isEmpty ? "anything" : joined(expected, by: "or") }

  var message: String {
    expected.isEmpty
      ? "nothing in this framework has the id `\(id)`"
      : "there is no \(joined(expected.map(withoutArticle), by: "or")) with the id `\(id)`"
  }

  var label: String { meant.map { "did you mean `\($0.id)`?" } ?? "not declared anywhere" }

  var notes: [Diagnostic.Note] {
    guard let meant else { return [] }
    return [Diagnostic.Note("`\(meant.id)` is declared here", at: meant.range)]
  }

  var help: String {
    if !separate.isEmpty {
      return "Put a comma between ids: \(separate.joined(separator: ", "))"
    }
    guard meant == nil else { return "" }
    guard isExplained else {
      return "There are many errors of this kind, so no id like this one was looked for."
    }
    guard !allowed.isEmpty else {
      return expected.isEmpty
        ? "" : "This framework declares no \(joined(expected.map(withoutArticle), by: "or")) yet."
    }
    guard allowed.count <= 12 else { return "" }
    return "It can be \(joined(allowed.map { "`\($0)`" }, by: "or"))."
  }

  var fixes: [Diagnostic.Fix] {
    guard let range else { return [] }
    if !separate.isEmpty {
      let ids = separate.joined(separator: ", ")
      return [Diagnostic.Fix("put a comma between the ids", [Diagnostic.Edit(range, ids)])]
    }
    guard let meant else { return [] }
    return [Diagnostic.Fix("change `\(id)` to `\(meant.id)`", [Diagnostic.Edit(range, meant.id)])]
  }

  private func withoutArticle(_ title: String) -> String {
    title.split(separator: " ", maxSplits: 1).last.map(String.init) ?? title
  }
}
