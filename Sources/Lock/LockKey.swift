/// The keys of a lock's lines.
enum LockKey: String, CaseIterable {
  case sort, uuid, since, fate, digest, says, approved

  /// The key with this name; nil if there is none. A lock has thousands of lines, so names are compared as numbers.
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

/// A set of keys, as bits.
struct LockKeySet {
  private var bits: UInt8 = 0

  /// The keys that every entry must have.
  static let needed: LockKeySet = {
    var needed = LockKeySet()
    for key in LockKey.allCases where key != .approved { needed.bits |= mask(key) }
    return needed
  }()

  var isEmpty: Bool { bits == 0 }

  func contains(_ key: LockKey) -> Bool { bits & LockKeySet.mask(key) != 0 }

  /// Removes a key. False if it was absent.
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
