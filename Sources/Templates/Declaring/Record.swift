/// The values that one template, or one turn of a section, shows. A field that is not set is
/// absent.
///
/// Its values stand among those of its page (`PageValues`). A copy is the same record.
///
/// `Fields` is a kind of record, but the type does not require it, and nor do the other types that
/// are made for each kind. The runtime would look through all conformances of the program for each
/// of them, which takes 20 million instructions of a build.
@usableFromInline
package struct Record<Fields> {
  @usableFromInline let slot: Slot
  @usableFromInline let page: PageReference

  @inlinable
  init(record slot: Slot, in page: PageReference) { (self.slot, self.page) = (slot, page) }
}

extension Record where Fields: RecordShape {
  /// Makes a record; `fill` gets it empty, together with the fields of its kind.
  @inlinable
  package init(in values: PageValues, _ fill: (inout Record<Fields>, Fields) -> Void) {
    let (layout, page) = (Fields.layout, values.page)
    self.init(record: page.record(slotCount: layout.slotCount), in: page)
    fill(&self, layout.fields)
  }
}

extension Record {
  package subscript<Value: FieldValue>(field: RecordField<Fields, Value>) -> Value? {
    get { Value(page.slot(field.slot, of: slot), in: page) }
    @inlinable set { page.set(newValue?.slot(in: page), at: field.slot, of: slot) }
  }

  /// Sets a text that stands among the page's values already.
  package subscript(field: RecordField<Fields, String>) -> PageText? {
    get { PageText(page.slot(field.slot, of: slot), in: page) }
    @inlinable set { page.set(newValue?.slot, at: field.slot, of: slot) }
  }

  /// Sets a list that stands there already.
  package subscript<Inner>(field: RecordField<Fields, [Record<Inner>]>) -> RecordList<Inner>? {
    get { SlotList(page.slot(field.slot, of: slot), in: page).map(RecordList.init) }
    @inlinable set { page.set(newValue?.list.slot, at: field.slot, of: slot) }
  }

  /// Whether a section over the field would show something.
  package func shows<Value>(_ field: RecordField<Fields, Value>) -> Bool {
    page.slot(field.slot, of: slot).isShown
  }
}

/// Records of one kind in a row, among the values of a page.
@usableFromInline
package struct RecordList<Fields> {
  @usableFromInline let list: SlotList

  @inlinable
  init(_ list: SlotList) { self.list = list }

  package var count: Int { list.count }

  /// The record at an index below `count`.
  package subscript(index: Int) -> Record<Fields> { Record(record: list[index], in: list.page) }
}

/// Values in a row, among the values of a page.
@usableFromInline
package struct SlotList {
  /// A row of as many slots as were announced.
  private let row: Slot
  private(set) var count = 0
  let page: PageReference

  @usableFromInline
  init(capacity: Int, in page: PageReference) {
    self.page = page
    row = page.memory.row(.list, count: capacity)
  }

  init?(_ slot: Slot, in page: PageReference) {
    guard slot.kind == .list else { return nil }
    (row, count, self.page) = (slot, Int(slot.count), page)
  }

  @usableFromInline
  mutating func append(_ value: Slot) {
    page.set(value, at: count, of: row)
    count += 1
  }

  @usableFromInline var slot: Slot { row.part(.list, 0..<count) }

  subscript(index: Int) -> Slot {
    page.slot(index, of: slot)
  }
}
