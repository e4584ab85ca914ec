/// What a line of a lock says of an id.
enum LockKey: String, CaseIterable {
  case sort, uuid, since, fate, digest, says, approved

  /// The key as a lock writes it; nil for anything else. A lock has a line for each, so keys are compared as numbers.
  init?(_ word: ArraySlice<UInt8>) {
    guard word.count <= 8 else { return nil }
    let number = LockKey.number(of: word)
    guard let place = LockKey.written.firstIndex(of: number) else { return nil }
    self = LockKey.allCases[place]
  }

  private static let written = allCases.map { number(of: $0.rawValue.utf8) }

  /// Up to eight bytes as one number.
  private static func number(of word: some Sequence<UInt8>) -> UInt64 {
    var number: UInt64 = 0
    for byte in word { number = number << 8 | UInt64(byte) }
    return number
  }
}

/// Some of the keys; one bit for each.
struct LockKeySet {
  private var bits: UInt8 = 0

  /// What each entry has to have.
  static let needed: LockKeySet = {
    var needed = LockKeySet()
    for key in LockKey.allCases where key != .approved { needed.bits |= mask(key) }
    return needed
  }()

  var isEmpty: Bool { bits == 0 }

  func contains(_ key: LockKey) -> Bool { bits & LockKeySet.mask(key) != 0 }

  /// Takes a key out. False if it was not in it.
  mutating func remove(_ key: LockKey) -> Bool {
    defer { bits &= ~LockKeySet.mask(key) }
    return contains(key)
  }

  private static func mask(_ key: LockKey) -> UInt8 {
    switch key {
    case .sort: 1
    case .uuid: 2
    case .since: 4
    case .fate: 8
    case .digest: 16
    case .says: 32
    case .approved: 64
    }
  }
}
