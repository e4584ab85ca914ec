/// The addresses that one HTML page offers, and those that its links lead to.
///
/// Addresses are stored as hashes, since a large handbook has millions of them.
package struct PageLinks: Sendable {
  /// The hashes of the page and of each of its anchors, in ascending order.
  package let offered: [UInt64]

  /// The hashes of link targets: first of links to other pages or files, in order, then of missing anchors on the page itself.
  package let used: [UInt64]

  package init(_ bytes: [UInt8], path: String) {
    var addresses = LinkHasher(page: path)
    var offered = [addresses.pageHash]
    var used: [UInt64] = []
    var inner: [UInt64] = []
    offered.reserveCapacity(16)
    inner.reserveCapacity(16)
    used.reserveCapacity(bytes.count / 128)
    bytes.withUnsafeBufferPointer { page in
      PageLinks.forEach(in: page) { part, text, readable in
        switch part {
        case .anchor: offered.append(addresses.hash(ofAnchor: text))
        case .link:
          guard let hash = addresses.hash(of: text, readable: readable) else { break }
          if text.first == UInt8(ascii: "#") { inner.append(hash) } else { used.append(hash) }
        }
      }
    }
    offered.sort()
    // The array is kept, so it gets no spare capacity.
    self.offered = Array(unsafeUninitializedCapacity: offered.count) { room, count in
      count = room.initialize(fromContentsOf: offered)
    }
    for hash in inner where !PageLinks.contains(offered, hash) { used.append(hash) }
    self.used = used
  }

  /// Whether a hash is in a sorted array (binary search).
  private static func contains(_ sorted: [UInt64], _ hash: UInt64) -> Bool {
    var (low, high) = (0, sorted.count)
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] < hash { low = middle + 1 } else { high = middle }
    }
    return low < sorted.count && sorted[low] == hash
  }

  /// The links of a page that lead to one of `addresses`, as they are written, in order and each once.
  package static func links(
    in bytes: [UInt8], path: String, to addresses: Set<UInt64>
  ) -> [String] {
    var found: [String] = []
    var reader = AddressReader(page: path)
    bytes.withUnsafeBufferPointer { page in
      forEach(in: page) { part, attribute, _ in
        guard part == .link else { return }
        var link = String(decoding: attribute, as: UTF8.self).unescapedAttribute
        let address = link.withUTF8 { reader.read($0).map(AddressHash.of) }
        if let address, addresses.contains(address), !found.contains(link) { found.append(link) }
      }
    }
    return found
  }

  private enum Part { case anchor, link }

  /// Calls `body` for each anchor and link of a page, in order. It gets the attribute's escaped value, and the number of bytes
  /// from there to the end of the page.
  private static func forEach(
    in page: UnsafeBufferPointer<UInt8>,
    _ body: (Part, UnsafeBufferPointer<UInt8>, _ readable: Int) -> Void
  ) {
    var reader = TagReader(page)
    while reader.next() != nil {
      for attribute in reader.attributes {
        guard let part = part(page, attribute.name) else { continue }
        let value = attribute.value
        body(part, UnsafeBufferPointer(rebasing: page[value]), page.count - value.lowerBound)
      }
    }
  }

  /// Whether an attribute is an anchor or a link, by its name; nil if neither.
  private static func part(
    _ page: UnsafeBufferPointer<UInt8>, _ name: Range<Int>
  ) -> Part? {
    let name = page[name]
    return switch name.count {
    case 2: name.elementsEqual("id".utf8) ? .anchor : nil
    case 3: name.elementsEqual("src".utf8) ? .link : nil
    case 4: name.elementsEqual("href".utf8) ? .link : nil
    default: nil
    }
  }
}
