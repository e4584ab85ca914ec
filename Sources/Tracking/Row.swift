internal import Markup
internal import Model
internal import Output

/// The cells of one row, end to end in a buffer that all rows reuse.
struct Row {
  private var buffer = ByteBuffer()
  private var ends: [Int] = []

  mutating func removeAll() {
    buffer.removeAll()
    ends.removeAll(keepingCapacity: true)
  }

  /// Adds a cell that `write` fills.
  mutating func cell(_ write: (inout ByteBuffer) -> Void) {
    write(&buffer)
    ends.append(buffer.count)
  }

  mutating func cell(_ text: String?) {
    cell { buffer in if let text { buffer.append(raw: text) } }
  }

  /// Calls `body` with the text of a cell; with an empty one if there is no such cell.
  func withCell<Result>(_ index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    guard ends.indices.contains(index) else {
      return body(UnsafeBufferPointer(start: nil, count: 0))
    }
    let start = index == 0 ? 0 : ends[index - 1]
    return buffer.bytes.withUnsafeBufferPointer {
      body(UnsafeBufferPointer(rebasing: $0[start..<ends[index]]))
    }
  }
}

/// Writes the data of a statement into the cells of its row.
struct RowWriter {
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

  /// Replaces the row by a statement's.
  func write(_ statement: Statement, to row: inout Row) {
    let kind = statement.kind.map { contents.kinds[$0] }
    let outcome = contents.outcomes[statement.outcome]
    row.removeAll()
    row.cell(statement.id)
    row.cell { buffer in
      if let stem = kind?.stem {
        buffer.append(raw: stem)
        buffer.append(UInt8(ascii: " "))
      }
      appendLine(statement.text, to: &buffer)
    }
    row.cell(kind?.title)
    row.cell(statement.phase.map { contents.phases[$0].title })
    row.cell(statement.specialism.map { contents.specialisms[$0].title })
    row.cell { buffer in
      buffer.append(list: statement.roles) { $0.append(raw: contents.roles[$1].title) }
    }
    row.cell(contents.domains[outcome.domain].title)
    row.cell { buffer in
      buffer.append(raw: outcome.id)
      buffer.append(UInt8(ascii: " "))
      buffer.append(raw: outcome.title)
    }
    row.cell { appendLevels(statement, to: &$0) }
    row.cell { buffer in
      if let rule = statement.evidence { append(rule, to: &buffer) }
    }
    row.cell { appendPrerequisites(statement, to: &$0) }
  }

  private func appendLevels(_ statement: Statement, to buffer: inout ByteBuffer) {
    buffer.append(list: statement.levels) { buffer, entry in
      buffer.append(raw: contents.levels[entry.level].title)
      buffer.append(fixed: " (")
      buffer.append(raw: contents.roles[entry.role].title)
      buffer.append(fixed: ")")
    }
  }

  private func append(_ rule: EvidenceRule, to buffer: inout ByteBuffer) {
    let start = buffer.count
    func begin(_ words: StaticString) {
      if buffer.count > start { buffer.append(fixed: "; ") }
      buffer.append(fixed: words)
    }
    func append(_ words: StaticString, _ types: [Ref<EvidenceType>]) {
      guard !types.isEmpty else { return }
      begin(words)
      buffer.append(list: types) { $0.append(raw: contents.evidenceTypes[$1].title) }
    }
    if let count = rule.atLeast {
      begin("at least ")
      buffer.append(decimal: count)
    }
    append("all of: ", rule.allOf)
    append("any of: ", rule.anyOf)
    if let count = rule.observers {
      begin("different observers: ")
      buffer.append(decimal: count)
    }
  }

  /// Appends the prerequisites of a statement, each once.
  private func appendPrerequisites(_ statement: Statement, to buffer: inout ByteBuffer) {
    var before = statement.reliesOn.map(Prerequisite.statement)
    for prerequisite in statement.after where !before.contains(prerequisite) {
      before.append(prerequisite)
    }
    buffer.append(list: before) { buffer, prerequisite in
      switch prerequisite {
      case .statement(let ref): buffer.append(raw: contents.statements[ref].id)
      case .outcome(let ref): buffer.append(raw: contents.outcomes[ref].id)
      }
    }
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
    var buffer = ByteBuffer()
    appendLine(text, to: &buffer)
    return String(decoding: buffer.bytes, as: UTF8.self)
  }

  /// Appends the visible text in one line.
  private func appendLine(_ text: Markdown, to buffer: inout ByteBuffer) {
    let start = buffer.count
    renderer.appendPlainText(text.bytes, to: &buffer)
    guard buffer.bytes[start...].contains(where: { $0 < 0x20 || $0 >= 0x80 }) else { return }
    let plain = buffer.removeText(from: start)
    buffer.append(raw: plain.split(whereSeparator: \.isNewline).joined(separator: " "))
  }
}

extension ByteBuffer {
  /// Appends the items of a list with commas between them.
  fileprivate mutating func append<Item>(
    list: some Sequence<Item>, _ append: (inout ByteBuffer, Item) -> Void
  ) {
    for (index, item) in list.enumerated() {
      if index > 0 { self.append(fixed: ", ") }
      append(&self, item)
    }
  }
}
