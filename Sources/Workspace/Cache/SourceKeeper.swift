internal import Synchronization

/// Keeps what a build makes of its sources for the next one, as soon as it is made, and knows what the last build kept.
///
/// What was read anew is added to the file of the last build. Where more than half of that is of no use any more, all is written
/// anew beside it. If the disk is full, what was kept before stays as it was.
final class SourceKeeper: Sendable {
  private let former: KeptSources?
  private let disk = PosixFileSystem()
  private let path: String
  private let folder: String
  private let key: [UInt8]

  /// Whether all is written anew.
  private let isAnew: Bool

  private let state: Mutex<State>

  private struct State {
    /// What is written to; nil until there is something to write.
    var file: GrowingFile?

    /// Where the next source is put, in bytes.
    var end: Int

    var hasFailed = false

    /// Where sources have gone that stood elsewhere before, by where that was.
    var moved: [Int: KeptSources.Place] = [:]
  }

  /// How many bytes may be of no use in any case.
  private static let smallSize = 64 << 10

  init(_ path: String, in folder: String, key: [UInt8]) {
    let former = KeptSources(path, key: key)
    isAnew = former.map { $0.size > 2 * $0.usedSize + SourceKeeper.smallSize } ?? true
    state = Mutex(State(end: isAnew ? 0 : former?.size ?? 0))
    (self.former, self.path, self.folder, self.key) = (former, path, folder, key)
  }

  /// Whether so much was kept that it pays to read it on all cores: to make a tree of it is more work than to read a file.
  var hasMuch: Bool { former.map { $0.size > 1_000_000 } ?? false }

  /// A source as it was kept, if its file is as it was then.
  func source(_ path: String, _ stamp: FileStamp) -> KeptSources.Source? {
    guard let source = former?.source(path, stamp) else { return nil }
    guard isAnew else { return source }
    let known = state.withLock { $0.moved[source.place.start] }
    guard let place = known ?? keep(source.bytes, source.made) else { return nil }
    state.withLock { $0.moved[source.place.start] = place }
    return KeptSources.Source(place: place, bytes: source.bytes, made: source.made)
  }

  /// Keeps a source and what was made of it. Returns where; nil if it cannot be kept.
  func keep(_ bytes: [UInt8], _ made: [UInt8]) -> KeptSources.Place? {
    let size = bytes.count + made.count
    guard let (file, start) = room(of: size), file.write(bytes, at: start),
      file.write(made, at: start + bytes.count)
    else {
      state.withLock { $0.hasFailed = true }
      return nil
    }
    return KeptSources.Place(
      start: start, size: bytes.count, madeSize: made.count,
      check: bytes.withUnsafeBytes(MemoryCheck.of), madeCheck: made.withUnsafeBytes(MemoryCheck.of))
  }

  /// Writes which sources are kept, in any order, once all are. Does nothing if none is new.
  func finish(_ sources: [(path: String, stamp: FileStamp, place: KeptSources.Place)]) {
    let (file, hasFailed) = state.withLock { ($0.file, $0.hasFailed) }
    guard let file else { return }
    let sorted = sources.sorted { $0.path.precedesInBytes($1.path) }
    if !hasFailed, write(KeptSourceIndex.bytes(sorted, key: key)),
      !isAnew || (try? disk.move(temporary, to: path)) != nil
    {
      return
    }
    if isAnew {
      try? disk.remove(temporary, below: folder)
    } else if let former {
      file.cut(at: former.size)
    }
  }

  private func write(_ bytes: [UInt8]) -> Bool {
    room(of: bytes.count).map { $0.write(bytes, at: $1) } ?? false
  }

  private var temporary: String { path + "-new" }

  /// Takes room for so many bytes.
  private func room(of size: Int) -> (file: GrowingFile, start: Int)? {
    state.withLock { state in
      if state.file == nil, !state.hasFailed { state.file = open(size: state.end) }
      guard let file = state.file else { return nil }
      defer { state.end += size }
      return (file, state.end)
    }
  }

  private func open(size: Int) -> GrowingFile? {
    guard isAnew else { return GrowingFile(path, size: size) }
    if let file = GrowingFile(new: temporary) { return file }
    // The folder is made by whoever writes into it first.
    guard (try? disk.write([], to: temporary)) != nil else { return nil }
    return GrowingFile(new: temporary)
  }
}
