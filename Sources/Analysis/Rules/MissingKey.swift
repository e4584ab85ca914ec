internal import Diagnostics
internal import Grammar

/// A key that has to be there and is not.
struct MissingKey: Problem {
  static let rule = Rule(
    "KSF0202", "missing-key",
    summary: "Reports a key that has to be there and is not.",
    reason: "Without it, something would be missing from the handbook or could not be referred to.",
    bad: "domain: relationships\noutcomes: []",
    good: "domain: relationships\ntitle: Relationships and communication\noutcomes: []")

  let range: SourceRange?

  /// The name of the group that lacks the keys: "a statement".
  let entity: String

  /// The fields that are missing, in the order of the table.
  let fields: [Field]

  private var keys: String { joined(fields.map { "`\($0.key.rawValue)`" }, by: "and") }

  var message: String {
    "\(entity) needs \(keys), which \(fields.count == 1 ? "is" : "are") missing here"
  }

  var help: String {
    let lines = fields.map { "\($0.key.rawValue): \($0.example)" }.joined(separator: "\n")
    if fields.count == 1, let field = fields.first {
      return "\(field.documentation) For example:\n\(lines)"
    }
    return
      "If these lines belong to the item above them, take the dash away. Otherwise write for example:\n\(lines)"
  }
}
