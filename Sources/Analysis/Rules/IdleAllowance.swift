internal import Diagnostics
internal import Grammar
internal import Model
internal import Syntax

/// An allowed word that no warning would name.
struct IdleAllowance: Problem {
  static let rule = Rule(
    "KSF0636", "idle-allowance", .warning,
    summary:
      "Warns of a word under `wording: allow` that no text uses, or that nobody would be warned of.",
    reason: "It says nothing now, and would later hide a warning that nobody has thought about.",
    bad: "wording:\n  allow: [leverage]  # and no text says so",
    good: "text: explain how leverage works")

  let range: SourceRange?
  let word: String

  /// Whether the word would bring a warning where it is used.
  let isAvoided: Bool

  var message: String {
    isAvoided
      ? "\"\(word)\" is allowed, but no text uses it"
      : "\"\(word)\" is allowed, but nothing would warn of it"
  }

  var help: String { "Take it out of the list, or correct how it is spelt." }

  /// Reports the allowed words that no text uses. `avoided` are those that would bring a warning, and `used` those in a text;
  /// both are in lower case. `AvoidedWord` finds them.
  static func check(
    _ draft: Draft, avoided: Set<String>, used: Set<String>, _ bag: inout DiagnosticBag
  ) {
    guard let record = draft.records(.framework).first?.record(.wording) else { return }
    for node in record.items(.allow) {
      let word = record.tree.text(of: node).lowercased()
      guard !used.contains(word) else { continue }
      bag.report(
        IdleAllowance(
          range: record.tree.range(of: node), word: word, isAvoided: avoided.contains(word)))
    }
  }
}
