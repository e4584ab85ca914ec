internal import Output

/// A record with all that it holds, made once, of which pages take copies.
///
/// A copy costs a few instructions a value, whatever it took to make them. It holds places and no addresses, so that
/// it can be shared by pages that are made at the same time.
package struct PreparedRecord<Fields: RecordShape>: Sendable {
  private let slots: [PreparedSlot]
  private let bytes: [UInt8]

  /// Where the record's slots begin.
  private let start: Int

  /// A slot whose value is named by its place among the slots or the bytes.
  private struct PreparedSlot: Sendable {
    let kind: Slot.Kind
    let count: Int32
    let place: Int
    let isPlain: Bool
  }

  /// `fill` gets the record empty, and values of its own to make other records in.
  package init(_ fill: (inout Record<Fields>, Fields, PageValues) -> Void) {
    let values = PageValues()
    let record = Record<Fields>(in: values) { fill(&$0, $1, values) }
    let memory = values.store.pointee.contents
    slots = memory.slots.map { slot in
      let place: Int
      switch slot.kind {
      case .absent, .flag: place = 0
      case .text, .markup: place = memory.place(ofBytes: slot.start)
      case .record, .list: place = memory.place(ofSlots: slot.start)
      }
      return PreparedSlot(
        kind: slot.kind, count: slot.count, place: place,
        isPlain: slot.kind == .text && HTMLEscaping.isPlain(slot.bytes))
    }
    bytes = memory.bytes
    start = memory.place(ofSlots: UnsafeRawPointer(record.slots))
    withExtendedLifetime(values) {}
  }

  /// A copy among the values of a page.
  package func copy(in values: PageValues) -> Record<Fields> {
    let newSlots = values.store.pointee.slots(slots.count)
    let newBytes = UnsafeRawPointer(
      bytes.withUnsafeBufferPointer { values.store.pointee.copy($0) }.baseAddress)
    slots.withUnsafeBufferPointer { slots in
      for index in slots.indices {
        let slot = slots[index]
        let value: UnsafeRawPointer?
        switch slot.kind {
        case .absent, .flag: value = nil
        case .text, .markup: value = newBytes.map { $0 + slot.place }
        case .record, .list: value = UnsafeRawPointer(newSlots + slot.place)
        }
        newSlots[index] = Slot(slot.kind, value, count: slot.count, isPlain: slot.isPlain)
      }
    }
    return Record(slots: newSlots + start, store: values.store)
  }
}

/// All that a page's values consist of, and where each of them was.
struct ValueContents {
  private(set) var slots: [Slot] = []
  private(set) var bytes: [UInt8] = []
  private var slotChunks: [(start: UnsafeRawPointer, count: Int, place: Int)] = []
  private var byteChunks: [(start: UnsafeRawPointer, count: Int, place: Int)] = []

  mutating func add(slots chunk: UnsafeRawBufferPointer) {
    guard let start = chunk.baseAddress else { return }
    slotChunks.append((start, chunk.count, slots.count))
    slots += chunk.assumingMemoryBound(to: Slot.self)
  }

  mutating func add(bytes chunk: UnsafeRawBufferPointer) {
    guard let start = chunk.baseAddress else { return }
    byteChunks.append((start, chunk.count, bytes.count))
    bytes += chunk
  }

  /// The place in `slots` of what stands at an address.
  func place(ofSlots address: UnsafeRawPointer?) -> Int {
    place(of: address, in: slotChunks, stride: MemoryLayout<Slot>.stride)
  }

  /// The place in `bytes` of what stands at an address.
  func place(ofBytes address: UnsafeRawPointer?) -> Int {
    place(of: address, in: byteChunks, stride: 1)
  }

  private func place(
    of address: UnsafeRawPointer?,
    in chunks: [(start: UnsafeRawPointer, count: Int, place: Int)], stride: Int
  ) -> Int {
    guard let address else { return 0 }
    for chunk in chunks where (chunk.start...(chunk.start + chunk.count)).contains(address) {
      return chunk.place + (address - chunk.start) / stride
    }
    preconditionFailure("a value that stands nowhere")
  }
}
