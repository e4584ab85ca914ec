internal import Synchronization

/// The fields of each kind of record whose layout is being made.
///
/// The default value of a property cannot see its neighbours, and so cannot count them. It adds its
/// field here. The number of fields before it is its slot.
enum FieldDeclarations {
  private static let open = Mutex<[ObjectIdentifier: [FieldDescription]]>([:])

  /// The result of `make`, and the fields that were declared meanwhile.
  static func collect<Fields>(_ make: () -> Fields) -> (Fields, [FieldDescription]) {
    let kind = ObjectIdentifier(Fields.self)
    open.withLock { $0[kind] = [] }
    let fields = make()
    return (fields, open.withLock { $0.removeValue(forKey: kind) } ?? [])
  }

  /// Adds a field, and returns its slot.
  static func add<Fields>(_ field: FieldDescription, to kind: Fields.Type) -> Int {
    precondition(isPlain(field.name), "`\(field.name)` cannot be written as a name in a template")
    let slot = open.withLock { open -> Int? in
      open[ObjectIdentifier(kind)]?.append(field)
      return open[ObjectIdentifier(kind)].map { $0.count - 1 }
    }
    guard let slot else { preconditionFailure("`\(field.name)` is declared outside of a layout") }
    return slot
  }

  /// Whether a name has letters, digits, `_` and `-` alone, and so no mark of Mustache.
  private static func isPlain(_ name: String) -> Bool {
    !name.isEmpty
      && name.utf8.allSatisfy { byte in
        (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10
          || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
      }
  }
}
