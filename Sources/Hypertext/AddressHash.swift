internal import Output

/// A hash of an address that is the same in every run.
///
/// Each segment of a path is hashed with the slash after it. So the hash of a folder is a prefix of the hashes of everything in
/// it. A large handbook has millions of links, so eight bytes are mixed at a time. Combining both halves of a product mixes
/// well for one multiplication (Wang Yi, "wyhash").
package enum AddressHash {
  /// The hash of an empty path.
  static let start: UInt64 = 0xcbf2_9ce4_8422_2325

  package static func of(_ address: Address) -> UInt64 { of(address.path, anchor: address.anchor) }

  package static func of(_ path: String, anchor: String?) -> UInt64 {
    var path = path
    let hash = path.withUTF8 { adding(path: $0, to: start) }
    guard var anchor else { return hash }
    return anchor.withUTF8 { adding(anchor: $0, to: hash) }
  }

  static func of(_ address: AddressReader.Parts) -> UInt64 {
    let hash = address.path.withUnsafeBufferPointer { adding(path: $0, to: start) }
    return address.anchor.map { adding(anchor: $0, to: hash) } ?? hash
  }

  /// The hash of an anchor on the page whose hash is given.
  @inline(__always)
  static func adding(anchor: UnsafeBufferPointer<UInt8>, to hash: UInt64) -> UInt64 {
    guard let first = anchor.baseAddress else { return ~hash }
    return adding(first, anchor.count, to: ~hash)
  }

  private static func adding(path: UnsafeBufferPointer<UInt8>, to start: UInt64) -> UInt64 {
    var folders: [UInt64] = []
    return adding(path: path, to: start, &folders)
  }

  /// Adds a path to a hash, and appends the hash of each folder on the way.
  static func adding(
    path: UnsafeBufferPointer<UInt8>, to start: UInt64, _ folders: inout [UInt64]
  ) -> UInt64 {
    guard let first = path.baseAddress else { return start }
    var (hash, place) = (start, 0)
    while let end = path[place...].firstIndex(of: slash) {
      hash = adding(first + place, end + 1 - place, to: hash)
      folders.append(hash)
      place = end + 1
    }
    return place < path.count ? adding(first + place, path.count - place, to: hash) : hash
  }

  /// Adds a segment, with the slash after it if there is one, or an anchor.
  @inline(__always)
  static func adding(
    _ part: UnsafePointer<UInt8>, _ count: Int, to start: UInt64
  ) -> UInt64 {
    var hash = start &+ UInt64(truncatingIfNeeded: count)
    var place = 0
    while count &- place > 8 {
      hash = mixed(hash ^ EightBytes.word(in: part, at: place))
      place &+= 8
    }
    return mixed(hash ^ EightBytes.last(of: part, count, from: place))
  }

  @inline(__always)
  private static func mixed(_ number: UInt64) -> UInt64 {
    let product = number.multipliedFullWidth(by: 0x9e37_79b9_7f4a_7c15)
    return product.high ^ product.low
  }
}

/// Hashes the targets of one page's links without making the addresses.
///
/// A large handbook has millions of links. Nearly all of them only go up some folders and down to a page.
struct LinkHasher {
  let pageHash: UInt64

  /// The hashes of the folders that contain the page, each with its slash, from the output folder inwards.
  private let folders: [UInt64]

  private var reader: AddressReader

  init(page: String) {
    reader = AddressReader(page: page)
    var folders = [AddressHash.start]
    var page = page
    pageHash = page.withUTF8 { AddressHash.adding(path: $0, to: AddressHash.start, &folders) }
    self.folders = folders
  }

  /// The hash of an anchor on the page. `attribute` is its escaped value.
  func hash(ofAnchor attribute: UnsafeBufferPointer<UInt8>) -> UInt64 {
    guard EightBytes.isThere(UInt8(ascii: "&"), in: attribute) else {
      return AddressHash.adding(anchor: attribute, to: pageHash)
    }
    var anchor = String(decoding: attribute, as: UTF8.self).unescapedAttribute
    return anchor.withUTF8 { AddressHash.adding(anchor: $0, to: pageHash) }
  }

  /// The hash of a link's target. Nil if the link leads out of the output. `attribute` is its escaped value.
  ///
  /// `readable` is the number of bytes that may be read from the attribute's first on, since reads may go beyond its end.
  mutating func hash(
    of attribute: UnsafeBufferPointer<UInt8>, readable: Int? = nil
  ) -> UInt64? {
    if let hash = plainHash(of: attribute, readable ?? attribute.count) { return hash }
    guard EightBytes.isThere(UInt8(ascii: "&"), in: attribute) else {
      return reader.read(attribute).map(AddressHash.of)
    }
    var link = String(decoding: attribute, as: UTF8.self).unescapedAttribute
    return link.withUTF8 { reader.read($0).map(AddressHash.of) }
  }

  /// The hash of a link that consists of `../`, names and an anchor; nil for any other link.
  private func plainHash(of link: UnsafeBufferPointer<UInt8>, _ readable: Int) -> UInt64? {
    guard let bytes = link.baseAddress, !link.isEmpty else { return nil }
    guard bytes[0] != mark else { return LinkHasher.adding(anchorOf: link, at: 0, to: pageHash) }
    var (place, folder) = (0, folders.count &- 1)
    while place &+ 3 <= link.count, bytes[place] == dot, bytes[place &+ 1] == dot,
      bytes[place &+ 2] == slash
    {
      place &+= 3
      folder &-= 1
    }
    guard folder >= 0 else { return nil }
    var hash = folders[folder]
    while place < link.count {
      let end = LinkHasher.endOfPart(in: bytes, from: place, to: link.count, readable)
      // Segments that are empty or begin with a dot are left to `AddressReader`.
      guard end > place, bytes[place] != dot else { return nil }
      if end < link.count, bytes[end] == slash {
        hash = AddressHash.adding(bytes + place, end &+ 1 &- place, to: hash)
        place = end &+ 1
        continue
      }
      hash = AddressHash.adding(bytes + place, end &- place, to: hash)
      guard end < link.count else { return hash }
      return bytes[end] == mark ? LinkHasher.adding(anchorOf: link, at: end, to: hash) : nil
    }
    return nil
  }

  /// The end of a path segment: a slash, an anchor, a sign of a query, scheme or escape, or the end of the link.
  @inline(__always)
  private static func endOfPart(
    in bytes: UnsafePointer<UInt8>, from start: Int, to end: Int, _ readable: Int
  ) -> Int {
    var place = start
    while place < end, place &+ 16 <= readable {
      if let found = SixteenBytes(bytes + place).marksOfAddresses.first {
        return min(place &+ found, end)
      }
      place &+= 16
    }
    while place < end, !isMark(bytes[place]) { place &+= 1 }
    return min(place, end)
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case slash, mark, UInt8(ascii: "&"), UInt8(ascii: ":"), UInt8(ascii: "?"): true
    default: false
    }
  }

  /// Adds the anchor whose `#` is at offset `place` of a link; nil if the anchor contains an escape.
  private static func adding(
    anchorOf link: UnsafeBufferPointer<UInt8>, at place: Int, to hash: UInt64
  ) -> UInt64? {
    let anchor = UnsafeBufferPointer(rebasing: link[(place &+ 1)...])
    guard !EightBytes.isThere(UInt8(ascii: "&"), in: anchor) else { return nil }
    return AddressReader.isTop(anchor) ? hash : AddressHash.adding(anchor: anchor, to: hash)
  }
}

private let slash = UInt8(ascii: "/")
private let dot = UInt8(ascii: ".")
private let mark = UInt8(ascii: "#")
