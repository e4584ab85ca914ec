internal import Markup
package import Model
package import Output

/// The tracking sheet: all statements with columns to fill in, as CSV and as a workbook, below `tracking/`.
package enum Tracking {
  package static let format = OutputFormat<Framework>(
    id: "tracking", title: "Tracking",
    downloads: DownloadSection(
      title: "Tracking sheets",
      summary: "For a spreadsheet: one row for each thing to meet, with columns to fill in."),
    plan: plan)

  private static let plan: @Sendable (Framework) -> [PlannedFile] = { framework in
    let name = framework.contents.identity.id
    return [
      PlannedFile(
        path: "tracking/\(name).csv", chunks: { TrackingTable(framework).writeCSV(to: $0) }),
      PlannedFile(
        path: "tracking/\(name).xlsx", chunks: { TrackingTable(framework).writeWorkbook(to: $0) }),
    ]
  }
}

/// The rows of a tracking sheet.
struct TrackingTable {
  let identity: Identity
  let columns: [Column]

  /// The statements, one for each row.
  let statements: [Statement]

  /// Writes the cells that the sheet fills in; the others stay empty.
  let writer: RowWriter

  /// The lists of values that columns offer, by title.
  let lists: [(title: String, values: [String])]

  /// The notice that every reader must see, in one line.
  let notice: String?

  /// The notice and the instructions, one line each.
  let about: [String]

  /// A column: its heading, its width in characters, and its kind of input.
  struct Column: Sendable {
    let title: String
    let width: Int
    var input = Input.none

    enum Input: Sendable {
      case none, text, date
      /// A value from the list with this index.
      case list(Int)
    }
  }

  init(_ framework: Framework) {
    let contents = framework.contents
    let writer = RowWriter(framework)
    identity = contents.identity
    columns = TrackingTable.columns(contents)
    lists = [
      ("Status", ["not started", "under way", "shown"]),
      ("Completed by", contents.roles.elements.map(\.title)),
    ]
    statements = contents.statements.filter { !$0.isRetired }
    self.writer = writer
    notice = writer.notice
    about = writer.about
  }

  private static func columns(_ contents: Contents) -> [Column] {
    let words = contents.identity.vocabulary
    return [
      Column(title: "Code", width: 14), Column(title: words.statement.title, width: 60),
      Column(title: words.kind.title, width: 14), Column(title: words.phase.title, width: 24),
      Column(title: words.specialism.title, width: 24), Column(title: words.role.title, width: 24),
      Column(title: words.domain.title, width: 28), Column(title: words.outcome.title, width: 36),
      Column(title: words.level.title, width: 16), Column(title: "Evidence asked for", width: 40),
      Column(title: "Comes after", width: 18),
      Column(title: "Status", width: 14, input: .list(0)),
      Column(title: "Evidence", width: 30, input: .text),
      Column(title: "Reference", width: 18, input: .text),
      Column(
        title: "Completed by", width: 22, input: contents.roles.isEmpty ? .text : .list(1)),
      Column(title: "Date", width: 12, input: .date),
    ]
  }
}

extension TrackingTable {
  /// The notice as a last row without a code, since CSV has no other field for it.
  private var noticeRows: [[String]] {
    guard let notice else { return [] }
    return [["", notice] + Array(repeating: "", count: columns.count - 2)]
  }

  /// Writes CSV (RFC 4180) in UTF-8 with a byte order mark, by which spreadsheets recognise UTF-8.
  func writeCSV(to give: ([UInt8]) -> Void) {
    var head = ByteBuffer()
    head.append(raw: "\u{FEFF}")
    head.append(csv: columns.map(\.title))
    give(head.bytes)
    for statements in statements.inChunks { give(csv(statements)) }
    var end = ByteBuffer()
    for row in noticeRows { end.append(csv: row) }
    give(end.bytes)
  }

  private func csv(_ statements: ArraySlice<Statement>) -> [UInt8] {
    var buffer = ByteBuffer(reserving: 32 << 10)
    var row = Row()
    for statement in statements {
      writer.write(statement, to: &row)
      for index in columns.indices {
        if index > 0 { buffer.append(UInt8(ascii: ",")) }
        row.withCell(index) { buffer.append(csv: $0) }
      }
      buffer.append(fixed: "\r\n")
    }
    return buffer.bytes
  }
}

extension ByteBuffer {
  /// Appends a line of fields.
  fileprivate mutating func append(csv row: [String]) {
    for (index, cell) in row.enumerated() {
      if index > 0 { append(UInt8(ascii: ",")) }
      append(csv: cell)
    }
    append(fixed: "\r\n")
  }
}
