/// A type whose values can stand in a field: texts, safe markup, flags, choices, records and lists
/// of these.
@usableFromInline
package protocol FieldValue {
  static var shape: Shape { get }

  /// The slot for the value. Whatever the value owns is copied into the memory of the page.
  func slot(in page: PageReference) -> Slot

  /// The value that a slot holds, or nil if the slot is empty.
  init?(_ slot: Slot, in page: PageReference)
}

extension String: FieldValue {
  @usableFromInline package static var shape: Shape { .text }

  @usableFromInline package func slot(in page: PageReference) -> Slot {
    let start = page.memory.bytes.count
    page.memory.append(self)
    return page.memory.slot(.text, from: start)
  }

  @usableFromInline package init?(_ slot: Slot, in page: PageReference) {
    guard slot.kind == .text else { return nil }
    self.init(decoding: page.bytes(of: slot), as: UTF8.self)
  }
}

extension SafeMarkup: FieldValue {
  @usableFromInline package static var shape: Shape { .markup }

  @usableFromInline package func slot(in page: PageReference) -> Slot { slot }

  @usableFromInline package init?(_ slot: Slot, in page: PageReference) {
    guard slot.kind == .markup else { return nil }
    page.check(slot)
    self.slot = slot
  }
}

extension Bool: FieldValue {
  @usableFromInline package static var shape: Shape { .flag }

  @usableFromInline package func slot(in page: PageReference) -> Slot { Slot(self) }

  @usableFromInline package init?(_ slot: Slot, in page: PageReference) {
    guard slot.kind == .flag else { return nil }
    self = slot.isShown
  }
}

extension Record: FieldValue where Fields: RecordShape {
  @usableFromInline package static var shape: Shape {
    .record(RecordReference { Fields.layout.description })
  }

  @usableFromInline package func slot(in page: PageReference) -> Slot { slot }

  @usableFromInline package init?(_ slot: Slot, in page: PageReference) {
    guard slot.kind == .record else { return nil }
    page.check(slot)
    self.init(record: slot, in: page)
  }
}

extension Array: FieldValue where Element: FieldValue {
  @usableFromInline package static var shape: Shape { .list(Element.shape) }

  @inlinable package func slot(in page: PageReference) -> Slot {
    var list = SlotList(capacity: count, in: page)
    for element in self { list.append(element.slot(in: page)) }
    return list.slot
  }

  @usableFromInline package init?(_ slot: Slot, in page: PageReference) {
    guard slot.kind == .list else { return nil }
    self = (0..<Int(slot.count)).compactMap { Element(page.slot($0, of: slot), in: page) }
  }
}

/// A closed set of texts, such as the kinds of statement. It can choose a partial by `{{>*…}}`.
@usableFromInline
package protocol FieldChoice: FieldValue, CaseIterable, RawRepresentable where RawValue == String {}

extension FieldChoice {
  @usableFromInline package static var shape: Shape { .choice(allCases.map(\.rawValue)) }

  @inlinable package func slot(in page: PageReference) -> Slot { rawValue.slot(in: page) }

  @inlinable package init?(_ slot: Slot, in page: PageReference) {
    guard let text = String(slot, in: page) else { return nil }
    self.init(rawValue: text)
  }
}
