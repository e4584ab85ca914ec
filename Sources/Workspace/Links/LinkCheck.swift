internal import Hypertext
internal import Output
internal import Synchronization

/// Whether every link inside the output leads to something, found out while its files are made on several threads.
final class LinkCheck: Sendable {
  /// How many dead links are told of. One mistake in a template makes one on each page.
  static let mostTold = 100

  private let addresses = Mutex<(offered: AddressSet, used: AddressSet)>(
    (AddressSet(), AddressSet()))

  /// A file of the output without a look into it.
  func add(path: String) {
    let hash = AddressHash.of(path, anchor: nil)
    addresses.withLock { $0.offered.insert(hash) }
  }

  /// A page of the output. Nothing of it is kept but hashes, each once in all.
  func add(_ links: PageLinks) {
    addresses.withLock { addresses in
      for hash in links.offered { addresses.offered.insert(hash) }
      for hash in links.used { addresses.used.insert(hash) }
    }
  }

  /// The links that lead nowhere. If there are any, pages are made again until enough of them are found.
  func deadLinks(on files: [PlannedFile]) -> [DeadLinks.Link] {
    let dead = addresses.withLock { $0.used.subtracting($0.offered) }
    guard !dead.isEmpty else { return [] }
    var found: [DeadLinks.Link] = []
    for file in files where file.path.hasSuffix(".html") {
      found += PageLinks.links(in: file.bytes(), path: file.path, to: dead).map {
        DeadLinks.Link(page: file.path, link: $0)
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
