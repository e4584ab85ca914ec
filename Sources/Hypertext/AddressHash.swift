/// A hash of an address that is the same in each run (FNV-1a, 64 bits).
package enum AddressHash {
  /// That of an empty path.
  static let start: UInt64 = 0xcbf2_9ce4_8422_2325

  package static func of(_ address: Address) -> UInt64 { of(address.path, anchor: address.anchor) }

  package static func of(_ path: String, anchor: String?) -> UInt64 {
    var path = path
    let hash = path.withUTF8 { adding($0, to: start) }
    guard var anchor else { return hash }
    return anchor.withUTF8 { adding(anchor: $0, to: hash) }
  }

  static func of(_ address: AddressReader.Parts) -> UInt64 {
    let hash = address.path.withUnsafeBufferPointer { adding($0, to: start) }
    return address.anchor.map { adding(anchor: $0, to: hash) } ?? hash
  }

  /// The hash of an anchor on the page that has a hash.
  static func adding(anchor: UnsafeBufferPointer<UInt8>, to hash: UInt64) -> UInt64 {
    adding(anchor, to: (hash ^ UInt64(UInt8(ascii: "#"))) &* 0x0000_0100_0000_01b3)
  }

  private static func adding(_ bytes: UnsafeBufferPointer<UInt8>, to start: UInt64) -> UInt64 {
    var hash = start
    for byte in bytes { hash = adding(byte, to: hash) }
    return hash
  }

  @inline(__always)
  static func adding(_ byte: UInt8, to hash: UInt64) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
  }
}

/// Tells the hashes of where the links of one page lead, without making the addresses: a large handbook has millions of
/// links, nearly all of which only name a folder above and a page in it.
struct LinkHasher {
  let pageHash: UInt64

  /// The hashes of the folders that the page is in, each with the slash behind it, the outermost and empty one first.
  private let folders: [UInt64]

  private var reader: AddressReader

  init(page: String) {
    var folders = [AddressHash.start]
    var hash = AddressHash.start
    for byte in page.utf8 {
      hash = AddressHash.adding(byte, to: hash)
      if byte == slash { folders.append(hash) }
    }
    pageHash = hash
    self.folders = folders
    reader = AddressReader(page: page)
  }

  /// That of an anchor on the page, as its attribute has it.
  func hash(ofAnchor attribute: UnsafeBufferPointer<UInt8>) -> UInt64 {
    guard EightBytes.isThere(UInt8(ascii: "&"), in: attribute) else {
      return AddressHash.adding(anchor: attribute, to: pageHash)
    }
    var anchor = String(decoding: attribute, as: UTF8.self).unescapedAttribute
    return anchor.withUTF8 { AddressHash.adding(anchor: $0, to: pageHash) }
  }

  /// That of where a link leads, as its attribute has it. Nil if it leads out of the output.
  mutating func hash(of attribute: UnsafeBufferPointer<UInt8>) -> UInt64? {
    if let hash = plainHash(of: attribute) { return hash }
    guard EightBytes.isThere(UInt8(ascii: "&"), in: attribute) else {
      return reader.read(attribute).map(AddressHash.of)
    }
    var link = String(decoding: attribute, as: UTF8.self).unescapedAttribute
    return link.withUTF8 { reader.read($0).map(AddressHash.of) }
  }

  /// The same for a link that has no more than ways up at its start, names, and an anchor; nil for any other.
  private func plainHash(of link: UnsafeBufferPointer<UInt8>) -> UInt64? {
    var index = 0
    var folder = folders.count - 1
    while index + 2 < link.count, link[index] == dot, link[index + 1] == dot,
      link[index + 2] == slash
    {
      index += 3
      folder -= 1
    }
    guard folder >= 0, index < link.count else { return nil }
    var hash = folders[folder]
    if link[index] == mark {
      guard index == 0 else { return nil }
      hash = pageHash
    }
    var isAtStart = true
    while index < link.count {
      let byte = link[index]
      // All other bytes are parts of names: one test tells nearly all of them.
      if byte < 64, 1 &<< UInt64(byte) & LinkHasher.marks != 0 {
        if byte == mark { break }
        // A part of dots or of nothing, a query, a scheme, or what is escaped.
        guard !isAtStart, byte == dot || byte == slash else { return nil }
      }
      isAtStart = byte == slash
      hash = AddressHash.adding(byte, to: hash)
      index &+= 1
    }
    guard index < link.count else { return hash }
    let anchor = UnsafeBufferPointer(rebasing: link[(index + 1)...])
    guard !EightBytes.isThere(UInt8(ascii: "&"), in: anchor) else { return nil }
    return AddressReader.isTop(anchor) ? hash : AddressHash.adding(anchor: anchor, to: hash)
  }

  /// The bytes that may be more than a part of a name, one bit each: `#`, `&`, `.`, `/`, `:` and `?`.
  private static let marks: UInt64 =
    1 &<< 0x23 | 1 &<< 0x26 | 1 &<< 0x2e | 1 &<< 0x2f | 1 &<< 0x3a | 1 &<< 0x3f
}

private let slash = UInt8(ascii: "/")
private let dot = UInt8(ascii: ".")
private let mark = UInt8(ascii: "#")
