package import Diagnostics
internal import Grammar
package import Syntax

/// Reads a file's tree by the table of the language.
package func declare(_ file: SourceFile, _ tree: SyntaxTree) -> Declarations {
  var declarer = Declarer(file: file, tree: tree)
  declarer.declareFile()
  return Declarations(declarer)
}

/// Collects the records of one file.
struct Declarer {
  let file: SourceFile
  let tree: SyntaxTree
  var records: [Declarations.Record] = []
  var entries: [Declarations.Entry] = []
  var links: [Declarations.Link] = []
  var bag = DiagnosticBag()

  init(file: SourceFile, tree: SyntaxTree) {
    self.file = file
    self.tree = tree
  }

  mutating func declareFile() {
    guard tree.isComplete else { return }
    guard let root = tree.root, !tree.isEmptyPlain(root) else {
      bag.report(EmptyFile(range: file.startRange))
      return
    }
    guard tree.nodes[root].kind == .mapping else {
      bag.report(UnknownFileKind(range: firstLine(of: root), cause: .noKeys))
      return
    }
    let keys = keys(of: root)
    if let first = keys.first, let entity = fileEntity(named: first) {
      declareRecord(entity, root)
    } else {
      reportUnknownKind(of: root, keys)
    }
  }
}

extension Declarer {
  /// Declares a group of keys as a record of an entity.
  mutating func declareRecord(_ entity: Entity, _ node: Int) {
    let record = records.count
    let firstEntry = entries.count
    let meantKeys = collectEntries(entity, node)
    let entryRange = firstEntry..<entries.count
    records.append(
      Declarations.Record(
        entity: entity.name, node: Int32(node), firstEntry: Int32(firstEntry),
        entryCount: Int32(entryRange.count), end: 0))
    reportMissingKeys(entity, node, entryRange, except: meantKeys)
    for index in entryRange { declareValue(of: index, entity) }
    records[record].end = Int32(records.count)
  }

  /// Finds the known keys of a record, all before any value, so that they stand in one run.
  ///
  /// Returns the keys that were misspelt, so that they are not reported as missing as well.
  private mutating func collectEntries(_ entity: Entity, _ node: Int) -> [Key] {
    var key: Int?
    var meantKeys: [Key] = []
    for child in tree.children(of: node) {
      guard let keyNode = key else {
        key = child
        continue
      }
      key = nil
      guard tree.nodes[keyNode].kind == .scalar else { continue }
      if let field = entity.field(written: tree.value(of: keyNode)) {
        entries.append(
          Declarations.Entry(
            key: field.key, keyNode: Int32(keyNode), valueNode: Int32(child)))
      } else if let meant = reportUnknownKey(keyNode, of: entity, node) {
        meantKeys.append(meant)
      }
    }
    return meantKeys
  }

  private mutating func declareValue(of index: Int, _ entity: Entity) {
    let entry = entries[index]
    guard let field = entity.field(entry.key) else { return }
    let first = Int32(records.count)
    let isValid = checkValue(
      Int(entry.valueNode), field.type, at: ValuePlace(field: field))
    entries[index].isValid = isValid
    entries[index].records = first..<Int32(records.count)
  }

  private func fileEntity(named node: Int) -> Entity? {
    guard tree.nodes[node].kind == .scalar else { return nil }
    let key = tree.value(of: node)
    return Grammar.fileEntities.first { $0.fields[0].key.rawValue.utf8.elementsEqual(key) }
  }

  private func keys(of mapping: Int) -> [Int] {
    var isKey = false
    return tree.children(of: mapping).filter { _ in
      isKey.toggle()
      return isKey
    }
  }
}

extension Declarer {
  private mutating func reportUnknownKind(of root: Int, _ keys: [Int]) {
    guard let first = keys.first, tree.nodes[first].kind == .scalar else {
      if keys.isEmpty { bag.report(UnknownFileKind(range: firstLine(of: root), cause: .noKeys)) }
      return
    }
    let cause: UnknownFileKind.Cause
    if let later = keys.first(where: { fileEntity(named: $0) != nil }) {
      cause = .keyNotFirst(key: tree.text(of: later), place: tree.range(of: later))
    } else {
      let written = tree.text(of: first)
      let names = Grammar.fileEntities.map(\.fields[0].key.rawValue)
      cause = .unknownKey(written, meant: suggestion(for: written, among: names))
    }
    bag.report(UnknownFileKind(range: tree.range(of: first), cause: cause))
  }

  /// Reports a key that the entity has not, and returns the key that was meant, if that is clear.
  private mutating func reportUnknownKey(
    _ keyNode: Int, of entity: Entity, _ node: Int
  ) -> Key? {
    let written = tree.text(of: keyNode)
    guard written != "<<" else { return nil }
    let present = Set(tree.children(of: node).map { tree.text(of: $0) })
    let keys = entity.fields.map(\.key.rawValue)
    let elsewhere = Key(rawValue: written).map { Grammar.entities(with: $0).map(\.title) } ?? []
    let meant = suggestion(for: written, among: keys.filter { !present.contains($0) })
    bag.report(
      UnknownKey(
        range: tree.range(of: keyNode), key: written, entity: entity.title, meant: meant,
        elsewhere: elsewhere, allowed: keys))
    return meant.flatMap(Key.init)
  }

  private mutating func reportMissingKeys(
    _ entity: Entity, _ node: Int, _ entryRange: Range<Int>, except meantKeys: [Key]
  ) {
    for field in entity.fields where field.isRequired {
      if entries[entryRange].contains(where: { $0.key == field.key }) { continue }
      if meantKeys.contains(field.key) { continue }
      bag.report(
        MissingKey(
          range: headRange(of: node, entryRange), key: field.key.rawValue, entity: entity.title,
          purpose: field.documentation, example: field.example))
    }
  }

  /// What stands for a record in a message: the value of its first key, which most often is its id.
  private func headRange(of node: Int, _ entryRange: Range<Int>) -> SourceRange {
    guard let first = entries[entryRange].first else { return firstLine(of: node) }
    let value = Int(first.valueNode)
    return tree.nodes[value].kind == .scalar && !tree.isEmptyPlain(value)
      ? tree.range(of: value) : tree.range(of: Int(first.keyNode))
  }

  /// A node's range up to the end of its first line.
  func firstLine(of node: Int) -> SourceRange {
    let range = tree.range(of: node)
    let bytes = file.bytes[Int(range.start)..<Int(range.end)]
    let end = bytes.firstIndex { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
    return SourceRange(file: file.id, start: bytes.startIndex, end: end ?? bytes.endIndex)
  }
}
