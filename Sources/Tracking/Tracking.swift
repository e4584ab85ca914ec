internal import Markup
package import Model
package import Output

/// The tracking sheet: all statements with columns to fill in, as CSV and as a workbook, below `tracking/`.
package enum Tracking {
  package static func plan(_ framework: Framework) -> [PlannedFile] {
    let name = framework.contents.identity.id
    return [
      PlannedFile(path: "tracking/\(name).csv") { give in
        TrackingTable(framework).csv(give)
      },
      PlannedFile(path: "tracking/\(name).xlsx") { TrackingTable(framework).workbook },
    ]
  }
}

/// The rows of a tracking sheet.
struct TrackingTable {
  let identity: Identity
  let columns: [Column]

  /// A row for each.
  let statements: [Statement]

  private let writer: RowWriter

  /// The empty cells to fill in.
  private let blank: [String]

  /// What can be chosen in the column of that name.
  let lists: [(title: String, values: [String])]

  /// What every reader must know, in one line.
  let notice: String?

  /// The notice and how to use the sheet, a line each.
  let about: [String]

  /// A column: its heading, how wide it is in characters, and what is filled in.
  struct Column: Sendable {
    let title: String
    let width: Int
    var input = Input.none

    enum Input: Sendable {
      case none, text, date
      /// One of the values of the list of that number.
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
    let inputs = columns.filter { if case .none = $0.input { false } else { true } }.count
    blank = Array(repeating: "", count: inputs)
    statements = contents.statements.elements.filter { !$0.isOver }
    self.writer = writer
    notice = writer.notice
    about = writer.about
  }

  /// A cell for each column; the columns to fill in are empty.
  func row(_ statement: Statement) -> [String] { writer.row(statement) + blank }

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

/// Writes what is known of a statement into the cells of its row.
private struct RowWriter {
  private let contents: Contents
  private let renderer: MarkdownRenderer

  init(_ framework: Framework) {
    contents = framework.contents
    renderer = MarkdownRenderer { id in
      framework.links.subject(withID: id).map { _ in
        MarkdownRenderer.Target(address: "", label: id)
      }
    }
  }

  func row(_ statement: Statement) -> [String] {
    let kind = statement.kind.map { contents.kinds[$0] }
    let outcome = contents.outcomes[statement.outcome]
    let stem = kind?.stem.map { $0 + " " } ?? ""
    return [
      statement.id, stem + line(statement.text), kind?.title ?? "",
      statement.phase.map { contents.phases[$0].title } ?? "",
      statement.specialism.map { contents.specialisms[$0].title } ?? "",
      statement.roles.map { contents.roles[$0].title }.joined(separator: ", "),
      contents.domains[outcome.domain].title, "\(outcome.id) \(outcome.title)",
      levels(statement), statement.evidence.map(evidence) ?? "", prerequisites(statement),
    ]
  }

  private func levels(_ statement: Statement) -> String {
    statement.levels.map {
      "\(contents.levels[$0.level].title) (\(contents.roles[$0.role].title))"
    }.joined(separator: ", ")
  }

  private func evidence(_ rule: EvidenceRule) -> String {
    func titles(_ types: [Ref<EvidenceType>]) -> String {
      types.map { contents.evidenceTypes[$0].title }.joined(separator: ", ")
    }
    return [
      rule.atLeast.map { "at least \($0)" },
      rule.allOf.isEmpty ? nil : "all of: " + titles(rule.allOf),
      rule.anyOf.isEmpty ? nil : "any of: " + titles(rule.anyOf),
      rule.observers.map { "different observers: \($0)" },
    ].compactMap { $0 }.joined(separator: "; ")
  }

  private func prerequisites(_ statement: Statement) -> String {
    let before = statement.reliesOn.map(Prerequisite.statement) + statement.after
    return before.map { prerequisite in
      switch prerequisite {
      case .statement(let ref): contents.statements[ref].id
      case .outcome(let ref): contents.outcomes[ref].id
      }
    }.joined(separator: ", ")
  }

  var notice: String? { contents.identity.notice.map(line) }

  var about: [String] {
    let identity = contents.identity
    return [
      identity.title, "Edition \(identity.edition) (\(identity.status.rawValue))",
    ] + (notice.map { [$0] } ?? []) + [
      "Fill in the columns on the right. Status and Completed by offer what the sheet Lists holds.",
      "Write nothing by which somebody whom the work is about could be recognised: say where it is filed.",
    ]
  }

  private func line(_ text: Markdown) -> String {
    renderer.plainText(text.bytes).split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}

extension TrackingTable {
  /// The notice as a last row without a code, since CSV has no other place for it.
  private var noticeRows: [[String]] {
    guard let notice else { return [] }
    return [["", notice] + Array(repeating: "", count: columns.count - 2)]
  }

  /// CSV as RFC 4180 has it, in UTF-8 behind a byte order mark, by which spreadsheets know UTF-8.
  /// It is given piece by piece.
  func csv(_ give: ([UInt8]) -> Void) {
    var buffer = ByteBuffer()
    buffer.append(raw: "\u{FEFF}")
    buffer.append(csv: columns.map(\.title))
    for statement in statements {
      buffer.append(csv: row(statement))
      if let piece = buffer.nextPiece() { give(piece) }
    }
    for row in noticeRows { buffer.append(csv: row) }
    give(buffer.bytes)
  }
}

extension ByteBuffer {
  /// Appends a line of fields.
  fileprivate mutating func append(csv row: [String]) {
    for (index, cell) in row.enumerated() {
      if index > 0 { append(UInt8(ascii: ",")) }
      append(csv: cell)
    }
    append(raw: "\r\n")
  }
}
