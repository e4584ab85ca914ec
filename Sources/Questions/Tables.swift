internal import Output

/// Rows with cells one below another. No line ends in a space.
func aligned(_ rows: [[String]]) -> String {
  var widths: [Int] = []
  for row in rows {
    for (column, cell) in row.enumerated() {
      if column == widths.count { widths.append(0) }
      widths[column] = max(widths[column], cell.count)
    }
  }
  return rows.map { row in
    var line = ""
    var spaces = 0
    for (column, cell) in row.enumerated() {
      if !cell.isEmpty {
        line += String(repeating: " ", count: spaces) + cell
        spaces = 0
      }
      spaces += widths[column] - cell.count + 2
    }
    return line
  }.joined(separator: "\n")
}

/// Rows as CSV (RFC 4180), each cell in quotes.
func csvTable(_ rows: [[String]]) -> [UInt8] {
  var buffer = ByteBuffer()
  for row in rows {
    for (number, cell) in row.enumerated() {
      if number > 0 { buffer.append(UInt8(ascii: ",")) }
      buffer.append(csv: cell)
    }
    buffer.append(raw: "\r\n")
  }
  return buffer.bytes
}
