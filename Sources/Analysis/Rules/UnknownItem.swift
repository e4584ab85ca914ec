internal import Diagnostics

/// An alignment to an item that the crosswalk does not have.
struct UnknownItem: Problem {
  static let rule = Rule(
    "KSF0218", "unknown-item",
    summary: "Reports an alignment to an item that the other framework does not have.",
    reason: "The tables of what covers what would count something that is not there.",
    bad: "aligns: [{to: standards/99, relation: related}]",
    good: "aligns: [{to: standards/1, relation: related}]")

  let range: SourceRange?
  let code: String
  let crosswalk: String
  let known: [String]

  var message: String { "`\(crosswalk)` has no item `\(code)`" }

  var help: String {
    known.isEmpty || known.count > 20
      ? "" : "Its items are \(joined(known.map { "`\($0)`" }, by: "and"))."
  }
}
