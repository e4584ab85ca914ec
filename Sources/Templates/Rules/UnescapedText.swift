internal import Diagnostics

/// Plain text that is printed without being escaped.
struct UnescapedText: Problem {
  static let rule = Rule(
    "KSF0508", "unescaped-text",
    summary: "Refuses `{{{…}}}` and `{{&…}}` around plain text.",
    reason:
      "A `<` in the text would be read as markup: the page breaks, or runs what somebody wrote.",
    bad: "<h1>{{{title}}}</h1>",
    good: "<h1>{{title}}</h1>")

  let range: SourceRange?
  let name: Name

  var message: String { "`\(name.text)` is plain text and must be escaped" }
  var help: String { "Write it with two braces and without `&`." }

  var fixes: [Diagnostic.Fix] {
    [Diagnostic.Fix("Print `\(name.text)` escaped", name.tag.editsToEscape(in: name.range.file))]
  }
}

extension Tag {
  /// Takes the `&`, or the two inner braces, out of the tag.
  fileprivate func editsToEscape(in file: FileID) -> [Diagnostic.Edit] {
    let mark = range.lowerBound + openingLength..<name.lowerBound
    let tail = name.upperBound..<range.upperBound - closingLength
    return [mark, tail].filter { !$0.isEmpty }.map {
      Diagnostic.Edit(SourceRange(file: file, start: $0.lowerBound, end: $0.upperBound), "")
    }
  }
}
