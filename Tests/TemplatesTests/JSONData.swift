import Foundation

@testable import Templates

/// A JSON value, from which the shape and the value of a page are made.
enum JSONData: Decodable, Sendable {
  case null
  case flag(Bool)
  case text(String)
  case list([JSONData])
  case record([String: JSONData])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let flag = try? container.decode(Bool.self) {
      self = .flag(flag)
    } else if let integer = try? container.decode(Int.self) {
      self = .text(String(integer))
    } else if let number = try? container.decode(Double.self) {
      self = .text(String(number))
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let list = try? container.decode([JSONData].self) {
      self = .list(list)
    } else {
      self = .record(try container.decode([String: JSONData].self))
    }
  }

  /// The shape that declares exactly what is there. With `namesTemplates`, each text is a choice of
  /// itself.
  func shape(namesTemplates: Bool) -> Shape {
    switch self {
    case .null: return .text
    case .flag: return .flag
    case .text(let text): return namesTemplates ? .choice([text]) : .text
    case .list(let elements):
      let shapes = elements.map { $0.shape(namesTemplates: namesTemplates) }
      return .list(shapes.first.map { first in shapes.dropFirst().reduce(first, merged) } ?? .text)
    case .record(let members):
      let fields = members.sorted { $0.key < $1.key }.map {
        FieldDescription($0.key, $0.value.shape(namesTemplates: namesTemplates), "")
      }
      let description = RecordDescription("record", fields)
      return .record(RecordReference { description })
    }
  }

  func slot(as shape: Shape, in values: PageValues) -> Slot {
    switch (self, shape) {
    case (.flag(let flag), _): return flag.slot(in: values.page)
    case (.text(let text), _): return text.slot(in: values.page)
    case (.list(let elements), .list(let element)):
      return slot(.list, elements.map { $0.slot(as: element, in: values) }, in: values)
    case (.record(let members), .record(let reference)):
      return slot(
        .record,
        reference.description.fields.map {
          members[$0.name]?.slot(as: $0.shape, in: values) ?? .absent
        }, in: values)
    default: return .absent
    }
  }

  private func slot(_ kind: Slot.Kind, _ parts: [Slot], in values: PageValues) -> Slot {
    let row = values.page.memory.row(kind, count: parts.count)
    for (index, part) in parts.enumerated() { values.page.set(part, at: index, of: row) }
    return row
  }
}

/// The shape of a list whose elements have either shape.
private func merged(_ left: Shape, _ right: Shape) -> Shape {
  switch (left, right) {
  case (.choice(let first), .choice(let second)):
    return .choice(first + second.filter { !first.contains($0) })
  case (.list(let first), .list(let second)):
    return .list(merged(first, second))
  case (.record(let first), .record(let second)):
    var fields = first.description.fields
    for field in second.description.fields {
      if let index = fields.firstIndex(where: { $0.name == field.name }) {
        fields[index] = FieldDescription(field.name, merged(fields[index].shape, field.shape), "")
      } else {
        fields.append(field)
      }
    }
    let description = RecordDescription("record", fields)
    return .record(RecordReference { description })
  default:
    return left
  }
}
