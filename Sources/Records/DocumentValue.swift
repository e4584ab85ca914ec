internal import Model
package import Output

/// A value of a document, with its keys in order.
package indirect enum DocumentValue: Sendable {
  case text(String)
  case number(Int)
  case flag(Bool)
  case list([DocumentValue])
  case object([(String, DocumentValue)])

  package func write(to json: inout JSONWriter) {
    switch self {
    case .text(let text): json.string(text)
    case .number(let number): json.integer(number)
    case .flag(let flag): json.boolean(flag)
    case .list(let items):
      json.array { json in
        for item in items { item.write(to: &json) }
      }
    case .object(let members):
      json.object { json in
        for (key, value) in members {
          json.key(key)
          value.write(to: &json)
        }
      }
    }
  }

  package var json: [UInt8] {
    var json = JSONWriter()
    write(to: &json)
    return json.finish()
  }
}

extension RecordShapes {
  /// An example document with every key, which its schema accepts. Its dates are those of a fictional start.
  package func example(of object: DocumentObject) -> DocumentValue {
    .object(
      object.fields.compactMap { field in
        if object.name == "evidence", field.key == "role", let role = firstObserver {
          return (field.key, .text(role))
        }
        return example(of: field.type, key: field.key).map { (field.key, $0) }
      })
  }

  /// The role that completes evidence of the first type.
  private var firstObserver: String? {
    contents.evidenceTypes.elements.first?.completedBy.map { contents.roles[$0].id }
  }

  /// An example value of a field; nil if the framework has nothing to choose from.
  package func example(of field: DocumentField) -> DocumentValue? {
    example(of: field.type, key: field.key)
  }

  /// An example value of a type; nil if the framework has nothing to choose from.
  private func example(of type: DocumentType, key: String) -> DocumentValue? {
    switch type {
    case .constant(let value): .text(value)
    case .text: .text("What we talked about, without anything that tells who it was about.")
    case .line: .text(key == "reference" ? "Shared folder, item 12" : "Number 1042")
    case .identifier: .text(key == "id" ? "E1" : key == "by" ? "S-17" : "P-0042")
    case .date: .text(exampleDay(key))
    case .number(let range): .number(range.upperBound)
    case .flag: .flag(false)
    case .choice(let choices): choices.first.map { .text($0.value) }
    case .statement:
      (contents.statements.first { !$0.isRetired } ?? contents.statements.first)
        .map { .text($0.id) }
    case .list(let item, _): example(of: item, key: key).map { .list([$0]) }
    case .object(let object): example(of: object)
    case .oneOf(let objects): objects.first.map { example(of: $0) }
    }
  }

  private func exampleDay(_ key: String) -> String {
    switch key {
    case "started": "2026-03-02"
    case "from": "2027-02-01"
    case "to": "2027-02-14"
    default: "2026-06-02"
    }
  }
}
