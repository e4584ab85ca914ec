/// How often each of some addresses was seen, by the hash of the address. The hashes are random enough to be their own places in a
/// table.
struct AddressCounts: Sendable {
  /// An address and its count beside each other, since both are looked at together and seldom in the processor's cache.
  private struct Place: Sendable {
    var hash: UInt64
    var count: Int32
  }

  /// Hash zero stands for an empty place; an address whose hash is zero is counted apart.
  private var places = [Place](repeating: Place(hash: 0, count: 0), count: 1024)
  private var zeroCount: Int32 = 0
  private var used = 0

  init() {}

  /// Counts an address once more, or as often as `times` says.
  mutating func add(_ hash: UInt64, times: Int32 = 1) {
    add(CollectionOfOne(hash), times: times)
  }

  /// The same for several addresses.
  mutating func add(_ hashes: some Collection<UInt64>, times: Int32 = 1) {
    makeRoom(for: hashes.count)
    let (used, zeroCount) = places.withUnsafeMutableBufferPointer { places in
      var (used, zeroCount) = (0, Int32(0))
      for hash in hashes {
        guard hash != 0 else {
          zeroCount += times
          continue
        }
        let place = AddressCounts.place(of: hash, in: UnsafeBufferPointer(places))
        if places[place].hash == 0 {
          places[place].hash = hash
          used += 1
        }
        places[place].count += times
      }
      return (used, zeroCount)
    }
    self.used += used
    self.zeroCount += zeroCount
  }

  /// Counts what another table has counted.
  mutating func add(_ other: AddressCounts) {
    makeRoom(for: other.used)
    for place in other.places where place.hash != 0 { add(place.hash, times: place.count) }
    zeroCount += other.zeroCount
  }

  /// The addresses that were seen and are not among others, in no order that means anything.
  func elements(notAmong others: HashList) -> [UInt64] {
    // Of a hash that was not seen an empty place is marked.
    var isAmong = [Bool](repeating: false, count: places.count)
    var zeroIsAmong = false
    places.withUnsafeBufferPointer { places in
      for hash in others.elements {
        if hash == 0 { zeroIsAmong = true }
        isAmong[AddressCounts.place(of: hash, in: places)] = true
      }
    }
    let found = zip(places, isAmong).lazy.filter { $0.count > 0 && !$1 }.map { $0.0.hash }
    return found + (zeroCount > 0 && !zeroIsAmong ? [0] : [])
  }

  func contains(_ hash: UInt64) -> Bool { self[hash] > 0 }

  subscript(hash: UInt64) -> Int32 {
    guard hash != 0 else { return zeroCount }
    return places.withUnsafeBufferPointer { $0[AddressCounts.place(of: hash, in: $0)].count }
  }

  /// All addresses that were seen, in no order that means anything.
  var elements: [(hash: UInt64, count: Int32)] {
    places.filter { $0.count > 0 }.map { (hash: $0.hash, count: $0.count) }
      + (zeroCount > 0 ? [(UInt64(0), zeroCount)] : [])
  }

  /// All addresses whose count is not zero, in ascending order. There are negative counts where something was taken off.
  var sortedElements: [(hash: UInt64, count: Int32)] {
    let found: [(hash: UInt64, count: Int32)] =
      places.filter { $0.count != 0 }.map { (hash: $0.hash, count: $0.count) }
      + (zeroCount != 0 ? [(UInt64(0), zeroCount)] : [])
    return found.sorted { $0.hash < $1.hash }
  }

  /// Where a hash is, or would be.
  @inline(__always)
  private static func place(of hash: UInt64, in places: UnsafeBufferPointer<Place>) -> Int {
    let mask = places.count - 1
    // Both halves of the hash count.
    var place = Int(truncatingIfNeeded: hash ^ (hash >> 32)) & mask
    while places[place].hash != 0, places[place].hash != hash { place = (place + 1) & mask }
    return place
  }

  /// Takes care that a third of the places stay empty when so many addresses more have been seen.
  private mutating func makeRoom(for count: Int) {
    guard 3 * (used + count) > 2 * places.count else { return }
    var size = places.count
    while 3 * (used + count) > 2 * size { size *= 2 }
    let old = places
    places = [Place](repeating: Place(hash: 0, count: 0), count: size)
    for entry in old where entry.hash != 0 {
      let place = places.withUnsafeBufferPointer { AddressCounts.place(of: entry.hash, in: $0) }
      places[place] = entry
    }
  }
}
