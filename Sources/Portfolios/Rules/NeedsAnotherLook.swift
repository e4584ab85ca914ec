internal import Diagnostics

/// A code in a document of an earlier edition whose meaning has changed or ended.
struct NeedsAnotherLook: Problem {
  static let rule = Rule(
    "KSF1016", "needs-another-look", .warning,
    summary: """
      Tells, in a document of an earlier edition, of what was gathered for a statement that has changed so much that \
      somebody has to look whether it still fits, or that nobody is to meet any more.
      """,
    reason:
      "What was agreed was agreed about other words. Until somebody has looked, it counts as under way.",
    bad: """
      framework: whole
      edition: 0.9.0  # a migration map says that REL-1.1 was reworded since
      person: P-1
      started: 2026-09-07
      progress: [{statement: REL-1.1, state: shown, date: 2026-10-01}]
      """,
    good: """
      framework: whole
      edition: 1.0.0
      person: P-1
      started: 2026-09-07
      progress: [{statement: REL-1.1, state: shown, date: 2026-10-01}]
      """)

  let range: SourceRange?
  let code: String
  let noLongerCounts: Bool

  /// The changes, as in "`reworded` in 2.0.0".
  let because: [String]

  /// The code and text of each successor, if there is another.
  let successors: [String]

  var message: String {
    noLongerCounts
      ? "`\(code)` no longer counts" : "what was gathered for `\(code)` needs another look"
  }

  var label: String { because.joined(separator: ", ") }

  var help: String {
    if noLongerCounts { return "Nothing has taken its place: leave it out." }
    return successors.isEmpty
      ? "Look whether it still fits what `\(code)` says now."
      : "Look whether it fits what has taken its place: \(successors.joined(separator: ", "))."
  }
}

/// A document of an earlier edition that can be migrated.
struct EarlierEdition: Problem {
  static let rule = Rule(
    "KSF1017", "earlier-edition", .warning,
    summary:
      "Tells of a document that is about an earlier edition, and what has to be done to take it to this one.",
    reason: "Nobody should meet an edition that is no longer theirs, or lose what they have shown.",
    bad: "framework: whole\nedition: 0.9.0\nperson: P-1\nstarted: 2026-09-07",
    good: "framework: whole\nedition: 1.0.0\nperson: P-1\nstarted: 2026-09-07")

  let range: SourceRange?
  let from: String
  let to: String
  let over: [String]
  let lookAgain: Int
  let noLongerCounts: Int

  var message: String {
    let way = over.isEmpty ? "" : " over \(over.joined(separator: ", "))"
    return "this is of edition \(from), and was carried forward to \(to)\(way): \(outcome)"
  }

  private var outcome: String {
    let parts = [
      lookAgain == 0 ? nil : "\(lookAgain) need\(lookAgain == 1 ? "s" : "") another look",
      noLongerCounts == 0
        ? nil : "\(noLongerCounts) no longer count\(noLongerCounts == 1 ? "s" : "")",
    ].compactMap { $0 }
    return parts.isEmpty ? "all of it carries over as it is" : parts.joined(separator: ", ")
  }

  var help: String {
    lookAgain + noLongerCounts == 0
      ? "Write \(to)."
      : "When that is settled, and new codes stand in place of old ones, write \(to)."
  }
}
