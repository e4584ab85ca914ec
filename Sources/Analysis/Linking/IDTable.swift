/// Ids and their numbers, in the order in which they came. An id is found by its bytes, without a text being made of them.
struct IDTable: Sendable {
  /// All ids, one after another.
  private var bytes: [UInt8] = []

  /// By number: where an id ends, and the next one starts.
  private var ends: [Int32] = []

  /// Open addressing: the number of an id whose hash leads here, or -1. At most half of them are taken.
  private var slots = [Int32](repeating: -1, count: 64)

  /// The number of an id, which is new unless one came before that differs at most in case.
  mutating func add(_ id: Span<UInt8>) -> Int {
    if ends.count * 2 >= slots.count { grow() }
    let slot = slot(of: id)
    if slots[slot] >= 0 { return Int(slots[slot]) }
    slots[slot] = Int32(ends.count)
    for place in id.indices { bytes.append(id[place]) }
    ends.append(Int32(bytes.count))
    return ends.count - 1
  }

  /// The id with a number.
  func id(_ number: Int) -> String {
    String(decoding: bytes[start(of: number)..<Int(ends[number])], as: UTF8.self)
  }

  private func start(of number: Int) -> Int { number == 0 ? 0 : Int(ends[number - 1]) }

  /// The number of exactly this id.
  func number(of id: Span<UInt8>) -> Int? {
    let found = slots[slot(of: id)]
    return found >= 0 && isSame(Int(found), id, differingIn: 0) ? Int(found) : nil
  }

  /// Where an id stands, or else where it would.
  private func slot(of id: Span<UInt8>) -> Int {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for place in id.indices { hash = (hash ^ UInt64(id[place] | caseBit)) &* 0x100_0000_01b3 }
    let mask = slots.count - 1
    // The high bits of the hash are the better mixed ones.
    var slot = Int(truncatingIfNeeded: hash ^ (hash >> 32)) & mask
    while slots[slot] >= 0, !isSame(Int(slots[slot]), id, differingIn: caseBit) {
      slot = (slot + 1) & mask
    }
    return slot
  }

  /// Whether the id with a number is these bytes, apart from some bits.
  private func isSame(_ number: Int, _ id: Span<UInt8>, differingIn bits: UInt8) -> Bool {
    let start = start(of: number)
    guard Int(ends[number]) - start == id.count else { return false }
    for place in id.indices where bytes[start + place] | bits != id[place] | bits { return false }
    return true
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 4)
    for number in ends.indices {
      let id = Array(bytes[start(of: number)..<Int(ends[number])])
      slots[slot(of: id.span)] = Int32(number)
    }
  }
}

/// The bit that small ASCII letters have and capitals have not. Ids have no other characters that differ in it alone.
private let caseBit: UInt8 = 0x20
