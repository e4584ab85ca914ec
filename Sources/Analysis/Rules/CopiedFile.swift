internal import Diagnostics

/// A file that repeats another one.
struct CopiedFile: Problem {
  static let rule = Rule(
    "KSF0221", "copied-file",
    summary:
      "Refuses a file that repeats what another file says, such as a copy that was left behind.",
    reason: "Each id in it is there twice, and nobody can tell which of the two files is meant.",
    bad: "# tools.yaml and \"tools copy.yaml\" in one folder",
    good: "# tools.yaml alone")

  let range: SourceRange?

  /// The path of the other file, and its first line that is repeated.
  let original: String
  let at: SourceRange

  let extent: Extent

  /// The part of the other file that is repeated.
  enum Extent {
    case all
    case ids(Int)
  }

  var message: String {
    let what =
      switch extent {
      case .all: "the same as"
      case .ids(1): "an id of"
      case .ids(let count): "\(count) ids of"
      }
    return switch extent {
    case .all: "this file says \(what) \(original), so it looks like a copy"
    case .ids: "this file repeats \(what) \(original), so it looks like a copy"
    }
  }

  var notes: [Diagnostic.Note] { [Diagnostic.Note("the other file is here", at: at)] }

  var help: String {
    switch extent {
    case .all: "Delete one of the two files."
    case .ids:
      "Delete one of the two files. If both are meant, give everything in this one an id of its own."
    }
  }
}
