import Testing

@testable import Output

@Suite struct `What is written to JSON` {
  @Test func `escapes a mark wherever it stands`() {
    for (mark, escaped) in [("\"", "\\\""), ("\\", "\\\\"), ("\n", "\\n"), ("\u{1F}", "\\u001f")] {
      for length in 0...20 {
        for place in 0...length {
          let (before, after) = ("abcdefghijklmnopqrstu".prefix(place), "é-xyz.<&".prefix(length))
          var buffer = ByteBuffer()
          buffer.append(json: before + mark + after)
          #expect(buffer.bytes.elementsEqual("\(before)\(escaped)\(after)".utf8))
        }
      }
    }
  }

  @Test func `has no key without a value`() {
    let (a, b) = (JSONKey("a"), JSONKey("say \"b\""))
    for isOnOneLine in [true, false] {
      for hasFirst in [true, false] {
        for hasSecond in [true, false] {
          var json = JSONWriter()
          var expected = JSONWriter()
          json.object(onOneLine: isOnOneLine) { json in
            json.member(a) { if hasFirst { $0.integer(1) } }
            json.member(b) { json in
              if hasSecond { json.array { $0.boolean(true) } }
            }
          }
          expected.object(onOneLine: isOnOneLine) { json in
            if hasFirst {
              json.key("a")
              json.integer(1)
            }
            if hasSecond {
              json.key("say \"b\"")
              json.array { $0.boolean(true) }
            }
          }
          #expect(json.finish() == expected.finish())
        }
      }
    }
  }

  @Test func `leaves out an empty string unless it is required`() {
    var json = JSONWriter()
    json.array { json in
      json.string(isRequired: false) { _ in }
      json.string(isRequired: true) { _ in }
      json.string(isRequired: false) { $0.append(raw: "a\"") }
    }
    #expect(String(decoding: json.finish(), as: UTF8.self) == "[\n  \"\",\n  \"a\\\"\"\n]\n")
  }

  @Test func `indents what is deeper than any file`() {
    var json = JSONWriter()
    func nest(_ depth: Int, _ json: inout JSONWriter) {
      if depth > 0 { json.array { nest(depth - 1, &$0) } } else { json.integer(7) }
    }
    nest(20, &json)
    let lines = String(decoding: json.finish(), as: UTF8.self).split(separator: "\n")
    #expect(lines[20] == String(repeating: " ", count: 40) + "7")
  }

  @Test(arguments: [0, 9, 10, 99, 100, 12_345_678, 99_999_999, 100_000_000, -7])
  func `has numbers in digits`(number: Int) {
    var buffer = ByteBuffer()
    buffer.append(decimal: number)
    #expect(buffer.bytes.elementsEqual(String(number).utf8))
  }
}
