import Testing

@testable import Hypertext

@Suite struct `The hash of a link` {
  private static let pieces = [
    "../", "..", ".", "/", "a", "b-1.2", "page.html", "#", "?q", ":", "&amp;", "&", "top", "é",
    "x_y/",
    "https:", "", "#top", "longer-name-of-a-page",
  ]

  @Test(arguments: ["a.html", "h/a.html", "h/s/D1.2.html"])
  func `is that of where it leads, however it is written`(page: String) {
    for _ in 0..<20_000 {
      let link = (0..<Int.random(in: 0...6)).map { _ in Self.pieces.randomElement() ?? "" }.joined()
      var hasher = LinkHasher(page: page)
      let found = Array(link.utf8).withUnsafeBufferPointer { hasher.hash(of: $0) }
      let address = Address(link: link.unescapedAttribute, on: page)
      #expect(found == address.map(AddressHash.of), "\(link)")
    }
  }

  @Test(arguments: [
    "a", "D1-2.3", "a&amp;b", "x&lt;", "a-name-of-many-bytes", "&amp;-at-the-start",
  ])
  func `and of an anchor is that of a link to it`(anchor: String) {
    var hasher = LinkHasher(page: "h/a.html")
    let own = Array(anchor.utf8).withUnsafeBufferPointer { hasher.hash(ofAnchor: $0) }
    let link = Array("#\(anchor)".utf8).withUnsafeBufferPointer { hasher.hash(of: $0) }
    #expect(own == link)
  }
}
