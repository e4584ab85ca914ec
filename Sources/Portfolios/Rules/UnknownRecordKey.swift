internal import Diagnostics

/// A key that a record or portfolio does not allow there.
struct UnknownRecordKey: Problem {
  static let rule = Rule(
    "KSF1003", "unknown-record-key",
    summary: "Reports a key that a record or portfolio does not have in that place.",
    reason: """
      Records have room for what the framework asks for and for nothing else, so that nothing about people is gathered \
      by the way; and what a misspelt key says would be lost.
      """,
    bad: "framework: whole\nedition: 1.0.0\nperson: P-1\nstartd: 2026-09-07",
    good: "framework: whole\nedition: 1.0.0\nperson: P-1\nstarted: 2026-09-07")

  let range: SourceRange?
  let place: String
  /// The suggested key, if one is near. No other key is repeated, since it could contain personal data.
  let meant: String?
  let allowed: [String]

  var message: String { "\(place) has no such key" }
  var label: String { meant.map { "did you mean `\($0)`?" } ?? "" }
  var help: String {
    meant == nil ? "The keys here are \(allowed.map { "`\($0)`" }.joined(separator: ", "))." : ""
  }
}
