internal import Diagnostics

/// A line that means something in another language, such as Markdown or HTML, and nothing in a framework.
struct ForeignMark: Problem {
  static let rule = Rule(
    "KSF0132", "foreign-mark",
    summary: "Refuses a line that is a comment or a mark of another language.",
    reason: "YAML would read it as a key or a text.",
    bad: "// to be agreed\ntitle: Relationships",
    good: "# to be agreed\ntitle: Relationships")

  let range: SourceRange?
  let mark: Mark

  /// The text of the line without its mark.
  let content: String

  /// The line's indentation.
  let indentation: String

  enum Mark: Equatable {
    /// A comment that starts with other signs than #.
    case comment(String)
    /// Three backticks or tildes around code in Markdown.
    case fence
    /// Three full stops, which end a document of YAML.
    case documentEnd
  }

  var message: String {
    switch mark {
    case .comment(let sign): "a comment starts with #, not with \(sign)"
    case .fence: "this line is a mark of Markdown"
    case .documentEnd: "three full stops end the file, and more follows"
    }
  }

  var help: String {
    if case .comment = mark { return "Write:\n\(indentation)# \(content)" }
    return "Delete this line."
  }

  var fixes: [Diagnostic.Fix] {
    guard let range, case .comment(let sign) = mark else { return [] }
    return [
      Diagnostic.Fix("change \(sign) to #", [Diagnostic.Edit(range, "# \(content)")])
    ]
  }
}
