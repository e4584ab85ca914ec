internal import Output

/// A page that was made with gaps in it, which are filled in later: each a number between two bytes that no text has.
struct PageWithGaps {
  /// The parts of the page, in order.
  let parts: [Part]

  enum Part: Equatable {
    /// Bytes that stand in the page as they are.
    case text(Range<Int>)
    case gap(Int)
  }

  /// Neither YAML nor HTML may have it.
  private static let edge: UInt8 = 0

  /// The mark of a gap while the page is made.
  static func gap(_ number: Int) -> [UInt8] {
    var buffer = ByteBuffer()
    buffer.append(edge)
    buffer.append(decimal: number)
    buffer.append(edge)
    return buffer.bytes
  }

  init(_ page: [UInt8]) {
    var parts: [Part] = []
    var start = 0
    while let open = page[start...].firstIndex(of: PageWithGaps.edge),
      let close = page[(open + 1)...].firstIndex(of: PageWithGaps.edge),
      let number = Int(String(decoding: page[(open + 1)..<close], as: UTF8.self))
    {
      parts += [.text(start..<open), .gap(number)]
      start = close + 1
    }
    parts.append(.text(start..<page.count))
    self.parts = parts
  }
}
