/// Where a line most likely should start: in line with the nearest line above of its own sort, which is still open.
struct IndentationAdvice {
  /// How many spaces the line should have.
  let column: Int

  /// The line that it should line up with, or that it belongs to.
  let sibling: Range<Int>

  /// Nil if no line above tells, or if the line is where it should be.
  init?(for line: Range<Int>, in lines: SourceLines, found: Int) {
    let shape = lines.shape(of: line)
    let candidates = IndentationAdvice.candidates(for: line, isItem: shape.isItem, in: lines)
    let usual = IndentationAdvice.usualColumns(of: line, in: lines)
    let best = candidates.enumerated().min { left, right in
      let (a, b) = (left.element.column, right.element.column)
      return (abs(a - found), usual.firstIndex(of: a) ?? .max, left.offset)
        < (abs(b - found), usual.firstIndex(of: b) ?? .max, right.offset)
    }?.element
    guard let best, best.column != found else { return nil }
    (column, sibling) = best
  }

  /// Where a line should start whose own indentation tells nothing, since it is made of tabs.
  static func column(for line: Range<Int>, in lines: SourceLines) -> Int {
    let isItem = lines.shape(of: line).isItem
    let columns = candidates(for: line, isItem: isItem, in: lines).map(\.column)
    let usual = usualColumns(of: line, in: lines).first { columns.contains($0) }
    if let above = lines.line(before: line), lines.shape(of: above).isOpen {
      return columns.first ?? 0
    }
    return usual ?? columns.first ?? 0
  }

  /// The columns in which lines above start with the same key, nearest first.
  private static func usualColumns(of line: Range<Int>, in lines: SourceLines) -> [Int] {
    let shape = lines.shape(of: line)
    guard !shape.key.isEmpty else { return [] }
    var columns: [Int] = []
    var current = lines.line(before: line)
    // Far enough to reach the statement before.
    for _ in 0..<400 {
      guard let above = current else { break }
      let other = lines.shape(of: above)
      if other.isItem == shape.isItem, other.key == shape.key,
        !columns.contains(other.indentation)
      {
        columns.append(other.indentation)
      }
      current = lines.line(before: above)
    }
    return columns
  }

  /// Nearest first. A line is open as long as no line below it starts further left.
  private static func candidates(
    for line: Range<Int>, isItem: Bool, in lines: SourceLines
  ) -> [(column: Int, sibling: Range<Int>)] {
    var found: [(column: Int, sibling: Range<Int>)] = []
    var limit = Int.max
    var isNearest = true
    var current = lines.line(before: line)
    // A framework's nesting is eight levels deep; a long list has many siblings that say the same.
    while let above = current, limit > 0, found.count < 64 {
      let shape = lines.shape(of: above)
      if isNearest, shape.isOpen, let column = shape.keyColumn {
        found.append((column + 2, above))
      }
      let column = isItem ? (shape.isItem ? shape.indentation : nil) : shape.keyColumn
      if let column, column <= limit, shape.indentation <= limit {
        found.append((column, above))
      }
      if shape.isItem || shape.keyColumn != nil {
        limit = min(limit, shape.indentation)
        isNearest = false
      }
      current = lines.line(before: above)
    }
    return found
  }
}
