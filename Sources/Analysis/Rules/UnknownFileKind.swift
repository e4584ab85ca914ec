internal import Diagnostics
internal import Grammar

/// A file whose first key does not say what it holds.
struct UnknownFileKind: Problem {
  static let rule = Rule(
    "KSF0212", "unknown-file-kind",
    summary:
      "Reports a file whose first key does not say what it holds, as `framework`, `domain`, `source` and others do.",
    reason:
      "Folders and file names are the author's choice, so a file has to say itself what it holds.",
    bad: "title: Relationships\ndomain: relationships",
    good: "domain: relationships\ntitle: Relationships")

  enum Cause {
    /// The first key is none of the language's; the one that was meant, if one is near.
    case unknownKey(String, meant: String?)
    /// The right key is there, but lower down.
    case keyNotFirst(key: String, place: SourceRange)
    /// All other keys are those of one kind of file.
    case firstLineMissing(key: String, entity: String)
    /// The file is a list or a text.
    case noKeys
  }

  let range: SourceRange?
  let cause: Cause

  var message: String {
    switch cause {
    case .unknownKey(let key, _): "a file cannot start with the key `\(key)`"
    case .keyNotFirst(let key, _):
      "the first key has to be `\(key)`, which says what the file holds"
    case .firstLineMissing(_, let entity): "this looks like \(entity), but does not say so"
    case .noKeys: "this file does not start with a key"
    }
  }

  var label: String {
    if case .unknownKey(_, let meant?) = cause { return "did you mean `\(meant)`?" }
    return ""
  }

  var notes: [Diagnostic.Note] {
    guard case .keyNotFirst(_, let place) = cause else { return [] }
    return [Diagnostic.Note("move this line to the top", at: place)]
  }

  var help: String {
    switch cause {
    case .unknownKey(_, nil), .noKeys:
      "The first key says what a file holds: \(joined(Grammar.fileEntities.map { "`\($0.fields[0].key.rawValue):`" }, by: "or"))."
    case .firstLineMissing(let key, _):
      "The first key says what a file holds: put `\(key):` and an id on a line above this one."
    default: ""
    }
  }

  var fixes: [Diagnostic.Fix] {
    guard case .unknownKey(let key, let meant?) = cause, let range else { return [] }
    return [Diagnostic.Fix("change `\(key)` to `\(meant)`", [Diagnostic.Edit(range, meant)])]
  }
}
