package import Diagnostics
internal import Grammar
package import Output
internal import Syntax

// What one file declares as a build keeps it for the next one, with its tree.

extension Declarations {
  /// Writes tree and declarations; false, and nothing that could be read, if anything was wrong with the file, since what was
  /// found is not kept.
  package func write(to writer: inout NumberWriter) -> Bool {
    guard tree.isComplete, diagnostics.isEmpty, lost.isEmpty, !records.contains(where: \.isDamaged)
    else { return false }
    tree.write(to: &writer)
    writer.append(UInt32(records.count))
    writer.append(UInt32(entries.count))
    // The entries of a record stand behind those of the record before.
    var place = 0
    for (index, record) in records.enumerated() {
      guard Int(record.firstEntry) == place else { return false }
      writer.append(byte: record.entity.rawValue)
      writer.append(record.node, from: 0)
      writer.append(UInt32(record.entryCount))
      writer.append(record.end, from: Int32(index))
      var last = record.node
      for entry in entries[place..<(place + Int(record.entryCount))] {
        guard entry.isValid else { return false }
        entry.write(behind: last, to: &writer)
        last = entry.valueNode
      }
      place += Int(record.entryCount)
    }
    writer.append(UInt32(links.count))
    for link in links {
      writer.append(link.range.start, from: 0)
      writer.append(link.range.end, from: link.range.start)
      writer.append(link.id.utf8)
    }
    return place == entries.count
  }

  /// Reads what was kept of a file with these bytes. Nil if that cannot be it.
  package convenience init?(of file: SourceFile, kept reader: inout NumberReader) {
    guard let tree = SyntaxTree(of: file, kept: &reader) else { return nil }
    let language = LanguageIndex.whole
    let (recordCount, entryCount) = (reader.count(of: 4), reader.count(of: 2))
    var records: [Record] = []
    var entries: [Entry] = []
    records.reserveCapacity(recordCount)
    entries.reserveCapacity(entryCount)
    for index in 0..<recordCount {
      guard let entity = EntityName(rawValue: reader.byte()) else { return nil }
      let record = Record(
        entity: entity, node: reader.number(from: 0), firstEntry: Int32(entries.count),
        entryCount: Int32(reader.count(of: 2)), end: reader.number(from: Int32(index)))
      records.append(record)
      var last = record.node
      for _ in 0..<record.entryCount {
        let entry = Entry(kept: &reader, behind: last, entity, language)
        last = entry.valueNode
        entries.append(entry)
      }
    }
    var links: [Link] = []
    for _ in 0..<reader.count(of: 3) {
      let start = reader.number(from: 0)
      let end = reader.number(from: start)
      guard start <= end else { return nil }
      links.append(
        Link(
          range: SourceRange(file: file.id, start: Int(start), end: Int(end)),
          id: String(decoding: reader.run(), as: UTF8.self)))
    }
    guard reader.isWhole, entries.count == entryCount else { return nil }
    self.init(file, tree, records: records, entries: entries, links: links)
  }
}

extension Declarations.Entry {
  /// Set beside the number of the field if the value stands behind the key and holds no records. No entity has as many fields.
  private static let simple: UInt8 = 0x80

  fileprivate func write(behind last: Int32, to writer: inout NumberWriter) {
    let isSimple = valueNode == keyNode + 1 && records == 0..<0
    writer.append(byte: field | (isSimple ? Declarations.Entry.simple : 0))
    writer.append(keyNode, from: last)
    if isSimple { return }
    writer.append(valueNode, from: keyNode)
    writer.append(records.lowerBound, from: 0)
    writer.append(UInt32(records.count))
  }

  @inline(__always)
  fileprivate init(
    kept reader: inout NumberReader, behind last: Int32, _ entity: EntityName,
    _ language: LanguageIndex
  ) {
    let mark = reader.byte()
    field = mark & ~Declarations.Entry.simple
    key = language.key(of: Int(field), in: entity)
    keyNode = reader.number(from: last)
    if mark & Declarations.Entry.simple != 0 {
      valueNode = keyNode + 1
    } else {
      valueNode = reader.number(from: keyNode)
      let first = reader.number(from: 0)
      records = first..<(first + Int32(bitPattern: reader.number()))
    }
  }
}
