/// The values that one template, or one turn of a section, shows. A field that is not set is
/// absent.
package struct Record<Fields: RecordShape>: Sendable {
  var slots: [SlotValue]

  /// Makes a record; `fill` gets it empty, together with the fields of its kind.
  package init(_ fill: (inout Record<Fields>, Fields) -> Void) {
    let layout = Fields.layout
    slots = Array(repeating: .absent, count: layout.description.fields.count)
    fill(&self, layout.fields)
  }

  init(slots: [SlotValue]) {
    self.slots = slots
  }

  package subscript<Value: FieldValue>(field: Field<Fields, Value>) -> Value? {
    get { Value(slots[field.slot]) }
    set { slots[field.slot] = newValue?.slotValue ?? .absent }
  }

  /// The same for texts. Most fields are texts, and this spares them a look-up of types at run
  /// time.
  package subscript(field: Field<Fields, String>) -> String? {
    get { String(slots[field.slot]) }
    set { slots[field.slot] = newValue.map { .text($0) } ?? .absent }
  }

  /// The same for flags.
  package subscript(field: Field<Fields, Bool>) -> Bool? {
    get { Bool(slots[field.slot]) }
    set { slots[field.slot] = newValue.map { .flag($0) } ?? .absent }
  }

  /// The same for markup.
  package subscript(field: Field<Fields, SafeMarkup>) -> SafeMarkup? {
    get { SafeMarkup(slots[field.slot]) }
    set { slots[field.slot] = newValue.map { .markup($0.bytes) } ?? .absent }
  }

  /// The same for lists of records.
  package subscript<Inner>(field: Field<Fields, [Record<Inner>]>) -> [Record<Inner>]? {
    get { [Record<Inner>](slots[field.slot]) }
    set {
      slots[field.slot] =
        newValue.map { records in .list(records.map { .record($0.slots) }) } ?? .absent
    }
  }
}

/// What a slot holds, without its Swift type. Only the renderer looks into it.
package enum SlotValue: Sendable {
  case absent
  case text(String)
  case markup([UInt8])
  case flag(Bool)
  case record([SlotValue])
  case list([SlotValue])
}
