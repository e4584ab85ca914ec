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

  /// With room for so many files, and for names of so many bytes.
  init(reserving count: Int, nameSize: Int = 0) {
    words.reserveCapacity(MemoryEntries.width * count)
    names.reserveCapacity(nameSize)
  }

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
      return (folder: folder.lowerBound, name: names.count)
    }
    add(stamp, folder: places.folder, name: places.name)
  }

  /// Adds some that another memory has, one behind another. They come out as if each was added by itself.
  mutating func add(_ stored: borrowing StoredEntries) {
    guard stored.count > 0 else { return }
    // What the first is in may stand before all of them, and may be what the last one here is in.
    add(stored.wholePath(at: 0), stored.stamp(at: 0))
    guard stored.count > 1 else { return }
    let (start, bytes) = stored.namesBehindFirst
    let (firstFolder, shift) = (folder.lowerBound, names.count - start)
    names.append(contentsOf: bytes)
    var last = firstFolder
    for index in 1..<stored.count {
      let places = stored.places(at: index)
      last = places.folder < start ? firstFolder : places.folder + shift
      add(stored.stamp(at: index), folder: last, name: places.name + shift)
    }
    if last != firstFolder { folder = last..<(names[last...].firstIndex(of: 0) ?? last) }
  }

  private mutating func add(_ stamp: FileStamp, folder: Int, name: Int) {
    words.append(stamp.device)
    words.append(stamp.inode)
    words.append(stamp.size)
    words.append(UInt64(bitPattern: stamp.modified))
    words.append(UInt64(bitPattern: stamp.changed))
    words.append(UInt64(folder) << 32 | UInt64(name))
  }
}

/// What was read to make outputs, as a memory keeps it: of each how many statements and how many files, and their numbers.
struct MemoryReadings {
  private(set) var numbers: [Int32] = []

  /// Where each begins.
  private(set) var places: [Int32] = []

  /// With room for so many numbers.
  init(reserving count: Int = 0) { numbers.reserveCapacity(count) }

  /// Stands in the count of statements if all have to be taken as read.
  static let isOfAll: Int32 = 1 << 30

  mutating func add(_ reading: Reading) { add(MemoryReadings.numbers(of: reading)) }

  /// The numbers of one reading.
  mutating func add(_ reading: [Int32]) {
    places.append(Int32(numbers.count))
    numbers += reading
  }

  static func numbers(of reading: Reading) -> [Int32] {
    let statementCount = Int32(reading.statements.count)
    var numbers: [Int32] = []
    numbers.reserveCapacity(2 + reading.statements.count + reading.files.count)
    numbers.append(statementCount | (reading.isOfAll ? isOfAll : 0))
    numbers.append(Int32(reading.files.count))
    numbers += reading.statements
    numbers += reading.files
    return numbers
  }

  /// Some that another memory has, one behind another: their numbers, and where each begins there.
  mutating func add(
    _ stored: UnsafeBufferPointer<Int32>, startingAt starts: UnsafeBufferPointer<Int32>
  ) {
    guard let first = starts.first else { return }
    let shift = Int32(numbers.count) - first
    for start in starts { places.append(start + shift) }
    numbers.append(contentsOf: stored)
  }
}
