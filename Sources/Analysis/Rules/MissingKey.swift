internal import Diagnostics

/// A key that has to be there and is not.
struct MissingKey: Problem {
  static let rule = Rule(
    "KSF0202", "missing-key",
    summary: "Reports a key that has to be there and is not.",
    reason: "Without it, something would be missing from the handbook or could not be referred to.",
    bad: "domain: relationships\noutcomes: []",
    good: "domain: relationships\ntitle: Relationships and communication\noutcomes: []")

  let range: SourceRange?
  let key: String

  /// What lacks the key: "a statement".
  let entity: String

  /// What the key says.
  let purpose: String

  /// A value, as it is written after the key.
  let example: String

  var message: String { "\(entity) needs `\(key)`, which is missing here" }
  var help: String { "\(purpose) For example:\n\(key): \(example)" }
}
