import Testing

@testable import Diagnostics

@Suite struct `What goes to a stream` {
  private func written(_ text: String, as form: StreamForm) -> String {
    String(decoding: harmless(Array(text.utf8), as: form), as: UTF8.self)
  }

  @Test func `has visible characters in place of terminal commands`() {
    #expect(harmless("\u{1B}[2J\u{0}\u{7F}\u{85}\r\n") == "␛[2J␀��␍\n")
    #expect(harmless("a\u{202E}b\u{2066}c") == "a�b�c")
  }

  @Test func `has no workflow command`() {
    let log = "a\n  ::error::x\n::b\n 1 | ::c\nd ##[group]\n\u{A0}\u{3000}\t::\n##vso[x ##a##b[c]"
    let expected =
      "a\n  \\::error::x\n\\::b\n 1 | ::c\nd ## [group]\n\u{A0}\u{3000}\t\\::\n## vso[x ##a## b[c]"
    for form in [StreamForm.text, .coloured, .csv, .patch] {
      #expect(written(log, as: form) == expected)
    }
  }

  @Test(arguments: [
    "", "a\tb\n", "Zoë", "日本", "👩‍👧", "\u{200F}עברית", "e\u{301}", "a::b", "## Title", "##", "##a",
    "# [x]", ":", "\n:\n:",
  ])
  func `is as it was, if it has none`(text: String) {
    for form in [StreamForm.text, .coloured, .csv, .json, .xml, .patch] {
      #expect(written(text, as: form).unicodeScalars.elementsEqual(text.unicodeScalars))
    }
  }

  @Test func `keeps the ends of lines in CSV, and no other carriage return`() {
    #expect(written("\"a\"\r\n\"b\rc\"\r\n", as: .csv) == "\"a\"\r\n\"b␍c\"\r\n")
  }

  @Test func `keeps colours of our own`() {
    #expect(written("\r\u{1B}[1m##[a]\u{1B}[0m", as: .coloured) == "\r\u{1B}[1m## [a]\u{1B}[0m")
  }

  @Test func `is read from JSON and XML as it was`() {
    let text = "##[a] ##vso[b] \u{7F}\u{9B}\u{202E}\u{2069}"
    #expect(
      written("\"\(text)\"", as: .json)
        == "\"#\\u0023[a] #\\u0023vso[b] \\u007f\\u009b\\u202e\\u2069\"")
    #expect(
      written("\n ::\(text)", as: .xml)
        == "\n &#58;:#&#35;[a] #&#35;vso[b] &#127;&#155;&#8238;&#8297;")
  }

  @Test func `keeps of a patch what it may change`() {
    #expect(written("-a\u{202E}\r\n+a\rb\u{1B}", as: .patch) == "-a\u{202E}\r\n+a␍b␛")
  }
}
