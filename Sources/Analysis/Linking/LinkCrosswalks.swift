internal import Diagnostics
internal import Grammar
internal import Model
internal import Syntax

extension Linker {
  /// Makes the crosswalks, before the statements that are aligned to their items.
  mutating func linkCrosswalks() {
    for record in records(.crosswalk) {
      var crosswalk = Crosswalk(
        id: id(of: record, .crosswalk), title: title(of: record),
        publisher: record.text(.publisher) ?? "", version: record.text(.version) ?? "")
      crosswalk.address = record.text(.address)
      crosswalk.language = record.text(.language)
      crosswalk.summary = record.markdown(.summary)
      crosswalk.items = items(of: record)
      itemCodes.append(ItemCodes(crosswalk.items))
      crosswalk.citations = citations(of: record)
      draft.contents.crosswalks.append(crosswalk)
    }
  }

  private mutating func items(of record: RecordReader) -> [CrosswalkItem] {
    var names = LocalNames()
    return record.records(.items).map { item in
      let code = item.text(.id) ?? ""
      if let duplicate = names.add(code, at: item.range(.id)) { bag.report(duplicate) }
      return CrosswalkItem(
        code: code, title: title(of: item), declined: item.markdown(.declined))
    }
  }

  /// Adds the items that a statement's `aligns` names.
  mutating func addAlignments(of record: RecordReader, to columns: inout StatementColumns) {
    for record in record.records(.aligns) {
      guard let node = record.node(.to), let (crosswalk, item) = item(node, in: record),
        let relation = record.choice(.relation, as: Relation.self)
      else { continue }
      columns.alignments.append(
        Alignment(
          crosswalk: crosswalk, item: item, relation: relation, reason: record.markdown(.because)))
    }
  }

  /// The crosswalk and item that `crosswalk/item` names; nil, with a diagnostic, if there is none.
  private mutating func item(
    _ node: Int, in record: RecordReader
  ) -> (Ref<Crosswalk>, Int)? {
    if let found = itemWritten(at: node, in: record.tree) { return found }
    let parts = record.tree.text(of: node).split(separator: "/", maxSplits: 1).map(String.init)
    let split = parts[0].utf8.count
    let crosswalkRange = record.tree.range(of: 0..<split, inValueOf: node)
    guard parts.count == 2,
      case .crosswalk(let ref) = resolve(parts[0], at: crosswalkRange, as: [.crosswalk])
    else { return nil }
    let crosswalk = draft.contents.crosswalks[ref]
    if let index = crosswalk.items.firstIndex(where: { $0.code == parts[1] }) {
      return (ref, index)
    }
    let end = split + 1 + parts[1].utf8.count
    bag.report(
      UnknownItem(
        range: record.tree.range(of: (split + 1)..<end, inValueOf: node), code: parts[1],
        crosswalk: crosswalk.id, known: crosswalk.items.map(\.code)))
    return nil
  }
}

extension Linker {
  /// The crosswalk and item, found by bytes that nearly always are the code of an item.
  private func itemWritten(at node: Int, in tree: SyntaxTree) -> (Ref<Crosswalk>, Int)? {
    tree.withValue(of: node) { value in
      guard let slash = firstIndex(of: UInt8(ascii: "/"), in: value),
        let number = names.number(of: value.extracting(first: slash)),
        case .crosswalk(let ref) = names.definitions[number].subject,
        let item = itemCodes[Int(ref.index)].item(value.extracting(droppingFirst: slash + 1))
      else { return nil }
      return (ref, item)
    }
  }
}

/// The indices of a crosswalk's items by their codes.
struct ItemCodes: Sendable {
  private var codes = IDTable()

  /// By the number of a code.
  private var items: [Int32] = []

  init(_ list: [CrosswalkItem]) {
    for (place, item) in list.enumerated() {
      let code = Array(item.code.utf8)
      if codes.add(code.span) == items.count { items.append(Int32(place)) }
    }
  }

  func item(_ code: Span<UInt8>) -> Int? { codes.number(of: code).map { Int(items[$0]) } }
}

/// Names that have to differ only from their neighbours, such as those of a record's fields.
struct LocalNames {
  private var places: [String: SourceRange] = [:]

  /// Adds a name; a problem if a neighbour has it already.
  mutating func add(_ name: String, at range: SourceRange) -> DuplicateName? {
    guard !name.isEmpty else { return nil }
    if let first = places[name.lowercased()] {
      return DuplicateName(range: range, name: name, first: first)
    }
    places[name.lowercased()] = range
    return nil
  }
}
