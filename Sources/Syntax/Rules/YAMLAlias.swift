internal import Diagnostics

/// An anchor, alias or merge key.
struct YAMLAlias: Problem {
  static let rule = Rule(
    "KSF0112", "yaml-alias",
    summary: "Refuses YAML's anchors (&name), aliases (*name) and merge keys (<<).",
    reason: """
      They repeat a part of the file somewhere else without showing it, so that a reader cannot see what a place says. \
      Give the thing an id and refer to that.
      """,
    bad: "text: *shared",
    good: "text: what it says")

  let range: SourceRange?

  /// The sign: `&`, `*` or `<<`.
  let sign: String

  var message: String {
    switch sign {
    case "&": "a framework does not use YAML's anchors, which start with &"
    case "*": "a framework does not use YAML's aliases, which start with *"
    default: "a framework does not use YAML's merge key, <<"
    }
  }

  var help: String {
    sign == "<<"
      ? "Write out the keys that it would bring in."
      : "If this is text, put it in quotes. If not, write out what it stands for."
  }
}
