/// What a line of a lock says of an id.
enum LockKey: String, CaseIterable {
  case sort, uuid, since, fate, digest, says, approved

  /// The key as a lock writes it, compared by bytes: a lock has a line for each. Nil for anything else.
  init?(_ word: ArraySlice<UInt8>) {
    let found = LockKey.written.first { _, name in
      name.count == word.count && name.elementsEqual(word)
    }
    guard let found else { return nil }
    self = found.key
  }

  private static let written = allCases.map { (key: $0, name: Array($0.rawValue.utf8)) }
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
