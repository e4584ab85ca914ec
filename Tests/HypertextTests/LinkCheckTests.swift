import Output
import Testing

@testable import Hypertext

@Suite struct `The check of links` {
  @Test(arguments: [[0], [1], [3, 0, 5], [8_191, 1, 1], [8_190, 3], [20_000, 2], [2, 20_000]])
  func `keeps all that pages offer, in order`(counts: [Int]) {
    var (list, all) = (HashList(), [UInt64]())
    for count in counts {
      let hashes = (0..<count).map { UInt64(all.count + $0) }
      list.add(hashes)
      all += hashes
    }
    #expect(Array(list.elements) == all)
    var other = HashList()
    other.add([7])
    list.add(other)
    #expect(Array(list.elements) == all + [7])
  }

  @Test func `finds the links that lead to nothing`() {
    let check = LinkCheck()
    let page = Array(
      "<p id=here><a href=b.html#there>x</a><a href=c.html>y</a><a href=#here>z</a>".utf8)
    let other = Array("<p id=there><a href=a.html#here>x</a><a href=a.html#gone>y</a>".utf8)
    check.add(page, path: "a.html")
    check.add(other, path: "b.html")
    let files = [("a.html", page), ("b.html", other)].map { path, bytes in
      PlannedFile(OutputFile(path: path, bytes: bytes))
    }
    let dead = check.deadLinks(on: files).map { "\($0.page): \($0.link)" }
    #expect(dead == ["a.html: c.html", "b.html: a.html#gone"])
  }
}
