/// What one page of HTML offers to links, and where its own links lead.
///
/// Addresses are kept as hashes, since a large handbook has millions of them.
package struct PageLinks: Sendable {
  /// Of the page and of each of its anchors.
  package let offered: [UInt64]

  /// Of each link inside the output, once, in ascending order.
  package let used: [UInt64]

  package init(_ bytes: [UInt8], path: String) {
    let pageHash = AddressHash.of(path, anchor: nil)
    var addresses = AddressReader(page: path)
    var offered = [pageHash]
    var used: [UInt64] = []
    PageLinks.read(bytes) { part, text in
      switch part {
      case .id: offered.append(AddressHash.adding(anchor: text, to: pageHash))
      case .link:
        if let address = addresses.read(text) { used.append(AddressHash.of(address)) }
      }
    }
    used.sort()
    self.offered = offered
    self.used = used.withoutNeighbours
  }

  /// The links of a page that lead to one of some addresses, as they are written, in order and each once.
  package static func links(
    in bytes: [UInt8], path: String, to addresses: Set<UInt64>
  ) -> [String] {
    var found: [String] = []
    var reader = AddressReader(page: path)
    read(bytes) { part, text in
      guard part == .link, let address = reader.read(text),
        addresses.contains(AddressHash.of(address))
      else { return }
      let link = String(decoding: text, as: UTF8.self)
      if !found.contains(link) { found.append(link) }
    }
    return found
  }

  private enum Part { case id, link }

  /// Calls a function for each anchor and link of a page, with its text, which is there only until it returns.
  private static func read(_ bytes: [UInt8], _ body: (Part, UnsafeBufferPointer<UInt8>) -> Void) {
    bytes.withUnsafeBufferPointer { page in
      var reader = TagReader(page)
      while reader.next() != nil {
        for attribute in reader.attributes {
          guard let part = part(UnsafeBufferPointer(rebasing: page[attribute.name])) else {
            continue
          }
          let value = UnsafeBufferPointer(rebasing: page[attribute.value])
          if value.contains(UInt8(ascii: "&")) {
            var text = String(decoding: value, as: UTF8.self).unescapedAttribute
            text.withUTF8 { body(part, $0) }
          } else {
            body(part, value)
          }
        }
      }
    }
  }

  /// What an attribute with this name holds.
  private static func part(_ name: UnsafeBufferPointer<UInt8>) -> Part? {
    switch name.count {
    case 2: name[0] == UInt8(ascii: "i") && name[1] == UInt8(ascii: "d") ? .id : nil
    case 3: name.elementsEqual("src".utf8) ? .link : nil
    case 4: name[0] == UInt8(ascii: "h") && name.elementsEqual("href".utf8) ? .link : nil
    default: nil
    }
  }
}

extension [UInt64] {
  /// Sorted numbers without those that equal the one before them.
  fileprivate var withoutNeighbours: [UInt64] {
    var kept: [UInt64] = []
    kept.reserveCapacity(count)
    for number in self where kept.last != number { kept.append(number) }
    return kept
  }
}

/// A hash of an address that is the same in each run (FNV-1a, 64 bits).
package enum AddressHash {
  package static func of(_ address: Address) -> UInt64 { of(address.path, anchor: address.anchor) }

  package static func of(_ path: String, anchor: String?) -> UInt64 {
    var path = path
    let hash = path.withUTF8 { adding($0, to: 0xcbf2_9ce4_8422_2325) }
    guard var anchor else { return hash }
    return anchor.withUTF8 { adding(anchor: $0, to: hash) }
  }

  static func of(_ address: AddressReader.Parts) -> UInt64 {
    let hash = address.path.withUnsafeBufferPointer { adding($0, to: 0xcbf2_9ce4_8422_2325) }
    return address.anchor.map { adding(anchor: $0, to: hash) } ?? hash
  }

  /// The hash of an anchor on the page that has a hash.
  static func adding(anchor: UnsafeBufferPointer<UInt8>, to hash: UInt64) -> UInt64 {
    adding(anchor, to: (hash ^ UInt64(UInt8(ascii: "#"))) &* 0x0000_0100_0000_01b3)
  }

  private static func adding(_ bytes: UnsafeBufferPointer<UInt8>, to start: UInt64) -> UInt64 {
    var hash = start
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    return hash
  }
}
