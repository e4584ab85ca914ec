internal import Diagnostics

/// A review that is near or past, with things still open.
struct NotReadyForReview: Problem {
  static let rule = Rule(
    "KSF1014", "not-ready-for-review", .warning,
    summary: "Tells what is missing for the next review, if it is due within 31 days.",
    reason: "There is still time to do something about it, or to agree on another day.",
    bad: "framework: whole\nedition: 1.0.0\nperson: P-1\nstarted: 2026-08-05",
    good: "framework: whole\nedition: 1.0.0\nperson: P-1\nstarted: 2026-09-07")

  let range: SourceRange?
  let review: String
  let due: String
  let open: [String]
  let records: [String]

  var message: String {
    let parts = [
      open.isEmpty
        ? nil : "\(open.count) of what it looks at \(open.count == 1 ? "is" : "are") still open",
      records.isEmpty
        ? nil
        : "\(records.count == 1 ? "1 record is" : "\(records.count) records are") still to be completed",
    ].compactMap { $0 }
    return "\(review) is due on \(due), and \(parts.joined(separator: " and "))"
  }

  /// The first few; a report lists all of them.
  var help: String {
    let shown = open.prefix(5).joined(separator: "\n")
    let more =
      open.count > 5 ? "\nand \(open.count - 5) more: `ksf record report` shows all of them" : ""
    let forms = records.isEmpty ? "" : "\nTo complete: \(records.joined(separator: ", "))"
    let text = shown + more + forms
    return text.hasPrefix("\n") ? String(text.dropFirst()) : text
  }
}
