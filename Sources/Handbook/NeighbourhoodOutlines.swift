internal import Output

/// The pictures of all neighbourhoods, with gaps for the words in them.
///
/// A picture is drawn anew only for each number of boxes on its two sides, of which there are few; thousands of statements
/// differ in the words alone.
final class NeighbourhoodOutlines: Sendable {
  /// What stands in a gap.
  enum Gap {
    /// What the picture shows, for those who do not see it.
    case words
    case left(Int)
    case right(Int)
    case own

    /// How many more there are than boxes.
    case rest(Int)
  }

  /// The only ones.
  static let all = NeighbourhoodOutlines()

  /// How many boxes a side has at most; the lists have them all.
  private static let most = 7

  /// All pictures one behind the other, and the places of their gaps and ends.
  private let bytes: [UInt8]
  private let cuts: [Int]

  /// By the number of boxes on the left and on the right: where its cuts begin, and its bytes.
  private let starts: [(cut: Int, byte: Int)]

  /// What marks a gap while a picture is drawn.
  private static let gap = UInt8(0)

  private init() {
    var (bytes, cuts): ([UInt8], [Int]) = ([], [])
    var starts: [(cut: Int, byte: Int)] = []
    for left in 0...Self.most {
      for right in 0...Self.most {
        starts.append((cuts.count, bytes.count))
        for byte in Self.drawing(left, right) {
          if byte == Self.gap { cuts.append(bytes.count) } else { bytes.append(byte) }
        }
        cuts.append(bytes.count)
      }
    }
    (self.bytes, self.cuts, self.starts) = (bytes, cuts, starts)
  }

  /// Writes the picture of so many things on the two sides; `fill` writes what stands in each gap.
  func write(
    _ left: Int, _ right: Int, to buffer: inout ByteBuffer,
    _ fill: (Gap, inout ByteBuffer) -> Void
  ) {
    let (leftBoxes, rightBoxes) = (min(left, Self.most), min(right, Self.most))
    var (cut, byte) = starts[leftBoxes * (Self.most + 1) + rightBoxes]
    bytes.withUnsafeBufferPointer { bytes in
      func write(_ gap: Gap?) {
        buffer.append(raw: UnsafeBufferPointer(rebasing: bytes[byte..<cuts[cut]]))
        byte = cuts[cut]
        cut += 1
        if let gap { fill(gap, &buffer) }
      }
      write(.words)
      for index in 0..<leftBoxes { write(Self.gap(index, of: left, Gap.left)) }
      for index in 0..<rightBoxes { write(Self.gap(index, of: right, Gap.right)) }
      write(.own)
      write(nil)
    }
  }

  private static func gap(_ index: Int, of count: Int, _ own: (Int) -> Gap) -> Gap {
    index == most - 1 && count > most ? .rest(count - most + 1) : own(index)
  }
}

/// How one is drawn.
extension NeighbourhoodOutlines {
  /// A box is a little narrower than its place, for its edge.
  private static let box = (width: 150, height: 34, gap: 14)
  private static let columns = [0, 245, 490]

  private static func drawing(_ left: Int, _ right: Int) -> [UInt8] {
    let step = box.height + box.gap
    let rows = max(left, right, 1)
    var drawing = Drawing(width: 640, height: rows * step - box.gap + 32)
    let middle = 30 + (rows * step - box.gap) / 2
    let (lefts, rights) = (middles(left, around: middle), middles(right, around: middle))
    drawing.curves(
      lefts.map { (start: (box.width, $0), end: (columns[1], middle)) }
        + rights.map { (start: (columns[1] + box.width, middle), end: (columns[2], $0)) })
    draw(
      "box",
      at: lefts.map { (x: columns[0], middle: $0) }
        + rights.map { (x: columns[2], middle: $0) }, &drawing)
    draw("own", at: [(x: columns[1], middle: middle)], &drawing)
    if left > 0 { drawing.text("side", x: columns[0], y: 16, "Builds on") }
    if right > 0 { drawing.text("side", x: columns[2], y: 16, "Leads to") }
    var buffer = ByteBuffer()
    drawing.write(label: gapText, to: &buffer)
    return buffer.bytes
  }

  private static let gapText = String(decoding: [gap], as: UTF8.self)

  /// The heights of the middles of so many boxes in a column.
  private static func middles(_ count: Int, around middle: Int) -> [Int] {
    let step = box.height + box.gap
    let top = middle - (count * step - box.gap) / 2
    return (0..<count).map { top + $0 * step + box.height / 2 }
  }

  private static func draw(
    _ className: StaticString, at places: [(x: Int, middle: Int)], _ drawing: inout Drawing
  ) {
    drawing.boxes(
      className, at: places.map { (x: $0.x + 1, y: $0.middle - box.height / 2) },
      width: box.width - 2, height: box.height)
    for place in places {
      drawing.text(x: place.x + box.width / 2, y: place.middle + 5, gapText)
    }
  }
}
