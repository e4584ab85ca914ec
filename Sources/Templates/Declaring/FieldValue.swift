/// A type whose values can stand in a field: texts, safe markup, flags, choices, records and lists
/// of these.
package protocol FieldValue: Sendable {
  static var shape: Shape { get }

  var slotValue: SlotValue { get }

  /// The value that a slot holds, or nil if the slot is empty.
  init?(_ value: SlotValue)
}

extension String: FieldValue {
  package static var shape: Shape { .text }
  package var slotValue: SlotValue { .text(self) }

  package init?(_ value: SlotValue) {
    guard case .text(let text) = value else { return nil }
    self = text
  }
}

extension SafeMarkup: FieldValue {
  package static var shape: Shape { .markup }
  package var slotValue: SlotValue { .markup(bytes) }

  package init?(_ value: SlotValue) {
    guard case .markup(let bytes) = value else { return nil }
    self.init(alreadySafe: bytes)
  }
}

extension Bool: FieldValue {
  package static var shape: Shape { .flag }
  package var slotValue: SlotValue { .flag(self) }

  package init?(_ value: SlotValue) {
    guard case .flag(let isSet) = value else { return nil }
    self = isSet
  }
}

extension Record: FieldValue {
  package static var shape: Shape { .record(RecordReference { Fields.layout.description }) }
  package var slotValue: SlotValue { .record(slots) }

  package init?(_ value: SlotValue) {
    guard case .record(let slots) = value else { return nil }
    self.init(slots: slots)
  }
}

extension Array: FieldValue where Element: FieldValue {
  package static var shape: Shape { .list(Element.shape) }
  package var slotValue: SlotValue { .list(map { $0.slotValue }) }

  package init?(_ value: SlotValue) {
    guard case .list(let elements) = value else { return nil }
    self = elements.compactMap(Element.init)
  }
}

/// A closed set of texts, such as the kinds of statement. It can choose a partial by `{{>*…}}`.
package protocol FieldChoice: FieldValue, CaseIterable, RawRepresentable where RawValue == String {}

extension FieldChoice {
  package static var shape: Shape { .choice(allCases.map(\.rawValue)) }
  package var slotValue: SlotValue { .text(rawValue) }

  package init?(_ value: SlotValue) {
    guard case .text(let text) = value else { return nil }
    self.init(rawValue: text)
  }
}
