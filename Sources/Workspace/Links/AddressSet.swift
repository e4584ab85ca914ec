/// A set of hashes of addresses. They are random enough to be their own places in a table.
struct AddressSet: Sendable {
  /// Zero stands for an empty place, and is kept apart.
  private var places = [UInt64](repeating: 0, count: 1024)
  private var hasZero = false
  private(set) var count = 0

  /// All of them, in no order that means anything.
  var elements: [UInt64] { places.filter { $0 != 0 } + (hasZero ? [0] : []) }

  /// Adds a hash. It is no failure if it is there already.
  mutating func insert(_ hash: UInt64) {
    guard hash != 0 else {
      count += hasZero ? 0 : 1
      hasZero = true
      return
    }
    if 3 * (count + 1) > 2 * places.count { grow() }
    let place = place(of: hash)
    guard places[place] == 0 else { return }
    places[place] = hash
    count += 1
  }

  func contains(_ hash: UInt64) -> Bool {
    hash == 0 ? hasZero : places[place(of: hash)] == hash
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
    let old = places
    places = [UInt64](repeating: 0, count: 4 * old.count)
    for hash in old where hash != 0 { places[place(of: hash)] = hash }
  }
}
