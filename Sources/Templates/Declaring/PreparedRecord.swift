internal import Output

/// A record with everything in it, made once. Pages take copies of it.
///
/// It belongs to no page, so that pages that are made at the same time can share it.
package struct PreparedRecord<Fields: RecordShape>: Sendable {
  private var values = PreparedValues()

  /// The number of slots of the record itself.
  private let count: Int

  /// `fill` gets the record empty, and values of its own to make other records in.
  package init(_ fill: (inout Record<Fields>, Fields, PageValues) -> Void) {
    let page = PageValues()
    let record = Record<Fields>(in: page) { fill(&$0, $1, page) }
    count = Int(record.slot.count)
    values.add(record.slot, of: page.page)
    withExtendedLifetime(page) {}
  }

  /// A copy among the values of a page.
  package func copy(in page: PageValues) -> Record<Fields> {
    Record(record: values.copy(in: page.page).part(.record, 0..<count), in: page.page)
  }
}

/// Slots and their values, named by offsets.
///
/// It is not generic: the runtime would be asked for the type of each element again and again.
private struct PreparedValues: Sendable {
  private var slots: [PreparedSlot] = []
  private var bytes: [UInt8] = []

  /// A slot whose value is named by its offset among the slots or the bytes.
  private struct PreparedSlot: Sendable {
    var kind = Slot.Kind.absent
    var range = 0..<0
    var isPlain = false
  }

  /// Adds the slots of a record or the elements of a list, with all that they lead to. Returns
  /// their range.
  @discardableResult
  mutating func add(_ row: Slot, of page: PageReference) -> Range<Int> {
    let start = slots.count
    slots += [PreparedSlot](repeating: PreparedSlot(), count: Int(row.count))
    for index in 0..<Int(row.count) {
      slots[start + index] = prepared(page.slot(index, of: row), of: page)
    }
    return start..<(start + Int(row.count))
  }

  private mutating func prepared(_ slot: Slot, of page: PageReference) -> PreparedSlot {
    switch slot.kind {
    case .absent: return PreparedSlot()
    case .flag: return PreparedSlot(kind: .flag, range: 0..<Int(slot.count))
    case .record, .list: return PreparedSlot(kind: slot.kind, range: add(slot, of: page))
    case .text, .markup:
      let (start, added) = (bytes.count, page.bytes(of: slot))
      bytes += added
      let isPlain = unsafe added.withUnsafeBufferPointer { unsafe HTMLEscaping.isPlain($0) }
      return PreparedSlot(
        kind: slot.kind, range: start..<bytes.count, isPlain: slot.kind == .text && isPlain)
    }
  }

  /// Copies of all slots among the values of a page, in a row.
  func copy(in page: PageReference) -> Slot {
    let start = page.memory.bytes.count
    page.memory.append(bytes[...])
    let newBytes = page.memory.slot(.text, from: start)
    return page.memory.row(.record, count: slots.count) { row, index in
      let slot = slots[index]
      return switch slot.kind {
      case .absent: .absent
      case .flag: Slot(slot.range.count != 0)
      case .record, .list: row.part(slot.kind, slot.range)
      case .text, .markup: newBytes.part(slot.kind, slot.range, isPlain: slot.isPlain)
      }
    }
  }
}
