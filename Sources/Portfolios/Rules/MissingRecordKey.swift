internal import Diagnostics

/// A required key that is missing.
struct MissingRecordKey: Problem {
  static let rule = Rule(
    "KSF1004", "missing-record-key",
    summary: "Reports what has to be filled in and is not.",
    reason: "The framework says that it is needed.",
    bad: "framework: whole\nedition: 1.0.0\nperson: P-1",
    good: "framework: whole\nedition: 1.0.0\nperson: P-1\nstarted: 2026-09-07")

  let range: SourceRange?
  let place: String
  /// The missing keys, each with its title: ``"`started` (Started)"``.
  let missing: [String]

  var message: String {
    "\(place) needs \(missing.joined(separator: ", ")), which \(missing.count == 1 ? "is" : "are") missing"
  }
}
