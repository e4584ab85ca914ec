internal import Model
internal import Output

/// The stamps and paths of files, as a memory keeps them: of each the five numbers of its stamp, and one with the places of its
/// folder and its name among the names. So a run that looks at them needs neither texts nor a walk through what is before.
struct MemoryEntries {
  /// How many numbers each has.
  static let width = 6

  private(set) var words: [UInt64] = []

  /// Folders, each with the slash behind it, and names, each with a zero behind it. A folder stands there once for all files
  /// of it that follow one another.
  private(set) var names: [UInt8] = [0]

  private var folder = 0..<0

  /// With room for so many files.
  init(reserving count: Int) { words.reserveCapacity(MemoryEntries.width * count) }

  mutating func add(_ path: String, _ stamp: FileStamp) {
    var path = path
    let places = path.withUTF8 { bytes in
      let length = bytes.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
      if !bytes[..<length].elementsEqual(names[folder]) {
        folder = names.count..<(names.count + length)
        names.append(contentsOf: bytes[..<length])
        names.append(0)
      }
      defer {
        names.append(contentsOf: bytes[length...])
        names.append(0)
      }
      return UInt64(folder.lowerBound) << 32 | UInt64(names.count)
    }
    words += [
      stamp.device, stamp.inode, stamp.size, UInt64(bitPattern: stamp.modified),
      UInt64(bitPattern: stamp.changed), places,
    ]
  }

  /// In bytes.
  var size: Int { 8 * words.count + names.count }
}

/// What was read to make outputs, as a memory keeps it: of each how many statements and how many files, and their numbers.
struct MemoryReadings {
  private(set) var numbers: [Int32] = []

  /// Where each begins.
  private(set) var places: [Int32] = []

  /// Stands in the count of statements if all have to be taken as read.
  static let isOfAll: Int32 = 1 << 30

  mutating func add(_ reading: Reading) {
    places.append(Int32(numbers.count))
    numbers.append(Int32(reading.statements.count) | (reading.isOfAll ? MemoryReadings.isOfAll : 0))
    numbers.append(Int32(reading.files.count))
    numbers += reading.statements
    numbers += reading.files
  }

  /// One that a memory has.
  mutating func add(_ reading: some Collection<Int32>) {
    places.append(Int32(numbers.count))
    numbers.append(contentsOf: reading)
  }

  /// In bytes.
  var size: Int { 4 * (numbers.count + places.count) }
}
