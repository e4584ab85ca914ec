internal import Hypertext
internal import Output
internal import Synchronization

/// Whether every link inside the output leads to something, found out while its files are made on several threads.
///
/// Where only some pages are made again, the links of the others are known to have been right. They still are if no page has
/// lost an anchor that is linked to, and new links are right if they name what was named before, or a file.
final class LinkCheck: Sendable {
  /// How many dead links are told of. One mistake in a template makes one on each page.
  static let mostTold = 100

  private let addresses = Mutex<(offered: AddressSet, used: AddressSet, lost: AddressSet)>(
    (AddressSet(), AddressSet(), AddressSet()))

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

  /// A page that was made again, in its new form and the one before.
  func add(_ links: PageLinks, insteadOf former: PageLinks) {
    add(links)
    let missing = links.missing(of: former)
    addresses.withLock { addresses in
      for hash in missing { addresses.lost.insert(hash) }
    }
  }

  /// Whether all links are right, given those that were right before. If not, all pages have to be looked at.
  func isWhole(since former: AddressSet, _ paths: some Sequence<String>) -> Bool {
    addresses.withLock { addresses in
      let lost = addresses.lost.elements
      guard !lost.contains(where: { former.contains($0) || addresses.used.contains($0) }) else {
        return false
      }
      let new = addresses.used.elements.filter {
        !former.contains($0) && !addresses.offered.contains($0)
      }
      guard !new.isEmpty else { return true }
      let files = Set(paths.lazy.map { AddressHash.of($0, anchor: nil) })
      return new.allSatisfy(files.contains)
    }
  }

  /// The hashes of all that links name, together with what they named before.
  func used(since former: AddressSet?) -> [UInt64] {
    addresses.withLock { addresses in
      for hash in former?.elements ?? [] { addresses.used.insert(hash) }
      return addresses.used.elements
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
