/// The values that one template, or one turn of a section, shows. A field that is not set is
/// absent.
///
/// Its values stand among those of its page (`PageValues`). A copy is the same record.
///
/// `Fields` is a kind of record, but the type does not ask for it, and nor do the others that are made for each kind: the
/// runtime would look through all conformances of the program for each of them: 20 million instructions of each build.
@usableFromInline
package struct Record<Fields> {
  @usableFromInline package let slots: UnsafeMutablePointer<Slot>
  @usableFromInline package let store: UnsafeMutablePointer<ValueStore>

  @inlinable
  package init(
    slots: UnsafeMutablePointer<Slot>, store: UnsafeMutablePointer<ValueStore>
  ) {
    self.slots = slots
    self.store = store
  }

  @inlinable package var slot: Slot { Slot(.record, UnsafeRawPointer(slots), count: 1) }
}

extension Record where Fields: RecordShape {
  /// Makes a record; `fill` gets it empty, together with the fields of its kind.
  @inlinable
  package init(in values: PageValues, _ fill: (inout Record<Fields>, Fields) -> Void) {
    let layout = Fields.layout
    self.init(slots: values.store.pointee.slots(layout.slotCount), store: values.store)
    fill(&self, layout.fields)
  }

  @inlinable
  package subscript<Value: FieldValue>(field: Field<Fields, Value>) -> Value? {
    get { Value(slots[field.slot], in: store) }
    set { slots[field.slot] = newValue?.slot(in: store) ?? .absent }
  }

  /// The same for a text that stands among the page's values already.
  @inlinable
  package subscript(field: Field<Fields, String>) -> PageText? {
    get { PageText(slots[field.slot]) }
    set { slots[field.slot] = newValue?.slot ?? .absent }
  }

  /// The same for a list that stands there already.
  @inlinable
  package subscript<Inner>(field: Field<Fields, [Record<Inner>]>) -> RecordList<Inner>? {
    get { RecordList(slots[field.slot], in: store) }
    set { slots[field.slot] = newValue?.slot ?? .absent }
  }

  /// Whether a section over the field would show something.
  @inlinable
  package func shows<Value>(_ field: Field<Fields, Value>) -> Bool { slots[field.slot].isShown }
}

/// Records of one kind in a row, among the values of a page.
@usableFromInline
package struct RecordList<Fields> {
  @usableFromInline package let slots: UnsafePointer<Slot>
  @usableFromInline package let count: Int
  @usableFromInline package let store: UnsafeMutablePointer<ValueStore>

  @inlinable
  package init(
    slots: UnsafeMutablePointer<Slot>, count: Int, store: UnsafeMutablePointer<ValueStore>
  ) {
    self.slots = UnsafePointer(slots)
    self.count = count
    self.store = store
  }

  @inlinable
  package init?(_ slot: Slot, in store: UnsafeMutablePointer<ValueStore>) {
    guard slot.kind == .list, let slots = slot.slots else { return nil }
    self.slots = slots
    count = Int(slot.count)
    self.store = store
  }

  @inlinable package var slot: Slot { Slot(.list, UnsafeRawPointer(slots), count: count) }
}

extension RecordList where Fields: RecordShape {
  /// The record at a place below `count`.
  package subscript(index: Int) -> Record<Fields> {
    precondition(index < count)
    guard let record = Record<Fields>(slots[index], in: store) else {
      preconditionFailure("a list of records holds something else")
    }
    return record
  }
}
