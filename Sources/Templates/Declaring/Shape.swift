/// The kind of value that a slot of a record takes, and so the use that a template may make of its name.
@usableFromInline
package indirect enum Shape: Hashable, Sendable {
  /// Plain text: escaped where it is printed, and a section over it shows when it is not empty.
  case text

  /// A piece of the output language that is already safe: printed as it is, and only by `{{{…}}}`
  /// or `{{&…}}`.
  case markup

  /// A yes or no, for sections.
  case flag

  /// One of these texts. A template can print it, and can include the partial of that name by
  /// `{{>*…}}`.
  case choice([String])

  /// A record that may be absent: a section enters it when it is there.
  case record(RecordReference)

  /// Any number of values of one shape: a section repeats for each.
  case list(Shape)

  /// The name that writers of templates have for it.
  var noun: String {
    switch self {
    case .text: "a text"
    case .markup: "markup"
    case .flag: "a yes or no"
    case .choice: "a choice"
    case .record(let reference): "one `\(reference.description.name)`"
    case .list: "a list"
    }
  }
}

/// The declared names of one kind of record, without the Swift types that belong to them.
///
/// This is what templates are compiled against, and what a list of the usable names is made from.
package final class RecordDescription: Sendable {
  /// The name of this kind of record in messages, such as `outcome page`.
  package let name: String

  /// In the order of their slots.
  package let fields: [FieldDescription]

  private let slots: [String: Int]

  init(_ name: String, _ fields: [FieldDescription]) {
    self.name = name
    self.fields = fields
    slots = Dictionary(
      fields.enumerated().map { ($0.element.name, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    precondition(slots.count == fields.count, "a field of \(name) is declared twice")
  }

  func slot(of name: String) -> Int? {
    slots[name]
  }
}

/// A declared name, what stands behind it, and what it means.
package struct FieldDescription: Sendable {
  package let name: String
  package let shape: Shape
  package let documentation: String

  init(_ name: String, _ shape: Shape, _ documentation: String) {
    self.name = name
    self.shape = shape
    self.documentation = documentation
  }
}

/// A description that is looked up when it is needed, so that records can contain records of their
/// own kind.
@usableFromInline
package struct RecordReference: Hashable, Sendable {
  private let resolve: @Sendable () -> RecordDescription

  init(_ resolve: @escaping @Sendable () -> RecordDescription) {
    self.resolve = resolve
  }

  package var description: RecordDescription { resolve() }

  @usableFromInline
  package static func == (left: RecordReference, right: RecordReference) -> Bool {
    left.description === right.description
  }

  @usableFromInline
  package func hash(into hasher: inout Hasher) {
    hasher.combine(ObjectIdentifier(description))
  }
}
