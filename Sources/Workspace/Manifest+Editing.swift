internal import Glibc
internal import Model
internal import Output

extension Manifest {
  /// The bytes of a manifest that differs in a few entries from one that is there: some come in the place of those of the same
  /// paths, or to them, and some go. So tens of thousands of entries need not be put in order and written again.
  ///
  /// Nil if that cannot be done; then all of it has to be made.
  static func bytes(
    _ former: [UInt8], adding entries: [Entry], removing paths: [String], _ identity: Identity
  ) -> [UInt8]? {
    if entries.isEmpty && paths.isEmpty { return former }
    let added = Manifest(entries).bytes(identity)
    return former.withUnsafeBufferPointer { former in
      added.withUnsafeBufferPointer { added in
        guard let former = ManifestLines(former), let added = ManifestLines(added),
          former.isFramed(like: added)
        else { return nil }
        let edits = added.entries + paths.map { (path: $0, line: 0..<0) }
        return merged(former, added, edits.sorted { $0.path.precedesInBytes($1.path) })
      }
    }
  }

  /// `edits` are the lines that come, by their paths, in order; empty ones for those that go.
  private static func merged(
    _ former: ManifestLines, _ added: ManifestLines, _ edits: [(path: String, line: Range<Int>)]
  ) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(former.count + added.count)
    bytes += former.head
    // Lines from `kept` to `next` were looked at and have not been copied.
    var (kept, next) = (former.start, former.start)
    for edit in edits {
      edit.path.withBytes { path in
        var order: Int32 = -1
        while next < former.end {
          order = compare(former.path(at: next), path)
          if order >= 0 { break }
          next = former.lineEnd(from: next)
        }
        bytes += former.lines(kept..<next)
        if order == 0 { next = former.lineEnd(from: next) }
      }
      kept = next
      bytes += added.lines(edit.line)
    }
    bytes += former.lines(kept..<former.end)
    // Behind the last there is no comma.
    bytes.removeLast(ManifestLines.lineEnd.count)
    bytes += former.foot
    return bytes
  }
}

/// The lines of a manifest as it is written: one for each file, in the order of the paths.
private struct ManifestLines {
  private let bytes: UnsafeBufferPointer<UInt8>

  /// Where the lines of files begin and end.
  let start: Int
  let end: Int

  private static let headEnd = Array("  \"files\": [\n".utf8)
  private static let foot = Array("\n  ]\n}\n".utf8)
  private static let lineStart = Array("    {\"path\": \"".utf8)
  static let lineEnd = Array(",\n".utf8)

  /// Nil if it has another form, or a path in which something is escaped, so that the lines may have another order than the paths.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let base = bytes.baseAddress, memchr(base, Int32(UInt8(ascii: "\\")), bytes.count) == nil
    else { return nil }
    end = bytes.count - ManifestLines.foot.count
    var line = bytes[...]
    while !line.starts(with: ManifestLines.headEnd) {
      guard let lineEnd = line.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
      line = line[(lineEnd + 1)...]
    }
    start = line.startIndex + ManifestLines.headEnd.count
    guard start < end, bytes[end...].elementsEqual(ManifestLines.foot) else { return nil }
    self.bytes = bytes
  }

  /// In bytes.
  var count: Int { bytes.count }

  var head: Slice<UnsafeBufferPointer<UInt8>> { bytes[..<start] }
  var foot: [UInt8] { ManifestLines.foot }

  /// Whether all but the lines is the same.
  func isFramed(like other: ManifestLines) -> Bool { head.elementsEqual(other.head) }

  /// All files: their paths, and their lines.
  var entries: [(path: String, line: Range<Int>)] {
    var entries: [(path: String, line: Range<Int>)] = []
    var line = start
    while line < end {
      let next = lineEnd(from: line)
      entries.append((String(decoding: path(at: line), as: UTF8.self), line..<next))
      line = next
    }
    return entries
  }

  /// The path that a line tells of.
  func path(at line: Int) -> UnsafeBufferPointer<UInt8> {
    let start = line + ManifestLines.lineStart.count
    return UnsafeBufferPointer(rebasing: bytes[start..<place(of: UInt8(ascii: "\""), from: start)])
  }

  /// Where the next line begins, or the last one ends.
  func lineEnd(from line: Int) -> Int { min(place(of: UInt8(ascii: "\n"), from: line) + 1, end) }

  /// Some lines, each with its comma.
  func lines(_ range: Range<Int>) -> [UInt8] {
    guard !range.isEmpty else { return [] }
    return bytes[range] + (range.upperBound == end ? ManifestLines.lineEnd : [])
  }

  private func place(of byte: UInt8, from start: Int) -> Int {
    guard start < end, let base = bytes.baseAddress,
      let found = memchr(base + start, Int32(byte), end - start)
    else { return end }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }
}

/// Negative if some bytes come before others, zero if they are the same.
private func compare(
  _ bytes: UnsafeBufferPointer<UInt8>, _ others: UnsafeBufferPointer<UInt8>
) -> Int32 {
  let order = memcmp(bytes, others, min(bytes.count, others.count))
  if order != 0 { return order }
  return bytes.count == others.count ? 0 : bytes.count < others.count ? -1 : 1
}

/// As that of the system, for memory that may be empty.
private func memcmp(
  _ bytes: UnsafeBufferPointer<UInt8>, _ others: UnsafeBufferPointer<UInt8>, _ count: Int
) -> Int32 {
  guard let start = bytes.baseAddress, let otherStart = others.baseAddress else { return 0 }
  return Glibc.memcmp(start, otherStart, count)
}
