internal import Hypertext
internal import Output
internal import Synchronization
internal import Threads

/// Whether every link inside the output leads to something, found out while its files are made on several threads.
///
/// Where only some pages are made again, the links of the others are known to have been right. They still are if no page has
/// lost an anchor that another links to, and new links are right if they name what was named before, or a file.
final class LinkCheck: Sendable {
  /// How many dead links are told of. One mistake in a template makes one on each page.
  static let mostTold = 100

  private struct Addresses {
    /// What each page offers. There are ten times as many anchors as are ever linked to, so that a table would be large.
    var offered = HashList()

    /// How often each is linked to; beside a former build, how much more often than there.
    var used = AddressCounts()

    var lost = AddressCounts()
  }

  /// A part of what was seen; together they are all of it. As many threads as there are parts never wait for one another.
  private final class Part: Sendable {
    let addresses = Mutex(Addresses())
  }

  private let parts: [Part]

  /// How often addresses were linked to by what was made before, if some of that is left as it is.
  private let former: MemoryReader?

  init(former: MemoryReader? = nil) {
    self.former = former
    parts = (0..<Concurrency.width).map { _ in Part() }
  }

  /// Notes something in a part that no other thread is using.
  private func note(_ change: (inout Addresses) -> Void) {
    let isDone = parts.contains { $0.addresses.withLockIfAvailable { change(&$0) } != nil }
    if !isDone { parts[0].addresses.withLock { change(&$0) } }
  }

  /// All that was seen, put together in the first part.
  private func whole() -> Addresses {
    for part in parts.dropFirst() {
      let share = part.addresses.withLock { addresses in
        defer { addresses = Addresses() }
        return addresses
      }
      parts[0].addresses.withLock { whole in
        whole.offered.add(share.offered)
        whole.used.add(share.used)
        whole.lost.add(share.lost)
      }
    }
    return parts[0].addresses.withLock { $0 }
  }

  /// A file of the output without a look into it.
  func add(path: String) {
    let hash = AddressHash.of(path, anchor: nil)
    note { $0.offered.add([hash]) }
  }

  /// A page of the output. Nothing of it is kept but hashes, each once in all.
  func add(_ links: PageLinks) {
    note { addresses in
      addresses.offered.add(links.offered)
      addresses.used.add(links.used)
    }
  }

  /// A page that was made again and has the same links and anchors as before.
  func addAgain(_ links: PageLinks) { note { $0.offered.add(links.offered) } }

  /// A page that was made again, in its new form and the one before.
  func add(_ links: PageLinks, insteadOf former: PageLinks) {
    add(links)
    let missing = links.missing(of: former)
    note { addresses in
      addresses.used.add(former.used, times: -1)
      addresses.lost.add(missing)
    }
  }

  /// A page that is not made any more.
  func remove(_ former: PageLinks) {
    note { addresses in
      addresses.used.add(former.used, times: -1)
      addresses.lost.add(former.offered)
    }
  }

  /// A file that is not made any more.
  func remove(path: String) {
    let hash = AddressHash.of(path, anchor: nil)
    note { $0.lost.add(hash) }
  }

  /// Whether all links are right, given that those of what was left as it is were right before. If it cannot be told, all
  /// pages have to be looked at. `paths` are those of all files, which are seldom asked for.
  func isWhole(_ paths: () -> [String]) -> Bool {
    let addresses = whole()
    func isUsed(_ hash: UInt64) -> Bool {
      (former?.linkCount(of: hash) ?? 0) + addresses.used[hash] > 0
    }
    guard addresses.lost.elements.allSatisfy({ !isUsed($0.hash) }) else { return false }
    let offered = Set(addresses.offered.elements)
    // What was linked to before was right, and nothing of it was lost.
    let new = addresses.used.elements.map(\.hash).filter {
      !offered.contains($0) && (former?.linkCount(of: $0) ?? 0) == 0
    }
    guard !new.isEmpty else { return true }
    let files = Set(paths().lazy.map { AddressHash.of($0, anchor: nil) })
    return new.allSatisfy(files.contains)
  }

  /// How often each address is linked to, in ascending order of their hashes. All that was seen is given back, since nothing more
  /// is to be asked.
  func finish() -> [(hash: UInt64, count: Int32)] {
    let used = whole().used.sortedElements
    parts[0].addresses.withLock { $0 = Addresses() }
    guard let former else { return used }
    return LinkCheck.sum(former.linkCounts, used)
  }

  /// The sums of two lists of counts, both in ascending order, without those that are zero.
  private static func sum(
    _ counts: [(hash: UInt64, count: Int32)], _ others: [(hash: UInt64, count: Int32)]
  ) -> [(hash: UInt64, count: Int32)] {
    var sum: [(hash: UInt64, count: Int32)] = []
    sum.reserveCapacity(counts.count + others.count)
    var next = 0
    for other in others {
      while next < counts.count, counts[next].hash < other.hash {
        sum.append(counts[next])
        next += 1
      }
      var count = other.count
      if next < counts.count, counts[next].hash == other.hash {
        count += counts[next].count
        next += 1
      }
      if count != 0 { sum.append((other.hash, count)) }
    }
    sum += counts[next...]
    return sum
  }

  /// The links that lead nowhere. If there are any, pages are made again until enough of them are found.
  func deadLinks(on files: [PlannedFile]) -> [DeadLinks.Link] {
    let addresses = whole()
    let dead = Set(addresses.used.elements(notAmong: addresses.offered))
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
