import Testing

@testable import Hypertext

@Suite struct `The scanner of links` {
  /// What a reader of tags finds, attribute by attribute.
  private func slowly(_ page: [UInt8]) -> [String] {
    page.withUnsafeBufferPointer { page in
      var found: [String] = []
      var reader = TagReader(page)
      while reader.next() != nil {
        for attribute in reader.attributes {
          let name = String(decoding: page[attribute.name], as: UTF8.self)
          guard ["id", "href", "src"].contains(name) else { continue }
          found.append("\(name == "id") \(Array(page[attribute.value]))")
        }
      }
      return found
    }
  }

  private func quickly(_ page: [UInt8]) -> [String] {
    page.withUnsafeBufferPointer { page in
      var found: [String] = []
      LinkScanner.forEach(in: page) { part, text, _ in
        found.append("\(part == .id) \(Array(text))")
      }
      return found
    }
  }

  static let page = """
    <!DOCTYPE html><html lang=en><?xml href="no"?><head><!-- <a href="no1"> --><!----><!-- - -- -->
    <title>A > "b" < c</title><link rel=stylesheet href=../assets/style.css><base href>
    <script src="search.js" defer>if (a<b) "<a href='no2'>" </scrip</script ><style id=s>a[href="no3"]{}</style>
    </head><body id='top'><a class="x y" href="one.html#a&amp;b"id=x>1</a><br/><img alt = "a > b" src = 'two.png'/>
    <p\tid\n=\r"here" hidden>&lt;a href="no4"&gt; 1 < 2</p id="closing"><a href='' id>y</a><A HREF="no" data-href="no">
    <section aria-labelledby="no" data-id="no"><a href="a>b" title='"'>é</a><é id="é">< id="no"></é></body>
    <svg xml:id="no" xlink:href="no" a_src="no" id_="no" é-id="no" Xid="no" id9="no" id-x="no" href.="no" [src="here">
    """

  @Test func `finds what a reader of tags finds`() {
    let page = Array(Self.page.utf8)
    let found = quickly(page)
    #expect(found == slowly(page))
    #expect(found.count == 15)
    for end in page.indices { #expect(quickly(Array(page[..<end])) == slowly(Array(page[..<end]))) }
  }

  @Test func `finds the same on damaged pages`() {
    var random = Numbers(state: 7)
    let words = [
      "<", ">", "</", "/>", "<!--", "-->", "\"", "'", "=", " id=", " href=\"", " src='", "<a",
      "<script>", "</script>", "<style", "</style", " ", "\n", "a", "é", "<!", "<?", "-", "id", ":",
      "_",
    ].map { Array($0.utf8) }
    for _ in 0..<20_000 {
      var page = (0..<random.next(below: 12)).flatMap { _ in words[random.next(below: words.count)]
      }
      let start = random.next(below: Self.page.utf8.count)
      page += Array(Self.page.utf8.dropFirst(start).prefix(random.next(below: 80)))
      if !page.isEmpty {
        page[random.next(below: page.count)] = words[random.next(below: words.count)][0]
      }
      let (quick, slow) = (quickly(page), slowly(page))
      guard quick == slow else {
        Issue.record("\(String(decoding: page, as: UTF8.self)): \(quick) and not \(slow)")
        return
      }
    }
  }

  /// Numbers that look random, and are the same each time (Marsaglia, "Xorshift RNGs").
  private struct Numbers {
    var state: UInt64

    mutating func next(below limit: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(limit))
    }
  }
}
