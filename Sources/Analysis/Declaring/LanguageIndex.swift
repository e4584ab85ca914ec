internal import Grammar

/// The table of the language for whoever reads many files at once: a few arrays of numbers, which are found by the number
/// of an entity and that of a field.
final class LanguageIndex: Sendable {
  static let whole = LanguageIndex()

  /// By entity, 128 each, and in them by a number made of a key's length and of its first and last byte: which field the
  /// key may name.
  private let slots: [UInt8]

  /// Those of one entity after those of another.
  private let fields: [IndexedField]

  /// By entity: the place of its first field.
  private let firstFields: [Int32]

  /// By entity: a bit for each field that must be there, the first lowest.
  private let required: [UInt64]

  /// The written keys of all fields, one after another.
  private let keyBytes: [UInt8]

  /// The values of all fields with choices.
  private let choices: [[UInt8]]

  private struct IndexedField {
    let key: Key
    let shape: FieldShape
    let keyStart: Int32
    let keyCount: Int32
  }

  /// No entity has more fields than a number has bits.
  static let mostFields = 64
  private static let slotCount = 128
  private static let none = UInt8.max

  private init() {
    var slots: [UInt8] = []
    var fields: [IndexedField] = []
    var firstFields: [Int32] = []
    var required: [UInt64] = []
    var keyBytes: [UInt8] = []
    var choices: [[UInt8]] = []
    for name in EntityName.allCases {
      let entity = Grammar.entity(name)
      precondition(entity.fields.count <= LanguageIndex.mostFields, "an entity has too many fields")
      var own = [UInt8](repeating: LanguageIndex.none, count: LanguageIndex.slotCount)
      var bits: UInt64 = 0
      firstFields.append(Int32(fields.count))
      for (number, field) in entity.fields.enumerated() {
        let key = Array(field.key.rawValue.utf8)
        var slot = LanguageIndex.slot(of: key.span)
        while own[slot] != LanguageIndex.none { slot = LanguageIndex.slot(after: slot) }
        own[slot] = UInt8(number)
        if field.isRequired { bits |= 1 << UInt64(number) }
        fields.append(
          IndexedField(
            key: field.key, shape: FieldShape(field.type, &choices),
            keyStart: Int32(keyBytes.count), keyCount: Int32(key.count)))
        keyBytes += key
      }
      slots += own
      required.append(bits)
    }
    self.slots = slots
    self.fields = fields
    self.firstFields = firstFields
    self.required = required
    self.keyBytes = keyBytes
    self.choices = choices
  }

  /// A bit for each field that an entity must have, the first lowest.
  func requiredFields(of entity: EntityName) -> UInt64 { required[Int(entity.rawValue)] }

  func key(of field: Int, in entity: EntityName) -> Key { fields[place(field, entity)].key }

  func shape(of field: Int, in entity: EntityName) -> FieldShape {
    fields[place(field, entity)].shape
  }

  /// Which field of an entity a written key names.
  func field(written key: Span<UInt8>, in entity: EntityName) -> Int? {
    guard !key.isEmpty else { return nil }
    let first = Int(entity.rawValue) * LanguageIndex.slotCount
    var slot = LanguageIndex.slot(of: key)
    while slots[first + slot] != LanguageIndex.none {
      let field = Int(slots[first + slot])
      if isWritten(fields[place(field, entity)], key) { return field }
      slot = LanguageIndex.slot(after: slot)
    }
    return nil
  }

  /// Whether a number is one that a field allows.
  func allows(_ number: Int, _ shape: FieldShape) -> Bool {
    shape.range.contains(Int32(truncatingIfNeeded: number))
  }

  /// Whether a value is one of those that a field allows.
  func allows(_ value: Span<UInt8>, _ shape: FieldShape) -> Bool {
    for place in shape.range {
      let choice = choices[Int(place)]
      if choice.count == value.count, hasBytes(choice, from: 0, value) { return true }
    }
    return false
  }

  /// The number of a field among those of all entities.
  func place(_ field: Int, _ entity: EntityName) -> Int {
    Int(firstFields[Int(entity.rawValue)]) + field
  }

  private func isWritten(_ field: IndexedField, _ key: Span<UInt8>) -> Bool {
    Int(field.keyCount) == key.count && hasBytes(keyBytes, from: Int(field.keyStart), key)
  }

  private func hasBytes(_ bytes: [UInt8], from start: Int, _ value: Span<UInt8>) -> Bool {
    for place in value.indices where bytes[start + place] != value[place] { return false }
    return true
  }

  private static func slot(of key: Span<UInt8>) -> Int {
    (key.count &* 29 &+ Int(key[0]) &* 5 &+ Int(key[key.count - 1]) &* 3) & (slotCount - 1)
  }

  private static func slot(after slot: Int) -> Int { (slot + 1) & (slotCount - 1) }
}
