/// A hash table of the addresses that pages link to. The hashes are random enough to serve as slot numbers.
struct AddressSet: Sendable {
  /// The slots. Zero marks an empty slot; an address whose hash is zero is recorded in `hasZero`.
  private var slots = [UInt64](repeating: 0, count: 1024)
  private var hasZero = false
  private var used = 0

  init() {}

  mutating func insert(_ hashes: some Collection<UInt64>) {
    reserve(hashes.count)
    for hash in hashes {
      guard hash != 0 else {
        hasZero = true
        continue
      }
      let slot = AddressSet.slot(of: hash, in: slots)
      if slots[slot] == 0 { used += 1 }
      slots[slot] = hash
    }
  }

  mutating func formUnion(_ other: AddressSet) {
    reserve(other.used)
    insert(other.slots.filter { $0 != 0 })
    if other.hasZero { hasZero = true }
  }

  /// The addresses that are not in `others`, in no particular order.
  func elements(notAmong others: HashList) -> [UInt64] {
    var isAmong = [Bool](repeating: false, count: slots.count)
    var zeroIsAmong = false
    for hash in others.elements {
      if hash == 0 { zeroIsAmong = true }
      // A hash that is absent here marks an empty slot, which does no harm.
      isAmong[AddressSet.slot(of: hash, in: slots)] = true
    }
    return zip(slots, isAmong).lazy.filter { $0 != 0 && !$1 }.map(\.0)
      + (hasZero && !zeroIsAmong ? [0] : [])
  }

  /// The slot that holds a hash, or would hold it.
  @inline(__always)
  private static func slot(of hash: UInt64, in slots: [UInt64]) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash ^ (hash >> 32)) & mask
    while slots[slot] != 0, slots[slot] != hash { slot = (slot + 1) & mask }
    return slot
  }

  /// Grows the table so that a third of the slots stays empty after `count` more addresses.
  private mutating func reserve(_ count: Int) {
    guard 3 * (used + count) > 2 * slots.count else { return }
    var size = slots.count
    while 3 * (used + count) > 2 * size { size *= 2 }
    let old = slots
    slots = [UInt64](repeating: 0, count: size)
    for hash in old where hash != 0 { slots[AddressSet.slot(of: hash, in: slots)] = hash }
  }
}
