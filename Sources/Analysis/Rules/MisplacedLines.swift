internal import Diagnostics

/// Lines that are indented as if they belonged to something else than they do.
struct MisplacedLines: Problem {
  static let rule = Rule(
    "KSF0222", "misplaced-lines",
    summary: "Refuses lines whose keys belong to another thing than their indentation says.",
    reason: "The number of spaces at the start of a line says what it belongs to.",
    bad: "evidence:\nany-of: [observation]",
    good: "evidence:\n  any-of: [observation]")

  /// The first of the lines.
  let range: SourceRange?

  /// The thing that the first line begins or is a key of: "a statement".
  let entity: String

  /// The key of the first line, and the key that it belongs below, if they are not of the same thing.
  let key: String
  let owner: String?
  let ownerRange: SourceRange?

  /// Whether the owner is not written at all.
  let isOwnerMissing: Bool

  let isItem: Bool
  let found: Int
  let expected: Int

  /// All the lines.
  let offsets: Range<Int>
  let lineCount: Int

  /// The lines as they should stand.
  let corrected: String

  var message: String {
    if isOwnerMissing, let owner { return "`\(owner):` is missing above \(entity)" }
    if isItem { return "\(entity) has \(spaces(expected)) before its dash, and not \(found)" }
    if let owner { return "`\(key)` belongs below `\(owner)`" }
    return "`\(key)` of \(entity) has \(spaces(expected)) before it, and not \(found)"
  }

  var notes: [Diagnostic.Note] {
    guard let owner, let ownerRange, !isOwnerMissing else { return [] }
    return [Diagnostic.Note("`\(owner)` stands here", at: ownerRange)]
  }

  var help: String {
    let lines = lineCount == 1 ? "this line" : "these \(lineCount) lines"
    return isOwnerMissing
      ? "Write:\n\(corrected)" : "Give \(lines) the right spaces. Write:\n\(shown)"
  }

  /// The first of the corrected lines, as many as somebody reads.
  private var shown: String {
    let lines = corrected.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count > 15 else { return corrected }
    return lines.prefix(12).joined(separator: "\n")
      + "\nand so on, to the last of the \(lineCount) lines."
  }

  private func spaces(_ count: Int) -> String {
    count == 0 ? "no spaces" : count == 1 ? "1 space" : "\(count) spaces"
  }
}
