import Testing

@testable import Hypertext

@Suite struct `A page as a chapter` {
  private func chapter(_ main: String, shift: Int = 1, keepsFiles: Bool = true) -> String {
    let maker = ChapterMaker(pages: ["a/p.html", "q.html"], keepsFiles: keepsFiles)
    let page = "<html><body><a href=x>no</a><main id=\"content_\">\(main)</main>no</body></html>"
    return String(
      decoding: maker.chapter(Array(page.utf8), path: "a/p.html", shift: shift), as: UTF8.self)
  }

  @Test(arguments: [
    ("<h1>T</h1><h5 class=\"x\">U</h5><h6>V</h6>", "<h2>T</h2><h6 class=\"x\">U</h6><h6>V</h6>"),
    ("<p id=\"x\">t</p>", "<p id=\"a-p--x\">t</p>"),
    ("<a href=\"#x\">t</a>", "<a href=\"#a-p--x\">t</a>"),
    ("<a class=\"c\" href=\"../q.html#REL-1\">t</a>", "<a class=\"c\" href=\"#q--REL-1\">t</a>"),
    ("<a href='../q.html'>t</a>", "<a href='#q'>t</a>"),
    ("<a href=\"https://e.org/?a=1&amp;b\">t</a>", "<a href=\"https://e.org/?a=1&amp;b\">t</a>"),
    (
      "a <a class=\"term\" href=\"../q.html#t\">b <b>c</b></a> <a href=\"#x\">d</a>",
      "a b <b>c</b> <a href=\"#a-p--x\">d</a>"
    ),
    ("<a href=\"../../c/d.md\">t</a>", "<a href=\"../c/d.md\">t</a>"),
    ("<img src=\"../assets/l.svg\" alt=\"\">", "<img src=\"assets/l.svg\" alt=\"\">"),
    ("<section aria-labelledby=\"x\"><h2 id=\"x\">t</h2>", "<section ><h3 id=\"a-p--x\">t</h3>"),
    ("<dl aria-labelledby=\"x\">", "<dl aria-labelledby=\"a-p--x\">"),
    ("<td headers=\"x y\">t</td>", "<td headers=\"a-p--x a-p--y\">t</td>"),
    (
      "a<nav data-page-only><nav>x</nav><br></nav>b<div data-page-only>y</div>c", "abc"
    ),
    ("1 &lt; 2 <!-- <h1> -->", "1 &lt; 2 <!-- <h1> -->"),
  ])
  func `is rewritten`(main: String, expected: String) {
    #expect(chapter(main) == expected)
  }

  @Test func `loses links to files that do not travel with it`() {
    #expect(
      chapter("<a href=\"../c.md\" class=\"k\">t</a>", keepsFiles: false) == "<a  class=\"k\">t</a>"
    )
    #expect(chapter("<a href=\"../c.md\">t</a>", keepsFiles: false) == "<a >t</a>")
    #expect(chapter("<a href=\"../q.html\">t</a>", keepsFiles: false) == "<a href=\"#q\">t</a>")
  }
}
