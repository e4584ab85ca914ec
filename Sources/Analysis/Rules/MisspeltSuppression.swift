internal import Diagnostics

/// A comment or setting that names no rule, or is not of the form that is read.
struct MisspeltSuppression: Problem {
  static let rule = Rule(
    "KSF0703", "misspelt-suppression", .warning,
    summary: "Reports a `# ksf:` comment or a rule setting that cannot be understood.",
    reason: "What it should silence is not silenced, or nobody notices that it never did anything.",
    bad: "# ksf: allow long-sentense because the law is quoted",
    good: "# ksf: allow long-sentence because the law is quoted")

  let range: SourceRange?
  let written: String
  let meant: String?

  /// Whether a rule should stand there; otherwise the word `allow`.
  let isRule: Bool

  var message: String {
    isRule ? "there is no rule `\(written)`" : "a comment for ksf starts with `# ksf: allow`"
  }

  var label: String { isRule ? meant.map { "did you mean `\($0)`?" } ?? "" : "" }
  var help: String {
    isRule && meant == nil
      ? "`ksf explain` lists all rules."
      : isRule ? "" : "Write: # ksf: allow NAME-OF-THE-RULE because …"
  }

  var fixes: [Diagnostic.Fix] {
    guard isRule, let meant, let range else { return [] }
    return [Diagnostic.Fix("change `\(written)` to `\(meant)`", [Diagnostic.Edit(range, meant)])]
  }
}
