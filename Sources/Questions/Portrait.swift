package import Analysis
internal import Diagnostics
internal import Grammar
internal import Output

/// A thing: what it is, what it says, where it stands, and how often it is used.
package struct Portrait {
  package let record: WrittenRecord
  private let catalogue: Catalogue
  private let useCount: Int

  package init(of name: String, in catalogue: Catalogue) throws(QuestionFailure) {
    record = try catalogue.requireRecord(named: name)
    self.catalogue = catalogue
    let name = record.name
    useCount = catalogue.mentions.count { $0.name == name }
  }

  /// The answer for people.
  package var text: String {
    var lines = [head, catalogue.written(record.range), ""]
    for (field, value) in record.fields where field.key != record.entity.nameKey {
      lines += value.lines(after: field.key.rawValue)
    }
    lines += ["", uses]
    return lines.joined(separator: "\n")
  }

  private var head: String {
    let owners = record.owners.compactMap(\.name).reversed()
    let inside = owners.isEmpty ? "" : " in " + owners.joined(separator: ", in ")
    return "\(record.name ?? ""): \(Grammar.entity(record.entity).title)\(inside)"
  }

  private var uses: String {
    let name = record.name ?? ""
    let asked = name.contains(" ") ? "\"\(name)\"" : name
    return switch useCount {
    case 0: "Nothing refers to it."
    case 1: "1 place refers to it: ksf uses \(asked)"
    default: "\(useCount) places refer to it: ksf uses \(asked)"
    }
  }

  /// The answer for programs.
  package var json: [UInt8] {
    let place = catalogue.place(of: record.range)
    var json = JSONWriter()
    json.object { json in
      json.key("name")
      json.string(record.name ?? "")
      json.key("is")
      json.string("\(record.entity)")
      json.key("in")
      json.array { json in
        for owner in record.owners { json.string(owner.name ?? "") }
      }
      json.key("file")
      json.string(place.path)
      json.key("line")
      json.integer(place.line)
      json.key("uses")
      json.integer(useCount)
      json.key("says")
      WrittenValue.record(record).write(to: &json)
    }
    return json.finish()
  }
}

extension WrittenValue {
  /// The value for people, after its key. Each record with a name of its own is one line.
  fileprivate func lines(after key: String) -> [String] {
    switch self {
    case .scalar(let scalar): ["  \(key): \(Output.inOneLine(scalar.text))"]
    case .record(let record): ["  \(key):"] + record.lines.map { "  " + $0 }
    case .map(let pairs):
      ["  \(key):"] + pairs.flatMap { $0.value.lines(after: $0.key.text).map { "  " + $0 } }
    case .list(let items):
      items.allSatisfy(\.isShort)
        ? ["  \(key): " + items.map(\.inOneLine).joined(separator: ", ")]
        : ["  \(key):"] + items.map { "    - " + $0.item }
    }
  }

  /// Whether several of them fit into one line.
  private var isShort: Bool {
    guard case .scalar(let scalar) = self else { return false }
    return switch scalar.type {
    case .line, .phrase, .prose: scalar.text.utf8.count < 30
    default: true
    }
  }

  private var item: String {
    guard case .record(let record) = self, let name = record.name else { return inOneLine }
    return record.label.map { "\(name)  \($0)" } ?? name
  }
}

extension WrittenRecord {
  fileprivate var lines: [String] {
    fields.flatMap { $0.value.lines(after: $0.field.key.rawValue) }
  }
}
