internal import Glibc

/// A position for people: line and column from one, the column in Unicode scalars.
package struct Position: Hashable, Sendable {
  package let line: Int
  package let column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

/// The line starts of one file. LF, CR LF and a lone CR end a line, as in every editor.
///
/// A byte order mark does not belong to the first line, as in every editor and in SARIF (2.1.0, section 3.30.2).
package struct LineIndex: Sendable {
  private let bytes: [UInt8]
  private let starts: [Int]

  /// The number of scalars before each block of bytes, so that columns in a line of megabytes are found quickly.
  private let scalarsBefore: [Int]
  private static let blockSize = 1024

  package init(_ file: SourceFile) {
    bytes = file.bytes
    starts = [LineIndex.start(of: bytes)] + LineIndex.ends(in: bytes)
    scalarsBefore = LineIndex.scalarsBefore(bytes)
  }

  private static func start(of bytes: [UInt8]) -> Int {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// The start of each line but the first. Most files have no CR, and the system finds LF faster than a loop of ours.
  private static func ends(in bytes: [UInt8]) -> [Int] {
    guard !bytes.contains(UInt8(ascii: "\r")) else { return endsWithReturns(in: bytes) }
    var ends: [Int] = []
    ends.reserveCapacity(bytes.count / 32)
    bytes.withUnsafeBytes { bytes in
      var index = 0
      while index < bytes.count, let base = bytes.baseAddress,
        let found = memchr(base + index, Int32(UInt8(ascii: "\n")), bytes.count - index)
      {
        index = base.distance(to: found) + 1
        ends.append(index)
      }
    }
    return ends
  }

  private static func endsWithReturns(in bytes: [UInt8]) -> [Int] {
    bytes.indices.filter { offset in
      bytes[offset] == UInt8(ascii: "\n")
        || bytes[offset] == UInt8(ascii: "\r")
          && !(offset + 1 < bytes.count && bytes[offset + 1] == UInt8(ascii: "\n"))
    }.map { $0 + 1 }
  }

  private static func scalarsBefore(_ bytes: [UInt8]) -> [Int] {
    bytes.withUnsafeBufferPointer { bytes in
      var before = [0]
      for end in stride(from: blockSize, through: bytes.count, by: blockSize) {
        var count = 0
        for index in end - blockSize..<end where startsScalar(bytes[index]) { count &+= 1 }
        before.append(before[before.count - 1] + count)
      }
      return before
    }
  }

  package var lineCount: Int { starts.count }

  /// The one-based number of the line that contains a byte offset.
  package func line(at offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  package func position(at offset: Int) -> Position {
    let line = line(at: offset)
    let start = starts[line - 1]
    let end = max(start, min(offset, bytes.count))
    let isNear = end - start < LineIndex.blockSize
    let before =
      isNear ? bytes[start..<end].count(where: startsScalar) : scalars(from: start, to: end)
    return Position(line: line, column: 1 + before)
  }

  private func scalars(from start: Int, to end: Int) -> Int {
    func before(_ offset: Int) -> Int {
      let block = offset / LineIndex.blockSize
      return scalarsBefore[block]
        + bytes[block * LineIndex.blockSize..<offset].count(where: startsScalar)
    }
    return before(end) - before(start)
  }

  /// The byte offsets of a one-based line, without its line break.
  package func range(ofLine line: Int) -> Range<Int> {
    let start = starts[line - 1]
    var end = line < starts.count ? starts[line] : bytes.count
    while end > start, bytes[end - 1] == UInt8(ascii: "\n") || bytes[end - 1] == UInt8(ascii: "\r")
    {
      end -= 1
    }
    return start..<end
  }

  /// The bytes of a one-based line without the spaces and tabs around them.
  func trimmedLine(_ line: Int) -> [UInt8] {
    func isSpace(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
    let rest = bytes[range(ofLine: line)].drop(while: isSpace)
    guard let end = rest.lastIndex(where: { !isSpace($0) }) else { return [] }
    return Array(rest[...end])
  }
}

/// Whether a byte is the first of a Unicode scalar, which is no continuation byte.
private func startsScalar(_ byte: UInt8) -> Bool {
  byte & 0xC0 != 0x80
}
