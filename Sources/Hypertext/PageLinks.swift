/// What one page of HTML offers to links, and where its own links lead.
///
/// Addresses are kept as hashes, since a large handbook has millions of them.
package struct PageLinks: Sendable {
  /// Of the page and of each of its anchors.
  package let offered: [UInt64]

  /// Of each link inside the output, once.
  package let used: [UInt64]

  package init(_ bytes: [UInt8], path: String) {
    var offered = [AddressHash.of(path, anchor: nil)]
    var used: Set<UInt64> = []
    PageLinks.read(bytes) { attribute, text in
      switch attribute {
      case .id: offered.append(AddressHash.of(path, anchor: text))
      case .link:
        if let address = Address(link: text, on: path) { used.insert(AddressHash.of(address)) }
      }
    }
    self.offered = offered
    self.used = used.sorted()
  }

  /// The links of a page that lead to one of some addresses, as they are written, in order and each once.
  package static func links(
    in bytes: [UInt8], path: String, to addresses: Set<UInt64>
  ) -> [String] {
    var found: [String] = []
    read(bytes) { attribute, text in
      guard attribute == .link, let address = Address(link: text, on: path),
        addresses.contains(AddressHash.of(address)), !found.contains(text)
      else { return }
      found.append(text)
    }
    return found
  }

  private enum Part { case id, link }

  private static func read(_ bytes: [UInt8], _ body: (Part, String) -> Void) {
    var reader = TagReader(bytes)
    while let tag = reader.next() {
      for attribute in tag.attributes {
        let name = bytes[attribute.name]
        let part: Part
        if name.elementsEqual("id".utf8) {
          part = .id
        } else if name.elementsEqual("href".utf8) || name.elementsEqual("src".utf8) {
          part = .link
        } else {
          continue
        }
        body(part, String(decoding: bytes[attribute.value], as: UTF8.self).unescapedAttribute)
      }
    }
  }
}

/// A hash of an address that is the same in each run (FNV-1a, 64 bits).
package enum AddressHash {
  package static func of(_ address: Address) -> UInt64 { of(address.path, anchor: address.anchor) }

  package static func of(_ path: String, anchor: String?) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    func add(_ byte: UInt8) {
      hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
    }
    for byte in path.utf8 { add(byte) }
    if let anchor {
      add(UInt8(ascii: "#"))
      for byte in anchor.utf8 { add(byte) }
    }
    return hash
  }
}
