internal import Diagnostics

/// A tag without a name, or with space in its name.
struct MalformedTag: Problem {
  static let rule = Rule(
    "KSF0506", "malformed-tag",
    summary: "Refuses a tag without a name, or with a space in its name.",
    reason: "It cannot stand for anything.",
    bad: "<h1>{{the title}}</h1>",
    good: "<h1>{{title}}</h1>")

  let range: SourceRange?

  /// Empty if there is none.
  let name: String

  var message: String {
    name.isEmpty ? "this tag has no name" : "there is a space in the name `\(name)`"
  }

  var help: String {
    name.isEmpty
      ? "Write a name, or take the tag out." : "A tag holds one name, without spaces in it."
  }
}
