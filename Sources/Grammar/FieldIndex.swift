/// Finds the field of an entity that a written key names, nearly always at the first look.
struct FieldIndex: Sendable {
  /// By a number made of a key's length and of its first and last byte: which field it may be.
  private let slots: [UInt8]

  private static let slotCount = 128
  private static let none = UInt8.max

  init(_ fields: [Field]) {
    precondition(fields.count <= 64, "an entity has more fields than a number has bits")
    var slots = [UInt8](repeating: FieldIndex.none, count: FieldIndex.slotCount)
    for (number, field) in fields.enumerated() {
      let key = field.keyBytes
      var slot = FieldIndex.slot(of: key.span)
      while slots[slot] != FieldIndex.none { slot = FieldIndex.slot(after: slot) }
      slots[slot] = UInt8(number)
    }
    self.slots = slots
  }

  func number(of key: Span<UInt8>, among fields: [Field]) -> Int? {
    guard !key.isEmpty else { return nil }
    var slot = FieldIndex.slot(of: key)
    while slots[slot] != FieldIndex.none {
      let number = Int(slots[slot])
      if fields[number].isWritten(key) { return number }
      slot = FieldIndex.slot(after: slot)
    }
    return nil
  }

  private static func slot(of key: Span<UInt8>) -> Int {
    (key.count &* 29 &+ Int(key[0]) &* 5 &+ Int(key[key.count - 1]) &* 3) & (slotCount - 1)
  }

  private static func slot(after slot: Int) -> Int { (slot + 1) & (slotCount - 1) }
}

extension Field {
  /// Whether a key in a file is this field's.
  fileprivate func isWritten(_ key: Span<UInt8>) -> Bool {
    guard keyBytes.count == key.count else { return false }
    for place in keyBytes.indices where keyBytes[place] != key[place] { return false }
    return true
  }
}
