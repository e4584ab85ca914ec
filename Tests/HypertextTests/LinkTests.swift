import Testing

@testable import Hypertext

@Suite struct `Links of a page` {
  @Test(arguments: [
    ("b.html", "h/a.html", "h/b.html", nil), ("../b.html#x", "h/s/a.html", "h/b.html", "x"),
    ("#x", "h/a.html", "h/a.html", "x"), ("", "h/a.html", "h/a.html", nil),
    ("#top", "h/a.html", "h/a.html", nil), ("s.html?q=1#y", "a.html", "s.html", "y"),
    ("../../b.html", "h/a.html", "../b.html", nil), ("../../../b", "a", "../../../b", nil),
    ("/b.html", "h/a.html", "/b.html", nil),
    ("./b/../c.html", "h/a.html", "h/c.html", nil),
  ])
  func `mean an address`(link: String, page: String, path: String, anchor: String?) {
    #expect(Address(link: link, on: page) == Address(path: path, anchor: anchor))
  }

  @Test(arguments: ["https://example.org/a.html", "mailto:a@example.org", "data:text/plain,x"])
  func `that leave the output mean none`(link: String) {
    #expect(Address(link: link, on: "a.html") == nil)
  }

  @Test func `and anchors are found, but not in comments, scripts and texts`() {
    let page = """
      <!DOCTYPE html><!-- <a href="no1"> --><a class=x href=one.html>1</a>
      <script>"<a href='no2'>"</script><style>a[href="no3"]{}</style>
      <img src='two.png' alt="a > b"><p id="here">&lt;a href="no4"&gt; 1 < 2</p><a href="a&amp;b.html" >x</a>
      """
    let links = PageLinks(Array(page.utf8), path: "p.html")
    let used = ["one.html", "two.png", "a&b.html"].map { AddressHash.of($0, anchor: nil) }
    #expect(links.used == used)
    #expect(
      links.offered == [
        AddressHash.of("p.html", anchor: nil), AddressHash.of("p.html", anchor: "here"),
      ])
    #expect(
      PageLinks.links(in: Array(page.utf8), path: "p.html", to: [used[1]]) == ["two.png"])
  }
}
