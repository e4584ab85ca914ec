internal import Diagnostics

/// An id with characters that an id may not have.
struct InvalidID: Problem {
  static let rule = Rule(
    "KSF0206", "invalid-id",
    summary:
      "Refuses an id that is not a letter followed by letters, digits, `-` and `.`, at most 100 in all.",
    reason: """
      Ids become file names, web addresses and codes in other systems. Those cut, change or confuse other characters, \
      and ids that look like numbers.
      """,
    bad: "id: 1.1 trust",
    good: "id: REL-1.1")

  let range: SourceRange?
  let written: String

  var message: String { "`\(written)` cannot be an id" }

  var help: String {
    "An id starts with a letter (a to z), and goes on with letters, digits, hyphens and full stops, without spaces."
  }
}
