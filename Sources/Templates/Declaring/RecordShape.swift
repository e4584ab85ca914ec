/// A kind of record that templates can show. Each field is declared once: its name, its type and
/// its meaning.
///
///     struct StatementItem: RecordShape {
///       static let layout = RecordLayout<Self>("statement")
///
///       let title = Field<String>("title", "What one can do, in a few words.")
///       let text = Field<SafeMarkup>("text", "The whole statement.")
///       let isEssential = Field<Bool>("isEssential", "Whether everybody needs it.")
///       let parts = Field<[Record<StatementItem>]>("parts", "The statements that it consists of.")
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

  /// Makes the fields, in the order in which a list of the names shows them. Swift writes it where
  /// every property is a field with a default value. Only the layout may call it.
  init()
}

extension RecordShape {
  package typealias Field<Value> = RecordField<Self, Value>
}

/// The fields of a kind of record with their slots. There is one for each `RecordShape`.
@usableFromInline
package final class RecordLayout<Fields: Sendable>: Sendable {
  @usableFromInline package let fields: Fields
  package let description: RecordDescription

  /// The number of fields.
  @usableFromInline package let slotCount: Int

  private init(_ fields: Fields, _ description: RecordDescription) {
    (self.fields, self.description) = (fields, description)
    slotCount = description.fields.count
  }
}

extension RecordLayout where Fields: RecordShape {
  /// `name` is what messages to writers of templates call this kind of record.
  package convenience init(_ name: String) {
    let (fields, descriptions) = FieldDeclarations.collect { Fields() }
    assert(
      Mirror(reflecting: fields).children.map(\.label) == descriptions.map(\.name),
      "a property of \(name) has another name than its field, or is no field")
    self.init(fields, RecordDescription(name, descriptions))
  }
}

/// The place of one field's values in the records of a kind.
@usableFromInline
package struct RecordField<Fields, Value>: Sendable {
  @usableFromInline package let slot: Int
}

extension RecordField where Value: FieldValue {
  /// Declares the next field of a kind of record, as the default value of a property.
  package init(_ name: String, _ documentation: String) {
    slot = FieldDeclarations.add(
      FieldDescription(name, Value.shape, documentation), to: Fields.self)
  }
}
