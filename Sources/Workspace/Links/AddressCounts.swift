/// How often each of some addresses was seen, by the hash of the address. The hashes are random enough to be their own places in a
/// table.
struct AddressCounts: Sendable {
  /// Zero stands for an empty place; an address whose hash is zero is counted apart.
  private var places = [UInt64](repeating: 0, count: 1024)
  private var counts = [Int32](repeating: 0, count: 1024)
  private var zeroCount: Int32 = 0
  private var used = 0

  init() {}

  /// Counts an address once more, or as often as `times` says.
  mutating func add(_ hash: UInt64, times: Int32 = 1) {
    guard hash != 0 else {
      zeroCount += times
      return
    }
    if 3 * (used + 1) > 2 * places.count { grow() }
    let place = place(of: hash)
    if places[place] == 0 {
      places[place] = hash
      used += 1
    }
    counts[place] += times
  }

  func contains(_ hash: UInt64) -> Bool { self[hash] > 0 }

  subscript(hash: UInt64) -> Int32 { hash == 0 ? zeroCount : counts[place(of: hash)] }

  /// All addresses that were seen, in no order that means anything.
  var elements: [(hash: UInt64, count: Int32)] {
    zip(places, counts).filter { $0.1 > 0 }.map { (hash: $0, count: $1) }
      + (zeroCount > 0 ? [(UInt64(0), zeroCount)] : [])
  }

  /// Where a hash is, or would be.
  private func place(of hash: UInt64) -> Int {
    let mask = places.count - 1
    // The upper bits of an FNV hash are mixed better than the lower.
    var place = Int(truncatingIfNeeded: hash ^ (hash >> 32)) & mask
    while places[place] != 0, places[place] != hash { place = (place + 1) & mask }
    return place
  }

  private mutating func grow() {
    let (oldPlaces, oldCounts) = (places, counts)
    places = [UInt64](repeating: 0, count: 4 * oldPlaces.count)
    counts = [Int32](repeating: 0, count: 4 * oldPlaces.count)
    for (hash, count) in zip(oldPlaces, oldCounts) where hash != 0 {
      let place = place(of: hash)
      places[place] = hash
      counts[place] = count
    }
  }
}
