internal import Diagnostics

/// A value that is printed and is not a text.
struct UnprintableValue: Problem {
  static let rule = Rule(
    "KSF0510", "unprintable-value",
    summary: "Refuses to print a list, a record, or a yes or no.",
    reason: "Only texts and markup can be printed; anything else would leave a gap.",
    bad: "<p>{{items}}</p>",
    good: "{{#items}}<p>{{title}}</p>{{/items}}")

  let range: SourceRange?
  let name: String
  let noun: String
  let isList: Bool

  var message: String { "`\(name)` is \(noun) and cannot be printed" }

  var help: String {
    if name == "." { return "Print one of the names in it." }
    let use = isList ? "what each of them shows" : "what shows when it is there"
    return "Write `{{#\(name)}}`, then \(use), then `{{/\(name)}}`."
  }
}
