/// Ids and their numbers, in the order in which they came. An id is found by its bytes, without a text being made of them.
struct IDTable: Sendable {
  /// All ids, one after another.
  private var bytes: [UInt8] = []

  /// By number: where an id ends, and the next one starts.
  private var ends: [Int32] = []

  /// Open addressing. At most half of them are taken.
  private var slots = [Slot](repeating: Slot(), count: 64)

  /// What is known of the id whose hash leads here. It stands beside its hash, so that of a hundred thousand ids none is looked at
  /// but the one that is looked for.
  private struct Slot: Sendable {
    var hash: UInt32 = 0

    /// Negative where there is no id.
    var number: Int32 = -1

    /// The offset of its bytes.
    var start: Int32 = 0
    var count: Int32 = 0
  }

  /// The number of an id, which is new unless one came before that differs at most in case.
  mutating func add(_ id: Span<UInt8>) -> Int {
    if ends.count * 2 >= slots.count { grow() }
    let hash = IDTable.hash(id)
    let slot = slot(of: id, hash)
    if slots[slot].number >= 0 { return Int(slots[slot].number) }
    slots[slot] = Slot(
      hash: hash, number: Int32(ends.count), start: Int32(bytes.count), count: Int32(id.count))
    for place in id.indices { bytes.append(id[place]) }
    ends.append(Int32(bytes.count))
    return ends.count - 1
  }

  /// The id with a number.
  func id(_ number: Int) -> String {
    let start = number == 0 ? 0 : Int(ends[number - 1])
    return String(decoding: bytes[start..<Int(ends[number])], as: UTF8.self)
  }

  /// The number of exactly this id.
  func number(of id: Span<UInt8>) -> Int? {
    let found = slots[slot(of: id, IDTable.hash(id))]
    return found.number >= 0 && isSame(found, id, differingIn: 0) ? Int(found.number) : nil
  }

  /// A hash that is equal for ids that differ only in case. The high bits of the product are the better mixed ones.
  private static func hash(_ id: Span<UInt8>) -> UInt32 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for place in id.indices { hash = (hash ^ UInt64(id[place] | caseBit)) &* 0x100_0000_01b3 }
    return UInt32(truncatingIfNeeded: hash ^ (hash >> 32))
  }

  /// The slot of an id, or else the free slot where it belongs.
  private func slot(of id: Span<UInt8>, _ hash: UInt32) -> Int {
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while slots[slot].number >= 0,
      slots[slot].hash != hash || !isSame(slots[slot], id, differingIn: caseBit)
    {
      slot = (slot + 1) & mask
    }
    return slot
  }

  /// Whether the id of a slot is these bytes, apart from some bits.
  private func isSame(_ slot: Slot, _ id: Span<UInt8>, differingIn bits: UInt8) -> Bool {
    guard Int(slot.count) == id.count else { return false }
    let start = Int(slot.start)
    for place in id.indices where bytes[start + place] | bits != id[place] | bits { return false }
    return true
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(), count: old.count * 4)
    let mask = slots.count - 1
    for entry in old where entry.number >= 0 {
      var slot = Int(entry.hash) & mask
      while slots[slot].number >= 0 { slot = (slot + 1) & mask }
      slots[slot] = entry
    }
  }
}

/// The bit that small ASCII letters have and capitals have not. Ids have no other characters that differ in it alone.
private let caseBit: UInt8 = 0x20
