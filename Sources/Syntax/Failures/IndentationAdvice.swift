/// The likely indentation of a line: that of the nearest open line above of the same kind.
struct IndentationAdvice {
  /// The number of spaces that the line should have.
  let column: Int

  /// The line to align with, or the line that this one belongs to.
  let sibling: Range<Int>

  /// Nil if no line above gives a hint, or if the line is aligned already.
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

  /// The likely column of a line whose own indentation is useless, since it is made of tabs.
  static func column(for line: Range<Int>, in lines: SourceLines) -> Int {
    let isItem = lines.shape(of: line).isItem
    let columns = candidates(for: line, isItem: isItem, in: lines).map(\.column)
    let usual = usualColumns(of: line, in: lines).first { columns.contains($0) }
    if let above = lines.line(before: line) {
      let shape = lines.shape(of: above)
      if shape.isOpen { return columns.first ?? 0 }
      if shape.opensText, let column = shape.keyColumn { return column + 2 }
    }
    return usual ?? columns.first ?? 0
  }

  /// The columns at which lines above start with the same key, nearest first.
  private static func usualColumns(of line: Range<Int>, in lines: SourceLines) -> [Int] {
    let shape = lines.shape(of: line)
    guard !shape.key.isEmpty else { return [] }
    var columns: [Int] = []
    var current = lines.line(before: line)
    // Far enough to reach the previous statement.
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

  /// The columns of open lines above, nearest first. A line is open until a line below it starts further left.
  private static func candidates(
    for line: Range<Int>, isItem: Bool, in lines: SourceLines
  ) -> [(column: Int, sibling: Range<Int>)] {
    var found: [(column: Int, sibling: Range<Int>)] = []
    var limit = Int.max
    var isNearest = true
    var current = lines.line(before: line)
    // A framework is nested eight levels deep. The many siblings of a long list add nothing.
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
