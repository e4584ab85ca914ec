internal import Diagnostics

/// A comment that silences a warning and does not say why.
struct SuppressionWithoutReason: Problem {
  static let rule = Rule(
    "KSF0702", "suppression-without-reason", .warning,
    summary: "Reports a comment that allows something without saying why.",
    reason: "The next editor cannot tell whether it still holds.",
    bad: "# ksf: allow long-sentence",
    good: "# ksf: allow long-sentence because the law is quoted")

  let range: SourceRange?
  let rule: String

  var message: String { "this comment does not say why it allows `\(rule)`" }
  var help: String { "Write: # ksf: allow \(rule) because …" }
}
