internal import Diagnostics

/// A template that includes itself, directly or through others, and might never stop.
struct EndlessInclusion: Problem {
  static let rule = Rule(
    "KSF0515", "endless-inclusion",
    summary: "Refuses templates that include each other without going deeper into the values.",
    reason:
      """
      The page would never be finished. A template may include itself inside a section over a part \
      of its own values, such as the children of a node.
      """,
    bad: "<p>{{title}}</p>{{> page}}",
    good: "<p>{{title}}</p>{{#items}}{{> card}}{{/items}}")

  let range: SourceRange?
  let name: String

  /// The inclusions that lead back here, in order.
  let others: [(name: String, range: SourceRange)]

  var message: String {
    others.isEmpty
      ? "`\(name)` includes itself without end"
      : "`\(name)` includes itself without end, through \(chain)"
  }

  var label: String { "never ends" }

  var notes: [Diagnostic.Note] {
    others.map { Diagnostic.Note("`\($0.name)` is included here", at: $0.range) }
  }

  var help: String {
    "Put it into a section over a list or record that belongs to the value shown, or take it out."
  }

  private var chain: String {
    others.map { "`\($0.name)`" }.joined(separator: " and ")
  }
}
