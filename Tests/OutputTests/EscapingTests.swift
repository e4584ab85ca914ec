import Output
import Testing

@Suite struct `Escaping` {
  private func written(_ write: (inout ByteBuffer) -> Void) -> String {
    var buffer = ByteBuffer()
    write(&buffer)
    return String(decoding: buffer.bytes, as: UTF8.self)
  }

  @Test func `keeps HTML from being markup`() {
    #expect(
      written { $0.append(html: "a<b> & \"c\" é") } == "a&lt;b&gt; &amp; &quot;c&quot; é")
  }

  @Test func `replaces a mark wherever it stands`() {
    let marks: [Character: String] = [
      "&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;", "'": "&#39;",
    ]
    // The neighbours of the marks differ from them in one bit.
    for character in "&<>\"'% =?#!;6" {
      for length in 1...35 {
        for place in 0..<length {
          var text = [Character](repeating: "a", count: length)
          text[place] = character
          let expected = text.map { marks[$0] ?? String($0) }.joined()
          #expect(written { $0.append(html: String(text)) } == expected)
          #expect(wholeWrite(String(text)) == expected)
        }
      }
    }
    let all = String(repeating: "&<>\"'", count: 9)
    #expect(wholeWrite(all) == all.map { marks[$0] ?? "" }.joined())
    #expect(wholeWrite("") == "")
  }

  /// By the function that renders pages: with marks behind the text, which it may read but not show.
  private func wholeWrite(_ text: String) -> String {
    let source = Array(text.utf8) + [UInt8](repeating: UInt8(ascii: "<"), count: HTMLEscaping.slack)
    let count = text.utf8.count
    let bytes = [UInt8](unsafeUninitializedCapacity: HTMLEscaping.room(for: count)) {
      target, written in
      guard let start = target.baseAddress else { return }
      written = source.withUnsafeBufferPointer { source in
        source.baseAddress.map { HTMLEscaping.write($0, count, to: start) } ?? 0
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: [0, 1, 9, 10, 11, 99, 100, 101, 1_234_567_890, Int.max, -1, Int.min])
  func `writes whole numbers`(number: Int) {
    #expect(written { $0.append(decimal: number) } == String(number))
  }

  @Test(
    arguments: [
      ("1. first", "1\\. first"), ("1.2 first", "1.2 first"), ("12) x", "12\\) x"), ("1.", "1\\."),
      ("- a", "\\- a"), ("+ a", "\\+ a"), ("a - b", "a - b"), ("# a", "\\# a"), ("a|b", "a\\|b"),
      ("[x](y)", "\\[x\\](y)"), ("*a* _b_ `c`", "\\*a\\* \\_b\\_ \\`c\\`"), ("<b>", "\\<b\\>"),
      ("a\nb", "a b"), ("www.a.b Www.", "www\\.a.b Www\\."), ("https://a", "https\\://a"),
      ("a@b.c", "a\\@b.c"), ("1: a", "1: a"), ("&amp;", "\\&amp;"), ("", ""),
    ])
  func `keeps Markdown from being markup`(text: String, expected: String) {
    #expect(written { $0.append(markdown: text) } == expected)
  }

  /// By the definition, character by character: marks first, then bare addresses in what came of that.
  private func escapedSlowly(_ text: String) -> String {
    var escaped = ""
    for character in text.unicodeScalars {
      if "\n\r\t".unicodeScalars.contains(character) {
        escaped += " "
      } else {
        if "\\`*_[]<>|~&#@".unicodeScalars.contains(character) { escaped += "\\" }
        escaped.unicodeScalars.append(character)
      }
    }
    var scalars = Array(escaped.unicodeScalars)
    var index = 0
    while index + 2 < scalars.count {
      let three = scalars[index...(index + 2)].map { String($0).lowercased() }.joined()
      if three.hasPrefix(":/") {
        scalars.insert("\\", at: index)
        index += 2
      } else if three == "ww." {
        scalars.insert("\\", at: index + 2)
        index += 3
      } else {
        index += 1
      }
    }
    var result = String.UnicodeScalarView()
    result.append(contentsOf: scalars)
    return String(result)
  }

  @Test func `escapes Markdown in one pass as by its definition`() {
    var random = SystemRandomNumberGenerator()
    let pieces = [
      "w", "W", ".", ":", "/", "://", "www.", "a", "é", " ", "\n", "\t", "*", "\\", "|", "@", "_",
      "]", "{", "^", "words, of 12 - ", "plain/text",
    ]
    for _ in 0..<20_000 {
      // Begun by a letter, since what begins a block is escaped besides.
      let count = Int.random(in: 0...12, using: &random)
      let text = "x" + (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      #expect(written { $0.append(markdown: text) } == escapedSlowly(text), "\(text)")
    }
  }

  @Test(
    arguments: [
      ("a", "\"a\""), ("=1", "\"'=1\""), (" =1", "\"' =1\""), ("\u{FF1D}1", "\"'\u{FF1D}1\""),
      ("-x", "\"'-x\""), ("a=1", "\"a=1\""), ("é=", "\"é=\""), ("", "\"\""),
      ("say \"x\"", "\"say \"\"x\"\"\""), ("\t@", "\"'\t@\""),
    ])
  func `keeps a spreadsheet from running CSV`(text: String, expected: String) {
    #expect(written { $0.append(csv: text) } == expected)
  }

  @Test(arguments: [
    "MAR1", "mar1", "Mar-1", "SEPT.2", "DEC 24", "May 3, 2027", "OCT-1-2", "1-2", "1/2", "1.10",
    "1,5", "1E5", "2e3", "007", "00", "12:30", "9 am", "1 Mar", "12-MAR-27", "5%", ".5", "(5)",
    "1234567890123456", "2027-03-01", "TRUE", "false", "1 1/2", "'=1", "'MAR1", "''1-2",
  ])
  func `keeps a spreadsheet from changing`(text: String) {
    #expect(written { $0.append(csv: text) } == "\"'\(text)\"")
  }

  @Test(arguments: [
    "REL-1.1", "MARK1", "MAR", "May", "MAR-1a", "1", "0", "123456789012345", "24 hours", "1st",
    "3 Bears", "truth", "true story 1", "1 mar or 2 apr", "DECIDE-1", "'quoted'", "(see 5)", "Ä1",
    "May I ask for 1",
  ])
  func `lets a spreadsheet show as it is`(text: String) {
    #expect(written { $0.append(csv: text) } == "\"\(text)\"")
  }

  @Test(
    arguments: [
      ("a<b>&\"", "a&lt;b&gt;&amp;&quot;"), ("a\u{1}b\tc", "ab\tc"), ("\u{FFFE}x\u{FFFF}", "x"),
      ("\u{FFFD}", "\u{FFFD}"), ("\u{1F600}", "\u{1F600}"),
    ])
  func `leaves out what XML cannot hold`(text: String, expected: String) {
    #expect(written { $0.append(xml: text) } == expected)
  }

  @Test(
    arguments: [
      ("  a \n\n b\t", "a b"), ("", ""), (" \n ", ""), ("a\u{A0}\u{2003}b", "a b"),
      ("é  é ", "é é"),
    ])
  func `spaces words singly`(text: String, expected: String) {
    let result = written { buffer in
      buffer.append(raw: "x ")
      buffer.spaceSingly(from: 2)
      buffer.append(raw: text)
      buffer.spaceSingly(from: 2)
    }
    #expect(result == "x " + expected)
    #expect(inOneLine(text) == expected && inOneLine(expected) == expected)
  }

  @Test func `writes JSON strings`() {
    #expect(written { $0.append(json: "a\"b\\c\n\u{1}é") } == "a\\\"b\\\\c\\n\\u0001é")
  }
}

@Suite struct `A JSON writer` {
  @Test func `indents and separates`() {
    var json = JSONWriter()
    json.object { json in
      json.key("a")
      json.array { json in
        json.integer(1)
        json.object { _ in }
        json.array { _ in }
      }
      json.key("b")
      json.boolean(true)
    }
    #expect(
      String(decoding: json.finish(), as: UTF8.self) == """
        {
          "a": [
            1,
            {},
            []
          ],
          "b": true
        }

        """)
  }

  @Test(arguments: [0, 1, 3])
  func `takes items that were written beforehand`(count: Int) {
    func write(_ json: inout JSONWriter) {
      for number in 0..<count {
        json.object(onOneLine: true) { json in
          json.key("n")
          json.integer(number)
        }
      }
    }
    func whole(_ list: (inout JSONWriter) -> Void) -> [UInt8] {
      var json = JSONWriter()
      json.object { json in
        json.key("a")
        list(&json)
        json.key("b")
        json.boolean(true)
      }
      return json.finish()
    }
    let items = JSONItems(depth: 2) { write(&$0) }
    #expect(whole { $0.array { $0.items(items) } } == whole { $0.array { write(&$0) } })
  }

  @Test func `keeps an object on one line, with all that is in it`() {
    var json = JSONWriter()
    json.array { json in
      for number in 1...2 {
        json.object(onOneLine: true) { json in
          json.key("a")
          json.array { json in
            json.integer(number)
            json.object { json in
              json.key("b")
              json.boolean(false)
            }
          }
          json.key("c")
          json.object { _ in }
        }
      }
      json.object { json in
        json.key("d")
        json.integer(3)
      }
    }
    #expect(
      String(decoding: json.finish(), as: UTF8.self) == """
        [
          {"a": [1, {"b": false}], "c": {}},
          {"a": [2, {"b": false}], "c": {}},
          {
            "d": 3
          }
        ]

        """)
  }
}

@Suite struct `A digest` {
  /// FIPS 180-4's examples, from NIST's example values.
  @Test(
    arguments: [
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ])
  func `is SHA-256`(text: String, expected: String) {
    #expect(Digest(of: Array(text.utf8)).hexadecimal == expected)
  }
}

@Suite struct `An output path` {
  @Test(arguments: ["a", "a/b.html", "a/..b", "..."])
  func `stays inside`(path: String) {
    #expect(OutputFile.staysInside(path))
  }

  @Test(arguments: ["", "/a", "a//b", "../a", "a/../b", "a/", ".", "a\\b", "a\0b"])
  func `does not`(path: String) {
    #expect(!OutputFile.staysInside(path))
  }
}
