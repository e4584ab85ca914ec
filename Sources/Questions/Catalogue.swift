package import Analysis
package import Diagnostics
package import Grammar
internal import Output

/// Everything that a framework's files say, for those who ask about it.
package struct Catalogue: Sendable {
  /// All records, each before those inside it, in the order of the handbook.
  package let records: [WrittenRecord]

  /// Every place where one thing names another.
  package let mentions: [Mention]

  private let files: SourceFiles
  private let lines: [FileID: LineIndex]

  package init(_ draft: Draft, _ files: SourceFiles) {
    let roots = draft.writtenRoots
    var records: [WrittenRecord] = []
    for root in roots { Catalogue.add(root, to: &records) }
    self.records = records
    mentions = draft.mentions(in: roots)
    self.files = files
    lines = Dictionary(
      roots.map { ($0.range.file, LineIndex(files[$0.range.file])) }, uniquingKeysWith: { $1 })
  }

  private static func add(_ record: WrittenRecord, to records: inout [WrittenRecord]) {
    records.append(record)
    for (_, value) in record.fields {
      for inner in value.records { add(inner, to: &records) }
    }
  }

  /// The records of one entity.
  package func records(of entity: EntityName) -> [WrittenRecord] {
    records.filter { $0.entity == entity }
  }

  /// The first record with a name. A term is found by its abbreviation and its other forms, too.
  package func record(named name: String) -> WrittenRecord? {
    records.first { $0.name == name }
      ?? records.first { $0.entity == .term && $0.forms.contains(name) }
  }

  /// The path of the file, and the line, at which a range starts.
  package func place(of range: SourceRange) -> (path: String, line: Int) {
    (files[range.file].path, lines[range.file]?.line(at: Int(range.start)) ?? 1)
  }

  /// The place as people and editors write it: `framework/care.yaml:12`.
  func written(_ range: SourceRange) -> String {
    let place = place(of: range)
    return "\(place.path):\(place.line)"
  }
}

extension WrittenRecord {
  /// The other words for a term.
  fileprivate var forms: [String] {
    var forms: [String] = []
    for key in [Key.abbreviation, .also] {
      value(of: key)?.forEachScalar { forms.append($0.text) }
    }
    return forms
  }

  /// The words that readers know it by: its title or text in one line. Nil if it has neither.
  var label: String? {
    for key in [Key.title, .text, .definition, .word, .because] {
      if case .scalar(let scalar) = value(of: key) { return inOneLine(scalar.text) }
    }
    return nil
  }
}
