package import Output
internal import Synchronization
internal import Threads

/// Checks that every link inside the output has a target, while the files are made on several threads.
package final class LinkCheck: Sendable {
  /// The number of dead links after which the search stops. One mistake in a template makes one on each page.
  static let mostReported = 100

  private struct Addresses {
    /// The addresses that files offer. There are ten times as many anchors as are ever linked to, so a set would be large.
    var offered = HashList()

    /// The addresses that pages link to.
    var used = AddressSet()
  }

  /// A share of the addresses seen. There are as many shares as threads, so that no thread has to wait.
  private final class Share: Sendable {
    let addresses = Mutex(Addresses())
  }

  package init() {}

  private let shares = (0..<Concurrency.width).map { _ in Share() }

  /// Changes a share that no other thread is using, or the first if all are in use.
  private func note(_ change: (inout Addresses) -> Void) {
    let isDone = shares.contains { $0.addresses.withLockIfAvailable { change(&$0) } != nil }
    if !isDone { shares[0].addresses.withLock { change(&$0) } }
  }

  /// The union of all shares.
  private func whole() -> Addresses {
    var whole = Addresses()
    for share in shares {
      share.addresses.withLock { addresses in
        whole.offered.add(addresses.offered)
        whole.used.formUnion(addresses.used)
      }
    }
    return whole
  }

  /// Records a file of the output, and the anchors and links of a page.
  package func add(_ bytes: [UInt8], path: String) {
    guard path.hasSuffix(".html") else { return add(path: path) }
    let links = PageLinks(bytes, path: path)
    note { addresses in
      addresses.offered.add(links.offered)
      addresses.used.insert(links.used)
    }
  }

  /// Records a file without reading it.
  package func add(path: String) {
    let hash = AddressHash.of(path, anchor: nil)
    note { $0.offered.add([hash]) }
  }

  /// The links without a target. If there are any, pages are made again until enough of them are found.
  package func deadLinks(on files: [PlannedFile]) -> [DeadLinks.Link] {
    let addresses = whole()
    let dead = Set(addresses.used.elements(notAmong: addresses.offered))
    guard !dead.isEmpty else { return [] }
    var found: [DeadLinks.Link] = []
    for file in files where file.path.hasSuffix(".html") {
      found += PageLinks.links(in: file.bytes(), path: file.path, to: dead).map {
        DeadLinks.Link(page: file.path, link: $0)
      }
      if found.count >= LinkCheck.mostReported { break }
    }
    return found
  }
}

/// Links of pages that lead to nothing in the output.
package struct DeadLinks: Error, Sendable {
  package let links: [Link]

  package init(links: [Link]) { self.links = links }

  package struct Link: Sendable {
    /// The page's path in the output.
    package let page: String

    /// The link as the page writes it.
    package let link: String
  }
}
