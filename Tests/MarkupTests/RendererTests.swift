import Markup
import Output
import Testing

@Suite struct `Markdown` {
  private let renderer = MarkdownRenderer { id in
    id == "A-1" ? MarkdownRenderer.Target(address: "a.html#A-1", label: "A-1 & more") : nil
  }

  private func html(_ text: String) -> String {
    var buffer = ByteBuffer()
    renderer.appendHTML(text, to: &buffer)
    return String(decoding: buffer.bytes, as: UTF8.self)
  }

  private func inline(_ text: String) -> String {
    var buffer = ByteBuffer()
    renderer.appendInlineHTML(text, to: &buffer)
    return String(decoding: buffer.bytes, as: UTF8.self)
  }

  private func line(_ text: String) -> String {
    var buffer = ByteBuffer()
    renderer.appendMarkdownLine(text, to: &buffer)
    return String(decoding: buffer.bytes, as: UTF8.self)
  }

  /// Marks each `x`.
  private func marked(_ text: String) -> String {
    var buffer = ByteBuffer()
    renderer.appendHTML(text, to: &buffer) { bytes in
      bytes.indices.filter { bytes[$0] == UInt8(ascii: "x") }.map {
        MarkedRun(range: $0..<($0 + 1), opening: "<i>", closing: "</i>")
      }
    }
    return String(decoding: buffer.bytes, as: UTF8.self)
  }

  @Test func `is marked in its texts alone`() {
    #expect(marked("a x & x") == "<p>a <i>x</i> &amp; <i>x</i></p>\n")
    #expect(marked("*x* <x") == "<p><em><i>x</i></em> &lt;<i>x</i></p>\n")
    #expect(
      marked("`x` [x](https://x.org) **x**\n")
        == "<p><code>x</code> <a href=\"https://x.org\">x</a> <strong><i>x</i></strong></p>\n")
    #expect(marked("x x") == "<p><i>x</i> <i>x</i></p>\n" && marked("x") == "<p><i>x</i></p>\n")
    #expect(marked("é x *a*") == "<p>é <i>x</i> <em>a</em></p>\n")
  }

  @Test func `becomes blocks`() {
    #expect(html("One & \"two\"\n") == "<p>One &amp; &quot;two&quot;</p>\n")
    #expect(html("*a*\n\n- b") == "<p><em>a</em></p>\n<ul>\n<li>b</li>\n</ul>\n")
    #expect(html("") == "")
  }

  @Test func `becomes the inside of a paragraph`() {
    #expect(inline("a **b** c") == "a <strong>b</strong> c")
    #expect(inline("plain <") == "plain &lt;")
  }

  @Test func `links what has an id and leaves the rest`() {
    #expect(
      inline("see [[A-1]] and [[B-2]]")
        == "see <a href=\"a.html#A-1\">A-1 &amp; more</a> and [[B-2]]")
    #expect(inline("`[[A-1]]`") == "<code>[[A-1]]</code>")
    #expect(line("see [[A-1]]") == "see A-1 \\& more")
    #expect(renderer.plainText("see [[A-1]], *so*") == "see A-1 & more, so")
  }

  @Test(arguments: [
    "<script>x</script>", "a <b onclick=x>c</b>", "[a](javascript:x)", "[a]( JaVaScRiPt:x)",
  ])
  func `carries no script`(text: String) {
    for result in [html(text), inline(text)] {
      #expect(
        !result.contains("<script") && !result.contains("<b ")
          && !result.lowercased().contains("script:"))
    }
  }

  @Test func `fits on one line of Markdown`() {
    #expect(line("a\n\nb | c\n") == "a b \\| c")
    #expect(line("a **b**") == "a **b**")
    #expect(line("1. a\n2. b").contains("\n") == false)
  }

  @Test(arguments: [
    ("a `x|y` b", "a `x|y` b", "a `x\\|y` b"), ("`` a`b ``", "``a`b``", "``a`b``"),
    ("1\\. a", "1\\. a", "1\\. a"), ("\\&#35; \\~\\~x\\~\\~", "\\&\\#35; \\~\\~x\\~\\~", nil),
    ("see www.example.org", "see www\\.example.org", nil), ("so![x](https://a.b/|)", nil, nil),
    ("- a\n- b\n\nc", "a b c", nil), ("~~a~~ *b*", "~~a~~ *b*", nil),
    ("[a](https://a.b/(c)?d=1&e)", "[a](<https://a.b/(c)?d=1\\&e>)", nil),
  ])
  func `is written anew for its place`(text: String, inLine: String?, inCell: String?) {
    if let inLine { #expect(line(text) == inLine) }
    var buffer = ByteBuffer()
    renderer.appendMarkdownLine(text, in: .cell, to: &buffer)
    if let inCell { #expect(String(decoding: buffer.bytes, as: UTF8.self) == inCell) }
  }

  /// A plain text takes a short way, which must come to the same as the parser.
  @Test(arguments: ["plain words", "It's 5 o'clock: \"late\"", "a - b + c = d.", "é (ü) / %"])
  func `is the same by the short way`(text: String) {
    // An empty comment-like mark at the end forces the long way without changing the rest.
    let long = html(text + " *x*").replacing(" <em>x</em>", with: "")
    #expect(html(text).replacing("&#39;", with: "'") == long)
  }
}

@Suite struct `A scan` {
  @Test func `finds links where they stand`() {
    let text = Array("a [[A-1]] `[[B]]` [[C-2]]".utf8)
    let scan = MarkdownScan(text[...], isPhrase: true)
    #expect(scan.links.map(\.id) == ["A-1", "C-2"])
    #expect(
      scan.links.map { String(decoding: text[$0.range], as: UTF8.self) } == ["[[A-1]]", "[[C-2]]"])
  }

  @Test(arguments: ["1. a", "- a", "> a", "a\n\nb", "    code", "```\na\n```", "---"])
  func `finds what is not one paragraph`(text: String) {
    #expect(MarkdownScan(Array(text.utf8)[...], isPhrase: true).findings.count == 1)
    #expect(MarkdownScan(Array(text.utf8)[...], isPhrase: false).findings.isEmpty)
  }
}
