internal import Hypertext
internal import Output

/// Whether every link inside the output leads to something, found out while its files are made.
struct LinkCheck: Sendable {
  /// How many dead links are told of. One mistake in a template makes one on each page.
  static let mostTold = 100

  private var offered: Set<UInt64> = []
  private var used: Set<UInt64> = []

  /// A file of the output without a look into it.
  mutating func add(path: String) {
    offered.insert(AddressHash.of(path, anchor: nil))
  }

  mutating func add(_ links: PageLinks) {
    offered.formUnion(links.offered)
    used.formUnion(links.used)
  }

  /// The links that lead nowhere. `page` makes a page again, which is done for few: those that are told of.
  func deadLinks(on pages: [(path: String, links: PageLinks)], page: (String) -> [UInt8])
    -> [DeadLinks.Link]
  {
    let dead = used.subtracting(offered)
    guard !dead.isEmpty else { return [] }
    var found: [DeadLinks.Link] = []
    for (path, links) in pages where !dead.isDisjoint(with: links.used) {
      found += PageLinks.links(in: page(path), path: path, to: dead).map {
        DeadLinks.Link(page: path, link: $0)
      }
      if found.count >= LinkCheck.mostTold { break }
    }
    return found
  }
}

/// Links of pages that lead to nothing in the output.
package struct DeadLinks: Error, Sendable {
  package let links: [Link]

  package struct Link: Sendable {
    /// The page's path in the output.
    let page: String

    /// As it is written on the page.
    let link: String
  }
}
