/// A kind of record that templates can show: its fields, each declared with its type and its
/// meaning.
///
///     struct StatementItem: RecordShape {
///       static let layout = RecordLayout<StatementItem>("statement")
///
///       let title: Field<StatementItem, String>
///       let text: Field<StatementItem, SafeMarkup>
///       let isEssential: Field<StatementItem, Bool>
///       let parts: Field<StatementItem, [Record<StatementItem>]>
///
///       init(_ declare: inout FieldDeclarations<StatementItem>) {
///         title = declare("title", "What one can do, in a few words.")
///         text = declare("text", "The whole statement.")
///         isEssential = declare("isEssential", "Whether everybody needs it.")
///         parts = declare("parts", "The statements that it consists of.")
///       }
///     }
///
///     let item = Record<StatementItem>(in: values) { record, field in
///       record[field.title] = statement.title
///     }
///
/// A value of the wrong type, or in a field of another kind of record, does not compile.
@usableFromInline
package protocol RecordShape: Sendable {
  /// The one layout of this kind. A stored `static let`, so that it is made once.
  static var layout: RecordLayout<Self> { get }

  /// Declares every field, in the order in which a list of the names shows them.
  init(_ declare: inout FieldDeclarations<Self>)
}

/// The fields of a kind of record with their slots. There is one for each `RecordShape`.
@usableFromInline
package final class RecordLayout<Fields: Sendable>: Sendable {
  @usableFromInline package let fields: Fields
  package let description: RecordDescription

  /// How many fields there are.
  @usableFromInline package let slotCount: Int

  private init(_ fields: Fields, _ description: RecordDescription) {
    (self.fields, self.description) = (fields, description)
    slotCount = description.fields.count
  }
}

extension RecordLayout where Fields: RecordShape {
  /// `name` is what messages to writers of templates call this kind of record.
  package convenience init(_ name: String) {
    var declarations = FieldDeclarations<Fields>()
    let fields = Fields(&declarations)
    self.init(fields, RecordDescription(name, declarations.fields))
  }
}

/// Collects the fields of a kind of record, which it numbers from zero.
@usableFromInline
package struct FieldDeclarations<Fields> {
  private(set) var fields: [FieldDescription] = []

  /// Declares the next field; what its slot holds follows from the type of the property that keeps
  /// it.
  package mutating func callAsFunction<Value: FieldValue>(
    _ name: String, _ documentation: String
  ) -> Field<Fields, Value> {
    precondition(isPlain(name), "`\(name)` cannot be written as a name in a template")
    precondition(!fields.contains { $0.name == name }, "`\(name)` is declared twice")
    fields.append(FieldDescription(name, Value.shape, documentation))
    return Field(slot: fields.count - 1)
  }

  /// Letters, digits, `_` and `-`: nothing that Mustache reads as a mark.
  private func isPlain(_ name: String) -> Bool {
    !name.isEmpty
      && name.utf8.allSatisfy { byte in
        (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10
          || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
      }
  }
}

/// The place of one field's values in the records of a kind.
@usableFromInline
package struct Field<Fields, Value>: Sendable {
  @usableFromInline package let slot: Int
}
