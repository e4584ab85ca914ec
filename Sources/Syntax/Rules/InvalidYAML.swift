internal import Diagnostics

/// YAML that cannot be read, for a reason that no other rule explains better.
struct InvalidYAML: Problem {
  static let rule = Rule(
    "KSF0103", "invalid-yaml",
    summary: "Refuses a file that is not YAML.",
    reason: "Nothing in the file can be checked or published until it can be read.",
    bad: "title: \"a \\q b\"",
    good: "title: 'a \\q b'")

  let range: SourceRange?
  var message: String { "from here on, this is not YAML" }

  var help: String {
    "If this is text, put it in quotes. The rest of the file is not checked until this is put right."
  }
}
