internal import Diagnostics
internal import Grammar
internal import Model
internal import Syntax

/// One record of a file, read by key. What is absent or was reported as wrong reads as nil or empty.
struct RecordReader: Sendable {
  let declarations: Declarations
  let index: Int

  var record: Declarations.Record { declarations.records[index] }
  var tree: SyntaxTree { declarations.tree }

  /// The range of the record.
  var place: SourceRange { tree.range(of: Int(record.node)) }

  func entry(_ key: Key) -> Declarations.Entry? {
    let record = declarations.records[index]
    let first = Int(record.firstEntry)
    for place in first..<(first + Int(record.entryCount))
    where declarations.entries[place].isFor(key) {
      return declarations.entries[place]
    }
    return nil
  }

  /// The value of a key, if it has the shape that the table asks for.
  func node(_ key: Key) -> Int? {
    guard let entry = entry(key), entry.isValid else { return nil }
    return Int(entry.valueNode)
  }

  func text(_ key: Key) -> String? {
    node(key).map { tree.text(of: $0) }
  }

  func markdown(_ key: Key) -> Markdown? {
    node(key).map { markdown(at: $0) }
  }

  /// The text that a scalar is.
  func markdown(at node: Int) -> Markdown {
    let scalar = declarations.tree.nodes[node]
    return Markdown(
      scalar.isValueInSource ? declarations.source : declarations.decoded, scalar.valueRange)
  }

  func number(_ key: Key) -> Int? {
    node(key).flatMap { number(at: $0) }
  }

  /// The number that a scalar is.
  func number(at node: Int) -> Int? { tree.withValue(of: node) { readNumber($0) } }

  func date(_ key: Key) -> CalendarDate? {
    node(key).flatMap { readDate(tree.value(of: $0), exact: false) }
  }

  func edition(_ key: Key) -> Edition? {
    node(key).flatMap { readEdition(tree.value(of: $0)) }
  }

  func colour(_ key: Key) -> Colour? {
    node(key).flatMap { Colour(hexadecimal: tree.value(of: $0)) }
  }

  /// A choice as the value of an enumeration whose raw values are those of the table.
  func choice<Value: RawRepresentable<String>>(_ key: Key, as type: Value.Type) -> Value? {
    text(key).flatMap(Value.init)
  }

  /// The scalars of a list.
  func items(_ key: Key) -> [Int] {
    var items: [Int] = []
    forEachItem(key) { items.append($0) }
    return items
  }

  /// The same one by one, without a list being made.
  func forEachItem(_ key: Key, _ body: (Int) -> Void) {
    guard let node = node(key) else { return }
    let tree = tree
    let end = Int(tree.nodes[node].end)
    var child = node + 1
    while child < end {
      if tree.isScalar(child), !tree.isEmptyScalar(child) { body(child) }
      child = Int(tree.nodes[child].end)
    }
  }

  func texts(_ key: Key) -> [String] {
    var texts: [String] = []
    forEachItem(key) { texts.append(tree.text(of: $0)) }
    return texts
  }

  /// The keys and values of a map.
  func pairs(_ key: Key) -> [(key: Int, value: Int)] {
    var pairs: [(key: Int, value: Int)] = []
    forEachPair(key) { pairs.append(($0, $1)) }
    return pairs
  }

  /// The same one by one, without a list being made.
  func forEachPair(_ key: Key, _ body: (_ key: Int, _ value: Int) -> Void) {
    guard let node = node(key) else { return }
    let tree = tree
    let end = Int(tree.nodes[node].end)
    var key = node + 1
    while key < end {
      let value = Int(tree.nodes[key].end)
      guard value < end else { return }
      if tree.isScalar(key), tree.isScalar(value),
        !tree.isEmptyScalar(value)
      {
        body(key, value)
      }
      key = Int(tree.nodes[value].end)
    }
  }

  /// The record that is the value of a key.
  func record(_ key: Key) -> RecordReader? {
    guard let entry = entry(key), entry.isValid, !entry.records.isEmpty else { return nil }
    return RecordReader(declarations: declarations, index: Int(entry.records.lowerBound))
  }

  /// The records in the list that is the value of a key.
  func records(_ key: Key) -> Records {
    guard let entry = entry(key), entry.isValid else {
      return Records(declarations: declarations, upcoming: 0, end: 0)
    }
    return Records(
      declarations: declarations, upcoming: Int(entry.records.lowerBound),
      end: Int(entry.records.upperBound))
  }

  /// Records that stand side by side in one list.
  struct Records: Sequence, IteratorProtocol {
    let declarations: Declarations
    fileprivate(set) var upcoming: Int
    let end: Int

    mutating func next() -> RecordReader? {
      guard upcoming < end else { return nil }
      defer { upcoming = Int(declarations.records[upcoming].end) }
      return RecordReader(declarations: declarations, index: upcoming)
    }

    /// The number of elements that are left.
    var count: Int {
      var (count, place) = (0, upcoming)
      while place < end {
        place = Int(declarations.records[place].end)
        count += 1
      }
      return count
    }
  }

  /// The range of a key's value, or else of the key, or else of the record.
  func range(_ key: Key) -> SourceRange {
    guard let entry = entry(key) else { return tree.range(of: Int(record.node)) }
    let value = Int(entry.valueNode)
    return tree.isEmptyScalar(value) ? tree.range(of: Int(entry.keyNode)) : tree.range(of: value)
  }
}
