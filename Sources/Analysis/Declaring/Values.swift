internal import Diagnostics
internal import Grammar
internal import Model
internal import Syntax

extension Declarer {
  /// Checks that a value has the shape of its type, and declares the records inside it. False, with a diagnostic, if not.
  mutating func checkValue(_ node: Int, _ type: ValueType, of key: Key) -> Bool {
    if tree.nodes[node].kind == .refused { return false }
    if tree.isEmptyPlain(node) {
      reportEmpty(node, key)
      return false
    }
    switch type {
    case .list(let item): return checkList(node, item, of: key)
    case .map(let targets, let value): return checkMap(node, targets, value, of: key)
    case .record(let name):
      guard tree.nodes[node].kind == .mapping else { return reportShape(node, type, key) }
      declareRecord(Grammar.entity(name), node)
      return true
    case .shorthand(let name): return checkShorthand(node, name, type, of: key)
    default: return checkScalar(node, type, of: key)
    }
  }

  private mutating func checkList(_ node: Int, _ item: ValueType, of key: Key) -> Bool {
    guard tree.nodes[node].kind == .sequence else { return reportShape(node, .list(item), key) }
    // A list with one wrong item still has the others.
    for child in tree.children(of: node) { _ = checkValue(child, item, of: key) }
    return true
  }

  private mutating func checkMap(
    _ node: Int, _ targets: [EntityName], _ value: ValueType, of key: Key
  ) -> Bool {
    guard tree.nodes[node].kind == .mapping else {
      return reportShape(node, .map(targets, value), key)
    }
    var isKey = true
    for child in tree.children(of: node) {
      if !isKey { _ = checkValue(child, value, of: key) }
      isKey.toggle()
    }
    return true
  }

  private mutating func checkShorthand(
    _ node: Int, _ name: EntityName, _ type: ValueType, of key: Key
  ) -> Bool {
    let entity = Grammar.entity(name)
    switch tree.nodes[node].kind {
    case .mapping:
      declareRecord(entity, node)
      return true
    case .scalar:
      records.append(
        Declarations.Record(
          entity: name, node: Int32(node), firstEntry: Int32(entries.count), entryCount: 1,
          end: Int32(records.count + 1)))
      entries.append(
        Declarations.Entry(
          key: entity.fields[0].key, keyNode: Int32(node), valueNode: Int32(node)))
      return true
    default: return reportShape(node, type, key)
    }
  }

  private mutating func checkScalar(_ node: Int, _ type: ValueType, of key: Key) -> Bool {
    guard tree.nodes[node].kind == .scalar else { return reportShape(node, type, key) }
    let value = tree.value(of: node)
    if !value.contains(where: { $0 > UInt8(ascii: " ") }) {
      reportEmpty(node, key)
      return false
    }
    switch type {
    case .phrase: readMarkdown(node, isPhrase: true)
    case .prose: readMarkdown(node, isPhrase: false)
    default: break
    }
    guard let expectation = unmetExpectation(value, type) else { return true }
    if case .identifier = type {
      bag.report(InvalidID(range: tree.range(of: node), written: tree.text(of: node)))
    } else {
      let written = tree.text(of: node)
      bag.report(
        WrongValue(
          range: tree.range(of: node), key: key.rawValue, written: written,
          expectation: expectation, meant: meantChoice(written, type)))
    }
    return false
  }

  private func meantChoice(_ written: String, _ type: ValueType) -> String? {
    guard case .choice(let choices) = type else { return nil }
    return suggestion(for: written, among: choices.map(\.value))
  }

  private mutating func reportEmpty(_ node: Int, _ key: Key) {
    // What is not written has no extent: point at the key before it.
    let range = tree.range(of: node)
    let place = range.isEmpty ? lineContent(endingAt: Int(range.start)) : range
    bag.report(EmptyValue(range: place, key: key.rawValue))
  }

  private mutating func reportShape(_ node: Int, _ type: ValueType, _ key: Key) -> Bool {
    bag.report(
      WrongShape(
        range: firstLine(of: node), key: key.rawValue, expected: type,
        found: tree.nodes[node].kind,
        written: tree.nodes[node].kind == .scalar ? tree.text(of: node) : ""))
    return false
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

/// What a scalar should have been, in words that complete "`date` should be …"; nil if it is that.
private func unmetExpectation(_ value: ArraySlice<UInt8>, _ type: ValueType) -> String? {
  switch type {
  case .line:
    value.contains(UInt8(ascii: "\n")) ? "one line of text" : nil
  case .identifier:
    isID(value) ? nil : "an id"
  case .date(let exact):
    readDate(value, exact: exact) != nil
      ? nil : exact ? "a day such as 2026-09-01" : "a date such as 2026, 2026-09 or 2026-09-01"
  case .edition:
    readEdition(value) != nil ? nil : "three numbers with dots between them, such as 1.0.0"
  case .language:
    isLanguageTag(value) ? nil : "a language tag such as en-GB or cy"
  case .address:
    isWebAddress(value) ? nil : "a web address that starts with https:// or http://"
  case .number(let range):
    readNumber(value).map(range.contains) == true
      ? nil : "a whole number from \(range.lowerBound) to \(range.upperBound)"
  case .choice(let choices):
    choices.contains { $0.value.utf8.elementsEqual(value) }
      ? nil : "one of " + choices.map(\.value).joined(separator: ", ")
  default: nil
  }
}
