internal import Diagnostics
internal import Model
internal import Records
internal import Syntax

extension DocumentChecker {
  mutating func checkScalar(
    _ node: Int, _ type: DocumentType, key: String, at keyNode: Int, _ isItem: Bool
  ) -> Bool {
    if tree.isEmptyPlain(node) || isNull(node) {
      report(
        tree.range(of: keyNode), key, isItem, expectation(of: type) + ", but nothing is written")
      return false
    }
    if isJSON, !hasQuotesOfJSON(node, type) {
      report(
        tree.range(of: node), key, isItem, expectation(of: type),
        advice: type.isBare ? "Write it without quotes." : "Write it in quotes.")
      return false
    }
    switch type {
    case .statement: return checkStatement(node, key)
    case .constant(let wanted): return checkConstant(node, wanted, key)
    case .choice(let choices): return checkChoice(node, choices, key, isItem)
    default: break
    }
    guard fits(tree.value(of: node), type) else {
      report(tree.range(of: node), key, isItem, expectation(of: type))
      return false
    }
    if type.isHarmless { masking.show(tree.range(of: node)) }
    return true
  }

  private func isNull(_ node: Int) -> Bool {
    tree.nodes[node].style == .plain && ["null", "~"].contains(tree.text(of: node))
  }

  /// Whether a scalar has the quotes of JSON: double quotes on one line around texts, none around numbers and flags.
  private func hasQuotesOfJSON(_ node: Int, _ type: DocumentType) -> Bool {
    let style = tree.nodes[node].style
    guard !type.isBare else { return style == .plain }
    let range = tree.range(of: node)
    return style == .doubleQuoted
      && !file.bytes[Int(range.start)..<Int(range.end)].contains(UInt8(ascii: "\n"))
  }

  private func fits(_ value: ArraySlice<UInt8>, _ type: DocumentType) -> Bool {
    switch type {
    case .text(let limit): isInk(value) && count(value) <= limit
    case .line(let limit):
      isInk(value) && count(value) <= limit && !value.contains { $0 == 0x0A || $0 == 0x0D }
    case .identifier: isIdentifier(value)
    case .date: readDay(value) != nil
    case .number(let range): number(value).map(range.contains) ?? false
    case .flag: readFlag(value) != nil
    default: true
    }
  }

  private func isInk(_ value: ArraySlice<UInt8>) -> Bool {
    value.contains { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
  }

  /// The number of characters, as JSON Schema counts them.
  private func count(_ value: ArraySlice<UInt8>) -> Int { value.count { $0 & 0xC0 != 0x80 } }

  func number(_ value: ArraySlice<UInt8>) -> Int? {
    value.count <= 9 ? Int(String(decoding: value, as: UTF8.self)) : nil
  }

  /// A flag as the language reads it. JSON has only `true` and `false`.
  func readFlag(_ value: ArraySlice<UInt8>) -> Bool? {
    switch String(decoding: value, as: UTF8.self) {
    case "true": true
    case "false": false
    case "yes": isJSON ? nil : true
    case "no": isJSON ? nil : false
    default: nil
    }
  }

  private mutating func checkStatement(_ node: Int, _ key: String) -> Bool {
    let written = tree.text(of: node)
    if let carried = migration?[written] { return carry(node, written, carried) }
    if catalogue.statements[written] != nil {
      masking.show(tree.range(of: node))
      return true
    }
    let meant = suggestion(for: written, among: catalogue.codes)
    if looksLikeCode(written) { masking.show(tree.range(of: node)) }
    bag.report(
      UnknownCode(
        range: tree.range(of: node), word: catalogue.contents.identity.vocabulary.statement.one,
        code: looksLikeCode(written) ? written : nil, meant: meant,
        says: meant.flatMap { catalogue.statements[$0] }.map(catalogue.quoted) ?? ""))
    return false
  }

  /// Whether a text looks like a code and not like a name: short, with the characters of ids, and with a digit.
  private func looksLikeCode(_ text: String) -> Bool {
    text.utf8.count <= 24 && isIdentifier(Array(text.utf8)[...])
      && text.utf8.contains { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }

  private mutating func checkConstant(_ node: Int, _ wanted: String, _ key: String) -> Bool {
    let written = tree.text(of: node)
    if carried(written) == wanted {
      masking.show(tree.range(of: node))
      if written != wanted { carriedCodes[node] = [wanted] }
      return true
    }
    if key == "edition", let migration, migration.from.description == written {
      masking.show(tree.range(of: node))
      return true
    }
    if tree.value(of: node).allSatisfy({ "0123456789.".utf8.contains($0) }) {
      masking.show(tree.range(of: node))
    }
    bag.report(OtherEdition(range: tree.range(of: node), key: key, wanted: wanted))
    return false
  }

  private mutating func checkChoice(
    _ node: Int, _ choices: [DocumentChoice], _ key: String, _ isItem: Bool
  ) -> Bool {
    let written = tree.text(of: node)
    if choices.contains(where: { $0.value == written }) {
      masking.show(tree.range(of: node))
      return true
    }
    if case let new = carried(written), choices.contains(where: { $0.value == new }) {
      masking.show(tree.range(of: node))
      carriedCodes[node] = [new]
      return true
    }
    let values = choices.map(\.value)
    let meant = suggestion(for: written, among: values)
    if meant != nil { masking.show(tree.range(of: node)) }
    let list = values.prefix(12).joined(separator: ", ") + (values.count > 12 ? " and others" : "")
    report(
      tree.range(of: node), key, isItem, "one of \(list)", meant: meant)
    return false
  }

  /// The expected value, in words that complete "`key` should be …".
  func expectation(of type: DocumentType) -> String {
    switch type {
    case .constant(let value): "`\(value)`"
    case .text(let limit): "a text of at most \(limit) characters"
    case .line(let limit): "one line of at most \(limit) characters"
    case .identifier:
      "a code of letters, digits, `.`, `_`, `/` and `-` without spaces, at most \(DocumentLimit.identifier)"
    case .date: "a day that exists, such as 2026-09-07"
    case .number(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .flag: isJSON ? "true or false" : "yes or no"
    case .choice: "one of a few words"
    case .statement: "one of the codes of \(catalogue.contents.identity.vocabulary.statement.many)"
    case .list: "a list"
    case .object, .oneOf: "a group of keys"
    }
  }
}

extension DocumentType {
  /// Whether JSON writes the value without quotes.
  fileprivate var isBare: Bool {
    switch self {
    case .number, .flag: true
    default: false
    }
  }

  /// Whether a valid value can reveal nothing about anybody.
  fileprivate var isHarmless: Bool {
    switch self {
    case .date, .number, .flag: true
    default: false
    }
  }
}
