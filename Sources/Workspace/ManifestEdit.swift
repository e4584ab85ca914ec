internal import Glibc
internal import Model
internal import Output

/// A manifest that differs in a few entries from one that is there: some come in the place of those of the same paths, or to them,
/// and some go. So tens of thousands of entries need not be put in order and written again.
struct ManifestEdit {
  private let former: [UInt8]
  private let added: [UInt8]
  private let parts: [Part]

  /// Lines, or the head or the foot, of one of the two.
  private struct Part {
    var isAdded = false
    var range: Range<Int>

    /// Whether a comma has to come behind it, since it was the last line.
    var lacksComma = false
  }

  /// How much is given at once, in bytes.
  private static let pieceSize = 64 << 10

  /// Nil if the entries would have to be put in order anew.
  init?(
    _ former: [UInt8], adding entries: [Manifest.Entry], removing paths: [String],
    _ identity: Identity
  ) {
    let added = entries.isEmpty ? [] : Manifest(entries).bytes(identity)
    let parts = former.withUnsafeBufferPointer { former in
      added.withUnsafeBufferPointer { added in
        ManifestEdit.parts(former, added, removing: paths)
      }
    }
    guard let parts else { return nil }
    (self.former, self.added, self.parts) = (former, added, parts)
  }

  /// Gives the bytes of the new manifest.
  func forEachPiece(_ give: ([UInt8]) -> Void) {
    for part in parts {
      var rest = part.range
      while !rest.isEmpty {
        let piece = rest.prefix(ManifestEdit.pieceSize)
        give(Array((part.isAdded ? added : former)[piece]))
        rest = piece.upperBound..<rest.upperBound
      }
      if part.lacksComma { give(ManifestLines.lineEnd) }
    }
  }

  private static func parts(
    _ former: UnsafeBufferPointer<UInt8>, _ added: UnsafeBufferPointer<UInt8>,
    removing paths: [String]
  ) -> [Part]? {
    guard let former = ManifestLines(former) else { return nil }
    var edits = paths.map { (path: $0, line: 0..<0) }
    var addedEnd = 0
    if !added.isEmpty {
      guard let added = ManifestLines(added), former.hasHead(of: added) else { return nil }
      edits += added.entries
      addedEnd = added.end
    }
    edits.sort { $0.path.precedesInBytes($1.path) }
    var parts = [Part(range: 0..<former.start)]
    func add(_ lines: Range<Int>, isAdded: Bool, end: Int) {
      guard !lines.isEmpty else { return }
      let lacksComma = lines.upperBound == end
      parts.append(Part(isAdded: isAdded, range: lines, lacksComma: lacksComma))
    }
    // Lines from `kept` to `next` were looked at and have not been taken.
    var (kept, next) = (former.start, former.start)
    for edit in edits {
      edit.path.withBytes { path in
        var order: Int32 = -1
        while next < former.end {
          order = compare(former.path(at: next), path)
          if order >= 0 { break }
          next = former.lineEnd(from: next)
        }
        add(kept..<next, isAdded: false, end: former.end)
        if order == 0 { next = former.lineEnd(from: next) }
      }
      kept = next
      add(edit.line, isAdded: true, end: addedEnd)
    }
    add(kept..<former.end, isAdded: false, end: former.end)
    // Without any line it has another form.
    guard parts.count > 1 else { return nil }
    let last = parts.count - 1
    if !parts[last].lacksComma {
      let range = parts[last].range
      parts[last].range = range.lowerBound..<(range.upperBound - ManifestLines.lineEnd.count)
    }
    parts[last].lacksComma = false
    return parts + [Part(range: former.end..<former.count)]
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

  /// Whether all before the lines is the same.
  func hasHead(of other: ManifestLines) -> Bool {
    bytes[..<start].elementsEqual(other.bytes[..<other.start])
  }

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
