internal import Diagnostics
internal import Grammar
internal import Markup
internal import Model
internal import Output
internal import Syntax

/// Where a value stands: after a key, or as an item of the list after it.
struct ValuePlace {
  let field: Field
  let entity: Entity
  var isItem = false

  /// The key that is written, where a group of keys is given as the value of its first key alone.
  var shortKey: String?

  var key: String { shortKey ?? field.key.rawValue }

  var item: ValuePlace { ValuePlace(field: field, entity: entity, isItem: true) }

  /// The place of the first key's value in a group that is written as this value alone.
  func first(of inner: Entity) -> ValuePlace {
    ValuePlace(field: inner.fields[0], entity: inner, isItem: isItem, shortKey: key)
  }
}

extension Declarer {
  /// Checks that a value has the shape of its type, and declares the records inside it.
  ///
  /// False, with a diagnostic, if it has not.
  mutating func checkValue(_ node: Int, _ type: ValueType, at place: ValuePlace) -> Bool {
    let kind = tree.nodes[node].kind
    if kind == .refused {
      if case .identifier = type { lose(place.entity) }
      return false
    }
    if tree.isEmptyScalar(node) {
      reportEmpty(node, place)
      return false
    }
    switch (type, kind) {
    case (.list(let item), .sequence):
      // A list with one wrong item still has the others.
      for child in tree.children(of: node) { _ = checkValue(child, item, at: place.item) }
      return true
    case (.map(_, let value), .mapping):
      checkMap(node, value, at: place)
      return true
    case (.record(let name), .mapping), (.shorthand(let name), .mapping):
      declareRecord(name, node)
      return true
    case (.shorthand(let name), .scalar):
      declareShorthand(name, node, at: place)
      return true
    case (.list, _), (.map, _), (.record, _), (.shorthand, _):
      return reportShape(node, type, place)
    default:
      return checkScalar(node, type, at: place)
    }
  }

  private mutating func checkMap(_ node: Int, _ value: ValueType, at place: ValuePlace) {
    var isKey = true
    for child in tree.children(of: node) {
      if !isKey { _ = checkValue(child, value, at: place) }
      isKey.toggle()
    }
  }

  /// Declares a record of which only the value of the first field is written, which has to be right as in the long form.
  mutating func declareShorthand(_ entity: EntityName, _ node: Int, at place: ValuePlace) {
    let isRight =
      isClearlyRight(node, language.shape(of: 0, in: entity))
      || checkValue(
        node, Grammar.entity(entity).fields[0].type, at: place.first(of: Grammar.entity(entity)))
    records.append(
      Declarations.Record(
        entity: entity, node: Int32(node), firstEntry: Int32(entries.count), entryCount: 1,
        end: Int32(records.count + 1)))
    entries.append(
      Declarations.Entry(
        key: language.key(of: 0, in: entity), field: 0, keyNode: Int32(node), valueNode: Int32(node)
      ))
    entries[entries.count - 1].isValid = isRight
  }

  private mutating func checkScalar(_ node: Int, _ type: ValueType, at place: ValuePlace) -> Bool {
    guard tree.isScalar(node) else { return reportShape(node, type, place) }
    guard tree.withValue(of: node, hasInk) else {
      reportEmpty(node, place)
      return false
    }
    switch type {
    case .phrase: readMarkdown(node, isPhrase: true)
    case .prose: readMarkdown(node, isPhrase: false)
    default: break
    }
    if findKeys(inTextOf: node, at: place) { return false }
    guard let expectation = unmetExpectation(of: node, type) else { return true }
    let written = tree.text(of: node)
    if case .identifier = type {
      bag.report(InvalidID(range: tree.range(of: node), written: written))
    } else {
      let meant = meantChoice(written, type)
      bag.report(
        WrongValue(
          range: tree.range(of: node), key: place.key, written: written, expectation: expectation,
          meant: meant, alike: meant == nil ? choice(meaning: written, type) : nil))
    }
    return false
  }

  private func meantChoice(_ written: String, _ type: ValueType) -> String? {
    guard case .choice(let choices) = type else { return nil }
    return suggestion(for: written, among: choices.map(\.value))
  }

  private func choice(meaning written: String, _ type: ValueType) -> String? {
    guard case .choice(let choices) = type else { return nil }
    return OtherWords.choice(meaning: written, among: choices.map(\.value))
  }

  private mutating func reportEmpty(_ node: Int, _ place: ValuePlace) {
    // What is not written has no extent: point at what is written before it.
    let range = tree.range(of: node)
    bag.report(
      EmptyValue(
        range: range.isEmpty ? lineContent(endingAt: Int(range.start)) : range, key: place.key,
        isItem: place.isItem, comment: comment(after: Int(range.end))))
  }

  /// The one word of a comment on the same line, such as `#0b5d66`; nil if there is none, or more than a word.
  private func comment(after offset: Int) -> String? {
    let rest = file.bytes[min(offset, file.bytes.count)...]
    let line = rest.prefix { $0 != UInt8(ascii: "\n") }
    let words = line.split { $0 <= UInt8(ascii: " ") }.filter { !$0.elementsEqual(":".utf8) }
    guard words.count == 1, words[0].first == UInt8(ascii: "#"), words[0].count > 1 else {
      return nil
    }
    return String(decoding: words[0], as: UTF8.self)
  }

  private mutating func reportShape(_ node: Int, _ type: ValueType, _ place: ValuePlace) -> Bool {
    let kind = tree.nodes[node].kind
    bag.report(
      WrongShape(
        range: firstLine(of: node), key: place.key, isItem: place.isItem, expected: type,
        found: kind, written: kind == .scalar ? tree.text(of: node) : "",
        parts: parts(of: node), example: place.field.example))
    return false
  }

  /// The lines of a text as they are written, or the texts in a list.
  private func parts(of node: Int) -> [String] {
    guard tree.isScalar(node) else {
      guard tree.isSequence(node) else { return [] }
      return tree.children(of: node).filter(tree.isScalar).map(tree.text)
    }
    let range = tree.range(of: node)
    return file.bytes[Int(range.start)..<Int(range.end)].split(separator: UInt8(ascii: "\n"))
      .map { inOneLine(String(decoding: $0, as: UTF8.self)) }
  }

  /// The text of the line before a place, without the space around it.
  private func lineContent(endingAt offset: Int) -> SourceRange {
    var end = min(offset, file.bytes.count)
    while end > 0, file.bytes[end - 1] <= UInt8(ascii: " ") { end -= 1 }
    var start = end
    while start > 0, file.bytes[start - 1] != UInt8(ascii: "\n") { start -= 1 }
    while start < end, file.bytes[start] <= UInt8(ascii: " ") { start += 1 }
    return SourceRange(file: file.id, start: start, end: end)
  }
}

extension Declarer {
  /// Whether a value has the shape of its type, declares nothing and links to nothing, as most do. If not, one has to look
  /// closer.
  func isClearlyRight(_ node: Int, _ shape: FieldShape) -> Bool {
    guard shape.isQuick else { return false }
    switch shape.container {
    case .none: return isClearlyRightScalar(node, shape)
    case .list:
      guard tree.isSequence(node) else { return false }
      let end = Int(tree.nodes[node].end)
      var child = node + 1
      while child < end {
        guard isClearlyRightScalar(child, shape) else { return false }
        child = Int(tree.nodes[child].end)
      }
    case .map:
      guard tree.isMapping(node) else { return false }
      let end = Int(tree.nodes[node].end)
      var key = node + 1
      while key < end {
        let value = Int(tree.nodes[key].end)
        guard value < end, isClearlyRightScalar(value, shape) else { return false }
        key = Int(tree.nodes[value].end)
      }
    }
    return true
  }

  private func isClearlyRightScalar(_ node: Int, _ shape: FieldShape) -> Bool {
    guard tree.isScalar(node), firstKeyLine(inTextOf: node) == nil else {
      return false
    }
    return tree.withValue(of: node) { value in
      guard hasInk(value) else { return false }
      switch shape.form {
      case .line: return firstIndex(of: UInt8(ascii: "\n"), in: value) == nil
      case .markdown: return MarkdownScan.isNeedless(for: value)
      case .identifier: return isFileID(value)
      case .code: return isCode(value)
      case .item: return isItemReference(value)
      case .number: return readNumber(value).map { language.allows($0, shape) } ?? false
      case .choice: return language.allows(value, shape)
      case .any: return true
      case .record, .shorthand, .other: return false
      }
    }
  }
}

/// Whether anything but white space is in a value.
private func hasInk(_ value: Span<UInt8>) -> Bool {
  for place in value.indices where value[place] > UInt8(ascii: " ") { return true }
  return false
}

extension Declarer {
  /// What a scalar should have been, in words that complete "`date` should be …"; nil if it is that.
  private func unmetExpectation(of node: Int, _ type: ValueType) -> String? {
    switch type {
    case .line:
      fits(node) { firstIndex(of: UInt8(ascii: "\n"), in: $0) == nil } ? nil : "one line of text"
    case .identifier:
      fits(node, isFileID) ? nil : "an id"
    case .number(let range):
      fits(node) { readNumber($0).map(range.contains) == true }
        ? nil : "a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .name:
      fits(node, isID)
        ? nil : "a name of letters, digits, hyphens and full stops, a letter first"
    case .code:
      fits(node, isCode) ? nil : "a code without spaces or slashes"
    case .item:
      fits(node, isItemReference) ? nil : "the id of a crosswalk, a slash and the code of an item"
    case .choice(let choices):
      fits(node) { value in choices.contains { isText($0.value, value) } }
        ? nil : "one of " + choices.map(\.value).joined(separator: ", ")
    case .date, .edition, .language, .address, .colour, .path, .yesNo:
      unmetRareExpectation(tree.value(of: node), type)
    default: nil
    }
  }

  private func fits(_ node: Int, _ condition: (Span<UInt8>) -> Bool) -> Bool {
    tree.withValue(of: node, condition)
  }
}

/// The same for types of which a framework has few values.
private func unmetRareExpectation(_ value: ArraySlice<UInt8>, _ type: ValueType) -> String? {
  switch type {
  case .date(let exact):
    readDate(value, exact: exact) != nil
      ? nil
      : isDateShaped(value)
        ? "a day that exists"
        : exact ? "a day such as 2026-09-01" : "a date such as 2026, 2026-09 or 2026-09-01"
  case .edition:
    readEdition(value) != nil ? nil : "three numbers with dots between them, such as 1.0.0"
  case .language:
    isLanguageTag(value) ? nil : "a language tag such as en-GB or cy"
  case .address:
    isWebAddress(value) ? nil : "a web address that starts with https:// or http://"
  case .colour:
    Colour(hexadecimal: value) == nil
      ? "six hexadecimal digits such as 0b5d66, without # before them or else in quotes" : nil
  case .path:
    isOutputPath(value) ? nil : "the path of a file below the handbook, such as assets/logo.svg"
  case .yesNo:
    readYesNo(value) != nil ? nil : "yes or no"
  default: nil
  }
}
