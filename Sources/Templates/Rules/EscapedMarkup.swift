internal import Diagnostics

/// Markup that is escaped, and so shown as source.
struct EscapedMarkup: Problem {
  static let rule = Rule(
    "KSF0509", "escaped-markup",
    summary: "Refuses `{{…}}` around a value that is markup already.",
    reason: "Readers would see the tags and signs of the markup instead of what they mean.",
    bad: "<div>{{summary}}</div>",
    good: "<div>{{{summary}}}</div>")

  let range: SourceRange?
  let name: Name

  var message: String { "`\(name.text)` is markup already and must not be escaped again" }
  var help: String { "Write `{{{\(name.text)}}}`." }

  var fixes: [Diagnostic.Fix] {
    let start = name.tag.range.lowerBound + name.tag.openingLength
    let place = SourceRange(file: name.range.file, start: start, end: start)
    return [Diagnostic.Fix("Print `\(name.text)` as it is", [Diagnostic.Edit(place, "&")])]
  }
}
