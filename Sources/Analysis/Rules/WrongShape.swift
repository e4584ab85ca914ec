internal import Diagnostics
internal import Grammar
internal import Output
internal import Syntax

/// A list where a text should be, a text where a group of keys should be, and so on.
struct WrongShape: Problem {
  static let rule = Rule(
    "KSF0204", "wrong-shape",
    summary:
      "Reports a value of another shape than its key asks for, such as a text in place of a list.",
    reason: "The value cannot be understood, and what it says would be lost.",
    bad: "relies-on: REL-1.1",
    good: "relies-on: [REL-1.1]")

  let range: SourceRange?
  let key: String

  /// Whether it is an item of the key's list, and not the whole.
  let isItem: Bool

  let expected: ValueType
  let found: SyntaxTree.Kind

  /// The text, where a text was found.
  let written: String

  /// The text's lines, or the items of a list, as they are written.
  let parts: [String]

  /// A value of the key, as it is written after it.
  let example: String

  var message: String {
    "\(isItem ? "an item of " : "")`\(key)` should be \(expected.shape), but this is \(foundShape)"
  }

  private var foundShape: String {
    switch found {
    case .sequence: "a list"
    case .mapping: "a group of keys"
    case .scalar, .refused: "a text"
    }
  }

  /// The text as items of a list: a line that starts with a dash below it has become part of it.
  private var items: String {
    let isOfWords = if case .list(let item) = expected { item.isOneWord } else { false }
    var words = written.split(separator: " ").filter { $0 != "-" }
    if isOfWords { words.removeAll { $0 == "and" || $0 == "&" } }
    guard isOfWords || written.containsUTF8(" - ") else { return words.joined(separator: " ") }
    return words.map { $0.hasSuffix(",") ? $0.dropLast() : $0 }.joined(separator: ", ")
  }

  /// The lines of a text as items with dashes, if it has several lines, or signs that stand for dashes.
  private var itemLines: String? {
    let items = parts.map(withoutListMark)
    guard found == .scalar, parts.count > 1 || items != parts else { return nil }
    return items.map { "\n  - \($0)" }.joined()
  }

  /// Whether the text is certainly one item: a free text that joins nothing. Only all files together tell what is an id.
  private var isOneItem: Bool {
    guard case .list(let item) = expected, !item.isOneWord else { return false }
    return itemLines == nil && !written.contains(",") && !written.containsUTF8(" and ")
  }

  var help: String {
    if found == .scalar, written.hasPrefix("-") {
      return "Put a space after the dash."
    }
    if found == .scalar, let colon = written.firstIndex(of: ":"), colon != written.startIndex,
      !written[..<colon].contains(" "), expected.isGroup
    {
      return
        "Put a space after the colon: \(written[...colon]) \(written[written.index(after: colon)...])"
    }
    switch expected {
    case .list(let item):
      if found == .mapping, item.isGroup { return "Start each item with a dash and a space." }
      if let itemLines, !item.isOneWord {
        return "Start each item with a dash and a space:\n\(key):\(itemLines)"
      }
      return found == .scalar
        ? "Write it in brackets: \(key): [\(items)]"
        : "Write one item a line, each after a dash and a space."
    case .map(let targets, _):
      let what = joined(targets.map { Grammar.entity($0).title }, by: "or")
      return "Write the id of \(what) on each line under it, or for example:\n\(key): \(example)"
    case .record, .shorthand:
      let place = isItem ? "the dash" : "`\(key)`"
      return
        "Write each of its keys on a line of its own under \(place), or for example:\n\(key): \(example)"
    default:
      if found == .sequence, expected.isOneWord {
        if parts.count == 1 { return "Write it without brackets: \(key): \(parts[0])" }
        return key == "phase"
          ? "A statement is due in one phase: write that without brackets. What is expected later belongs in its `progression`."
          : "Keep one of them, and write it without brackets, such as \(key): \(example)"
      }
      return found == .mapping
        ? "If this is text with a colon in it, put it in quotes."
        : "Write it as one text. If it starts with a bracket or a dash, put it in quotes."
    }
  }

  var fixes: [Diagnostic.Fix] {
    guard case .list(let item) = expected, !item.isGroup, found == .scalar, let range,
      !items.contains(where: { "[]{}#:\n".contains($0) }), !written.hasPrefix("-"),
      isOneItem
    else { return [] }
    return [
      Diagnostic.Fix("put `\(written)` in brackets", [Diagnostic.Edit(range, "[\(items)]")])
    ]
  }
}

extension ValueType {
  /// The name in messages for a value of this type, with its article.
  var shape: String {
    switch self {
    case .line: "one line of text"
    case .phrase, .prose: "a text"
    case .identifier: "an id"
    case .reference: "an id"
    case .date: "a date"
    case .edition: "an edition such as 1.0.0"
    case .language: "a language tag such as en-GB"
    case .address: "a web address"
    case .colour: "a colour"
    case .path: "the path of a file"
    case .number: "a number"
    case .yesNo: "yes or no"
    case .name: "a name"
    case .code: "a code"
    case .item: "the id of a crosswalk, a slash and the code of an item"
    case .rule: "the name of a rule"
    case .choice: "one of a few words"
    case .record: "a group of keys"
    case .shorthand: "a text or a group of keys"
    case .list(let item): "a list" + (item.isGroup ? " of groups of keys" : "")
    case .map: "a group of keys"
    }
  }

  /// Whether a value of this type is a word or number, which no text in brackets could be.
  var isOneWord: Bool {
    switch self {
    case .line, .phrase, .prose: false
    default: !isGroup
    }
  }

  /// Whether a value of this type is written as keys.
  var isGroup: Bool {
    switch self {
    case .record, .shorthand, .map: true
    default: false
    }
  }
}

/// A line without a hyphen, or another mark that stands for one elsewhere, at its start.
private func withoutListMark(_ line: String) -> String {
  let mark = line.hasPrefix("- ") ? "-" : foreignListMark(startingWith: line)
  return mark.map { String(line.dropFirst($0.count).drop { $0 == " " }) } ?? line
}
