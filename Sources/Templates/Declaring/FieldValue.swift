/// A type whose values can stand in a field: texts, safe markup, flags, choices, records and lists
/// of these.
@usableFromInline
package protocol FieldValue {
  static var shape: Shape { get }

  /// What a slot holds for the value. What the value owns is copied to the other values of the page.
  func slot(in store: UnsafeMutablePointer<ValueStore>) -> Slot

  /// The value that a slot holds, or nil if the slot is empty.
  init?(_ slot: Slot, in store: UnsafeMutablePointer<ValueStore>)
}

extension String: FieldValue {
  @usableFromInline package static var shape: Shape { .text }

  @usableFromInline
  package func slot(in store: UnsafeMutablePointer<ValueStore>) -> Slot {
    PageText(store.pointee.copy(self)).slot
  }

  @usableFromInline
  package init?(_ slot: Slot, in store: UnsafeMutablePointer<ValueStore>) {
    guard slot.kind == .text else { return nil }
    self.init(decoding: slot.bytes, as: UTF8.self)
  }
}

extension SafeMarkup: FieldValue {
  @usableFromInline package static var shape: Shape { .markup }

  @inlinable
  package func slot(in store: UnsafeMutablePointer<ValueStore>) -> Slot {
    Slot(.markup, UnsafeRawPointer(bytes.baseAddress), count: bytes.count)
  }

  @inlinable
  package init?(_ slot: Slot, in store: UnsafeMutablePointer<ValueStore>) {
    guard slot.kind == .markup else { return nil }
    self.init(slot.bytes)
  }
}

extension Bool: FieldValue {
  @usableFromInline package static var shape: Shape { .flag }

  @inlinable
  package func slot(in store: UnsafeMutablePointer<ValueStore>) -> Slot {
    Slot(.flag, nil, count: self ? 1 : 0)
  }

  @inlinable
  package init?(_ slot: Slot, in store: UnsafeMutablePointer<ValueStore>) {
    guard slot.kind == .flag else { return nil }
    self = slot.isShown
  }
}

extension Record: FieldValue where Fields: RecordShape {
  @usableFromInline package static var shape: Shape {
    .record(RecordReference { Fields.layout.description })
  }

  @inlinable
  package func slot(in store: UnsafeMutablePointer<ValueStore>) -> Slot { slot }

  @inlinable
  package init?(_ slot: Slot, in store: UnsafeMutablePointer<ValueStore>) {
    guard slot.kind == .record, let slots = slot.slots else { return nil }
    self.init(slots: UnsafeMutablePointer(mutating: slots), store: store)
  }
}

extension Array: FieldValue where Element: FieldValue {
  @usableFromInline package static var shape: Shape { .list(Element.shape) }

  @inlinable
  package func slot(in store: UnsafeMutablePointer<ValueStore>) -> Slot {
    let slots = store.pointee.slots(count)
    for (index, element) in enumerated() { slots[index] = element.slot(in: store) }
    return Slot(.list, UnsafeRawPointer(slots), count: count)
  }

  @inlinable
  package init?(_ slot: Slot, in store: UnsafeMutablePointer<ValueStore>) {
    guard slot.kind == .list, let slots = slot.slots else { return nil }
    self = (0..<Int(slot.count)).compactMap { Element(slots[$0], in: store) }
  }
}

/// A closed set of texts, such as the kinds of statement. It can choose a partial by `{{>*…}}`.
@usableFromInline
package protocol FieldChoice: FieldValue, CaseIterable, RawRepresentable where RawValue == String {}

extension FieldChoice {
  @usableFromInline package static var shape: Shape { .choice(allCases.map(\.rawValue)) }

  @inlinable
  package func slot(in store: UnsafeMutablePointer<ValueStore>) -> Slot {
    rawValue.slot(in: store)
  }

  @inlinable
  package init?(_ slot: Slot, in store: UnsafeMutablePointer<ValueStore>) {
    guard let text = String(slot, in: store) else { return nil }
    self.init(rawValue: text)
  }
}
