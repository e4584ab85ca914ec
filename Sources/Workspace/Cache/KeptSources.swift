internal import Glibc
internal import Output

/// The sources of the last build as it read them, so that the next one reads again only those that were changed.
///
/// They are kept in one file beside the memory of the build: of each source its bytes and what was made of them, one behind
/// another, and at the end an index with paths and stamps. What a build reads anew it adds behind that, with a new index
/// (`SourceKeeper`). Each part has a check, so that whatever is damaged, or written by two builds at once, is read from its
/// source. Unlike the memory, it does not tell what was built: so it also serves a build that follows one with errors.
struct KeptSources: Sendable {
  /// Where one source stands in the file, and the checks of both its parts.
  struct Place: Equatable, Sendable {
    /// In bytes.
    var start: Int
    var size: Int
    var madeSize: Int

    var check: UInt64
    var madeCheck: UInt64

    /// How many numbers it has in the index.
    static let width = 5

    var end: Int { start + size + madeSize }
  }

  /// A source as it was kept.
  struct Source: Sendable {
    let place: Place
    let bytes: [UInt8]

    /// What was made of the bytes; see `ReadSource`.
    let made: [UInt8]
  }

  private let file: FileParts

  /// In the order of the bytes of their paths.
  private let entries: KeptSourceIndex

  /// Nil if there are none, or not those of this program and command.
  init?(_ path: String, key: [UInt8]) {
    guard let file = try? PosixFileSystem().parts(of: path) else { return nil }
    self.init(file, key: key)
  }

  init?(_ file: FileParts, key: [UInt8]) {
    let tail = 16
    guard let last = file.size >= tail ? file.read((file.size - tail)..<file.size) : nil
    else { return nil }
    let (check, size) = last.withUnsafeBytes {
      ($0.loadUnaligned(as: UInt64.self), $0.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
    }
    guard size <= UInt64(file.size - tail),
      let index = file.read((file.size - tail - Int(size))..<(file.size - tail)),
      index.withUnsafeBytes(MemoryCheck.of) == check,
      let entries = KeptSourceIndex(index, key: key)
    else { return nil }
    (self.file, self.entries) = (file, entries)
  }

  /// How long the file is, in bytes.
  var size: Int { file.size }

  /// How much of that belongs to sources, in bytes.
  var usedSize: Int { entries.usedSize }

  /// A source, if its file is as it was and what was kept of it is whole.
  func source(_ path: String, _ stamp: FileStamp) -> Source? {
    guard stamp != .unsettled, stamp != .absent, let place = entries.place(of: path, stamp),
      let bytes = file.read(place.start..<(place.start + place.size)),
      let made = file.read((place.start + place.size)..<place.end),
      bytes.withUnsafeBytes(MemoryCheck.of) == place.check,
      made.withUnsafeBytes(MemoryCheck.of) == place.madeCheck
    else { return nil }
    return Source(place: place, bytes: bytes, made: made)
  }
}

/// Which sources are kept: their paths and stamps, and where they stand.
struct KeptSourceIndex: Sendable {
  private let bytes: [UInt8]
  private let counts: Counts

  private struct Counts: Sendable {
    let entries: Int
    let key: Int
    let names: Int

    static let size = 32

    var places: Int { Counts.size + 8 * MemoryEntries.width * entries }
    var keyStart: Int { places + 8 * KeptSources.Place.width * entries }
    var namesStart: Int { keyStart + key }
  }

  /// The first number of each: the form's name and version.
  private static let mark: UInt64 = 0x0001_4352_5346_534b

  /// Nil if it is none, or another program's or command's.
  init?(_ bytes: [UInt8], key: [UInt8]) {
    guard bytes.count > Counts.size else { return nil }
    let numbers = bytes.withUnsafeBytes { bytes in
      (0..<4).map { bytes.loadUnaligned(fromByteOffset: 8 * $0, as: UInt64.self) }
    }
    guard numbers[0] == KeptSourceIndex.mark, numbers[1...].allSatisfy({ $0 < 1 << 40 }) else {
      return nil
    }
    let counts = Counts(entries: Int(numbers[1]), key: Int(numbers[2]), names: Int(numbers[3]))
    guard counts.namesStart + counts.names == bytes.count, bytes.last == 0,
      bytes[counts.keyStart..<counts.namesStart].elementsEqual(key)
    else { return nil }
    (self.bytes, self.counts) = (bytes, counts)
  }

  /// How many bytes of the file belong to sources, of which several may be the same.
  var usedSize: Int {
    var sizes: [Int: Int] = [:]
    for number in 0..<counts.entries {
      let place = place(of: number)
      sizes[place.start] = place.size + place.madeSize
    }
    return sizes.values.reduce(0, +)
  }

  /// Where the source with a path stands, if it has this stamp.
  func place(of path: String, _ stamp: FileStamp) -> KeptSources.Place? {
    bytes.withUnsafeBytes { bytes in
      let entries = StoredEntries(
        entries: UnsafeRawBufferPointer(rebasing: bytes[Counts.size..<counts.places]),
        names: UnsafeRawBufferPointer(rebasing: bytes[counts.namesStart...]))
      let source = firstPlace(below: counts.entries) { entries.compare($0, path) >= 0 }
      guard source < counts.entries, entries.compare(source, path) == 0,
        entries.stamp(at: source) == stamp
      else { return nil }
      return place(of: source)
    }
  }

  /// Where a source stands, by its number.
  private func place(of source: Int) -> KeptSources.Place {
    bytes.withUnsafeBytes { bytes in
      let start = counts.places + 8 * KeptSources.Place.width * source
      func number(_ index: Int) -> UInt64 {
        bytes.loadUnaligned(fromByteOffset: start + 8 * index, as: UInt64.self)
      }
      return KeptSources.Place(
        start: Int(number(0)), size: Int(number(1)), madeSize: Int(number(2)), check: number(3),
        madeCheck: number(4))
    }
  }

  /// The bytes of an index, with the check and the size behind it by which it is found. Paths have to be in the order of their
  /// bytes.
  static func bytes(
    _ sources: [(path: String, stamp: FileStamp, place: KeptSources.Place)], key: [UInt8]
  ) -> [UInt8] {
    var entries = MemoryEntries(reserving: sources.count)
    for source in sources { entries.add(source.path, source.stamp) }
    var index: [UInt8] = []
    func add(_ numbers: [UInt64]) { numbers.withUnsafeBytes { index.append(contentsOf: $0) } }
    add([mark, UInt64(sources.count), UInt64(key.count), UInt64(entries.names.count)])
    add(entries.words)
    for place in sources.map(\.place) {
      add(
        [place.start, place.size, place.madeSize].map(UInt64.init) + [place.check, place.madeCheck])
    }
    index += key
    index += entries.names
    let check = index.withUnsafeBytes(MemoryCheck.of)
    let size = UInt64(index.count)
    add([check, size])
    return index
  }
}

extension StoredEntries {
  /// Below zero if the path of a file comes before another in the order of their bytes, and above if behind.
  fileprivate func compare(_ index: Int, _ path: String) -> Int32 {
    let own = self.path(at: index)
    let length = strlen(own.folder)
    return path.withCString { path in
      let first = strncmp(own.folder, path, length)
      return first != 0 ? first : strcmp(own.name, path + length)
    }
  }
}
