package import Diagnostics
internal import Grammar
package import Syntax

/// Reads a parsed file by the table of the language. Depends on the bytes of that file alone.
package func declare(_ file: SourceFile, _ parsed: ParseResult) -> Declarations {
  var declarer = Declarer(file: file, tree: parsed.tree)
  declarer.declareFile()
  return Declarations(
    declarer, explainingLayout(parsed.diagnostics + declarer.bag.diagnostics, in: file))
}

/// Collects the records of one file.
struct Declarer {
  let file: SourceFile
  let tree: SyntaxTree
  let language = LanguageIndex.whole
  var records: [Declarations.Record] = []
  var entries: [Declarations.Entry] = []
  var links: [Declarations.Link] = []
  var bag = DiagnosticBag()

  /// The kinds of which a mistake may hide one.
  var lost: Set<EntityName> = []

  /// The number of lines in texts that look like keys.
  var swallowedKeys = 0

  /// Keys that are misspelt but read as the field that was meant, so that one mistake makes one error.
  private var meantFields: [Int: Int] = [:]

  /// Keys that hold their value in themselves, since no space follows the colon.
  private var gluedKeys: Set<Int> = []

  init(file: SourceFile, tree: SyntaxTree) {
    self.file = file
    self.tree = tree
    // About half of the nodes are keys and values.
    entries.reserveCapacity(tree.nodes.count / 2)
    records.reserveCapacity(tree.nodes.count / 8)
  }

  mutating func declareFile() {
    guard tree.isComplete else {
      // In a text, an id can be looked for; in anything else, whatever is missing may have been.
      if !tree.isText { lost = Set(EntityName.allCases) }
      return
    }
    guard let root = tree.root, !tree.isEmptyScalar(root) else {
      bag.report(EmptyFile(range: file.startRange))
      lost = Set(EntityName.allCases)
      return
    }
    guard tree.isMapping(root) else {
      bag.report(UnknownFileKind(range: firstLine(of: root), cause: .noKeys))
      lost = Set(EntityName.allCases)
      return
    }
    let keys = keys(of: root)
    if let first = keys.first, let entity = fileEntity(named: first) {
      declareRecord(entity.name, root)
    } else {
      declareUnknown(root, keys)
    }
  }
}

extension Declarer {
  /// Declares a group of keys as a record of an entity.
  mutating func declareRecord(_ entity: EntityName, _ node: Int) {
    let record = records.count
    let firstEntry = entries.count
    let found = collectEntries(entity, node)
    let entryRange = firstEntry..<entries.count
    records.append(
      Declarations.Record(
        entity: entity, node: Int32(node), firstEntry: Int32(firstEntry),
        entryCount: Int32(entryRange.count), end: 0))
    let swallowedBefore = swallowedKeys
    for index in entryRange { declareValue(of: index, entity) }
    // A key that is not known, or read as text, may be the one that is missing: one mistake, one error.
    if found.hasUnknownKey || swallowedKeys > swallowedBefore {
      records[record].isDamaged = true
      lose(Grammar.entity(entity))
    } else if ~found.fields & language.requiredFields(of: entity) != 0 {
      reportMissingKeys(Grammar.entity(entity), node, entryRange)
    }
    records[record].end = Int32(records.count)
  }

  /// Finds the known keys of a record, all before any value, so that they stand in one run.
  ///
  /// Returns a bit for each field that is there, and whether a key was found that the entity has not, and that was not
  /// read as another.
  private mutating func collectEntries(
    _ entity: EntityName, _ node: Int
  ) -> (fields: UInt64, hasUnknownKey: Bool) {
    var fields: UInt64 = 0
    var hasUnknownKey = false
    var present: Set<Key>?
    var unknownKeys: [Int] = []
    let firstEntry = entries.count
    let end = Int(tree.nodes[node].end)
    var next = node + 1
    defer { reportMoreUnknownKeys(unknownKeys, entity) }
    while next < end {
      let keyNode = next
      let valueNode = Int(tree.nodes[keyNode].end)
      guard valueNode < end else { break }
      next = Int(tree.nodes[valueNode].end)
      let known = tree.isScalar(keyNode) ? fieldNumber(of: keyNode, entity) : nil
      if known == nil, entries.count > firstEntry, let last = entries.last,
        let end = reportCommaInText(behind: last, keyNode, end, of: entity)
      {
        (next, hasUnknownKey) = (end, true)
        continue
      }
      guard tree.isScalar(keyNode),
        let field = known ?? unknownKey(keyNode, of: entity, node, &present, &unknownKeys)
      else {
        hasUnknownKey = true
        continue
      }
      if fields & 1 << UInt64(field) != 0 {
        // Most likely the line that starts a new record is missing above this key, and the rest belongs to that.
        lose(Grammar.entity(entity))
        return (fields, true)
      }
      fields |= 1 << UInt64(field)
      entries.append(
        Declarations.Entry(
          key: language.key(of: field, in: entity), field: UInt8(field), keyNode: Int32(keyNode),
          valueNode: Int32(valueNode)))
    }
    return (fields, hasUnknownKey)
  }

  /// Reports a comma that ends the text of an entry in braces. Returns the first node behind the words that follow it. Nil if
  /// the key is none of these words.
  private mutating func reportCommaInText(
    behind entry: Declarations.Entry, _ keyNode: Int, _ end: Int, of entity: EntityName
  ) -> Int? {
    let value = Int(entry.valueNode)
    guard tree.isScalar(value), tree.nodes[value].style == .plain, !tree.isEmptyScalar(value)
    else { return nil }
    var (node, last) = (keyNode, value)
    // A word in braces without a colon is a key without a value.
    while node < end, tree.isScalar(node), fieldNumber(of: node, entity) == nil,
      let word = wordInBraces(node)
    {
      (last, node) = (node, word)
    }
    guard last != value else { return nil }
    let text = SourceRange(
      file: file.id, start: Int(tree.range(of: value).start), end: Int(tree.range(of: last).end))
    let comma = Int(tree.range(of: value).end)
    bag.report(
      CommaInText(
        range: SourceRange(file: file.id, start: comma, end: comma + 1), text: text,
        written: file.text(text)))
    return node
  }

  /// The node behind a key and its value, if neither a colon nor a value is written.
  private func wordInBraces(_ key: Int) -> Int? {
    let value = Int(tree.nodes[key].end)
    guard value < tree.nodes.count, tree.isEmptyScalar(value) else { return nil }
    let rest = file.bytes[Int(tree.range(of: key).end)...].drop { $0 <= UInt8(ascii: " ") }
    guard let sign = rest.first, sign == UInt8(ascii: ",") || sign == UInt8(ascii: "}") else {
      return nil
    }
    return Int(tree.nodes[value].end)
  }

  /// Reports an unknown key, unless many of its group were. Returns which field was meant, if that is clear.
  private mutating func unknownKey(
    _ keyNode: Int, of entity: EntityName, _ node: Int, _ present: inout Set<Key>?,
    _ unknownKeys: inout [Int]
  ) -> Int? {
    unknownKeys.append(keyNode)
    guard unknownKeys.count <= Declarer.mostUnknownKeys else { return nil }
    return reportUnknownKey(keyNode, of: Grammar.entity(entity), node, &present)
  }

  private mutating func reportMoreUnknownKeys(_ keys: [Int], _ entity: EntityName) {
    guard keys.count > Declarer.mostUnknownKeys else { return }
    bag.report(
      MoreUnknownKeys(
        range: tree.range(of: keys[Declarer.mostUnknownKeys]), entity: Grammar.entity(entity).title,
        count: keys.count - Declarer.mostUnknownKeys, told: Declarer.mostUnknownKeys))
  }

  /// The most unknown keys of one group that are reported one by one.
  private static let mostUnknownKeys = 20

  /// Which field of an entity a key names, or was found to mean.
  private func fieldNumber(of keyNode: Int, _ entity: EntityName) -> Int? {
    if !meantFields.isEmpty, let meant = meantFields[keyNode] { return meant }
    return tree.withValue(of: keyNode) { language.field(written: $0, in: entity) }
  }

  /// Notes that something of this kind, or of those inside it, may be missing because of a mistake.
  mutating func lose(_ entity: Entity) {
    lost.formUnion(entity.kinds)
  }

  private mutating func declareValue(of index: Int, _ entity: EntityName) {
    let entry = entries[index]
    guard gluedKeys.isEmpty || !gluedKeys.contains(Int(entry.keyNode)) else {
      entries[index].isValid = false
      return
    }
    let node = Int(entry.valueNode)
    let shape = language.shape(of: Int(entry.field), in: entity)
    if isClearlyRight(node, shape) { return }
    let first = Int32(records.count)
    if !declareRecords(node, shape, of: Int(entry.field), entity) {
      let entity = Grammar.entity(entity)
      let field = entity.fields[Int(entry.field)]
      entries[index].isValid = checkValue(
        node, field.type, at: ValuePlace(field: field, entity: entity))
    }
    entries[index].records = first..<Int32(records.count)
  }

  /// Declares the records of a value of the right shape. False if it is none.
  private mutating func declareRecords(
    _ node: Int, _ shape: FieldShape, of field: Int, _ entity: EntityName
  ) -> Bool {
    guard shape.holdsRecords else { return false }
    switch shape.container {
    case .none: return declareRecord(of: shape, node, field, entity)
    case .map: return false
    case .list: break
    }
    guard tree.isSequence(node) else { return false }
    let end = Int(tree.nodes[node].end)
    var child = node + 1
    while child < end {
      if !declareRecord(of: shape, child, field, entity) { checkItem(child, of: field, entity) }
      child = Int(tree.nodes[child].end)
    }
    return true
  }

  private mutating func declareRecord(
    of shape: FieldShape, _ node: Int, _ field: Int, _ entity: EntityName
  ) -> Bool {
    switch tree.nodes[node].kind {
    case .mapping:
      declareRecord(shape.entity, node)
      return true
    case .scalar where shape.isShorthand && !tree.isEmptyScalar(node):
      let owner = Grammar.entity(entity)
      declareShorthand(
        shape.entity, node, at: ValuePlace(field: owner.fields[field], entity: owner))
      return true
    default: return false
    }
  }

  /// A list with one wrong item still has the others.
  private mutating func checkItem(_ node: Int, of field: Int, _ entity: EntityName) {
    let entity = Grammar.entity(entity)
    let field = entity.fields[field]
    guard case .list(let item) = field.type else { return }
    _ = checkValue(node, item, at: ValuePlace(field: field, entity: entity).item)
  }

  private func fileEntity(named node: Int) -> Entity? {
    guard tree.isScalar(node) else { return nil }
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
  /// Reports a file whose first key does not say what it holds, and reads it as what it most likely is.
  private mutating func declareUnknown(_ root: Int, _ keys: [Int]) {
    guard let first = keys.first, tree.isScalar(first) else {
      bag.report(UnknownFileKind(range: firstLine(of: root), cause: .noKeys))
      lost = Set(EntityName.allCases)
      return
    }
    let written = tree.text(of: first)
    let names = Grammar.fileEntities.map(\.fields[0].key.rawValue)
    let cause: UnknownFileKind.Cause
    var entity: Entity?
    if let later = keys.first(where: { fileEntity(named: $0) != nil }) {
      entity = fileEntity(named: later)
      cause = .keyNotFirst(key: tree.text(of: later), place: tree.range(of: later))
    } else if let meant = suggestion(for: written, among: names) {
      entity = Grammar.fileEntities.first { $0.fields[0].key.rawValue == meant }
      cause = .unknownKey(written, meant: meant)
      meantFields[first] = 0
    } else if let likely = likelyEntity(keys) {
      entity = likely
      cause = .firstLineMissing(key: likely.fields[0].key.rawValue, entity: likely.title)
      lose(likely)
    } else {
      cause = .unknownKey(written, meant: nil)
      lost = Set(EntityName.allCases)
    }
    bag.report(UnknownFileKind(range: tree.range(of: first), cause: cause))
    if let entity { declareRecord(entity.name, root) }
  }

  /// The one entity that has all these keys, if its first is the only one missing.
  private func likelyEntity(_ keys: [Int]) -> Entity? {
    let candidates = Grammar.fileEntities.filter { entity in
      keys.count > 1
        && keys.allSatisfy { key in
          tree.withValue(of: key) { language.field(written: $0, in: entity.name) } != nil
        }
    }
    return candidates.count == 1 ? candidates.first : nil
  }

  /// Reports a key that the entity has not, and returns which field was meant, if that is clear.
  ///
  /// `present` are the keys of the mapping, once they have been asked for.
  private mutating func reportUnknownKey(
    _ keyNode: Int, of entity: Entity, _ node: Int, _ present: inout Set<Key>?
  ) -> Int? {
    let written = tree.text(of: keyNode)
    guard written != "<<" else { return nil }
    if let field = gluedField(written, entity) {
      bag.report(
        ColonWithoutSpace(
          range: tree.range(of: keyNode), key: entity.fields[field].key.rawValue,
          written: written))
      lose(entity)
      gluedKeys.insert(keyNode)
      return field
    }
    let others = present ?? Set(keys(of: node).compactMap { Key(rawValue: tree.text(of: $0)) })
    present = others
    let free = entity.fields.map(\.key).filter { !others.contains($0) }
    let meant = suggestion(for: written, among: free.map(\.rawValue))
    let owners = Key(rawValue: written).map(Grammar.entities(with:)) ?? []
    let relatives = owners.filter { isNear($0, to: entity) }
    // A key that is missing is likelier than a wrong indentation.
    let alike = OtherWords.keys(meaning: written, among: free).filter {
      relatives.isEmpty || entity.field($0)?.isRequired == true
    }
    bag.report(
      UnknownKey(
        range: tree.range(of: keyNode), key: written, entity: entity.title, meant: meant,
        alike: meant == nil ? alike.map(\.rawValue) : [],
        elsewhere: (relatives.isEmpty ? owners : relatives).map(\.title),
        isNear: !relatives.isEmpty, allowed: entity.fields.map(\.key.rawValue)))
    return meant.flatMap { meant in entity.fields.firstIndex { $0.key.rawValue == meant } }
  }

  /// Whether one entity is part of the other. A line that is indented too far or not far enough belongs to such a one.
  private func isNear(_ owner: Entity, to entity: Entity) -> Bool {
    entity.kinds.contains(owner.name) || owner.kinds.contains(entity.name)
  }

  /// Which field has the key that is written as `key:value`, without a space.
  private func gluedField(_ written: String, _ entity: Entity) -> Int? {
    guard let colon = written.firstIndex(of: ":") else { return nil }
    return entity.fields.firstIndex { $0.key.rawValue == written[..<colon] }
  }

  private mutating func reportMissingKeys(
    _ entity: Entity, _ node: Int, _ entryRange: Range<Int>
  ) {
    let missing = entity.fields.filter { field in
      field.isRequired && !entries[entryRange].contains { $0.key == field.key }
    }
    guard !missing.isEmpty, !(entity.nesting == .file && missing.first?.key == entity.fields[0].key)
    else { return }
    if missing.contains(where: { if case .identifier = $0.type { true } else { false } }) {
      lose(entity)
    }
    bag.report(
      MissingKey(range: headRange(of: node, entryRange), entity: entity.title, fields: missing))
  }

  /// What stands for a record in a message: the value of its first key, which most often is its id.
  private func headRange(of node: Int, _ entryRange: Range<Int>) -> SourceRange {
    guard let first = entries[entryRange].first else { return firstLine(of: node) }
    let value = Int(first.valueNode)
    return tree.isScalar(value) && !tree.isEmptyScalar(value)
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
