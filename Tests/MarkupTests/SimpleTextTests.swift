import Output
import Testing

@testable import Markup

/// What is read without the parser means what the parser makes of it, whatever the text.
@Suite struct `A simple text` {
  private let renderer = MarkdownRenderer { id in
    switch id {
    case "A-1.2": MarkdownRenderer.Target(address: "../a/A-1.2.html#x", label: "A & \"b\" <c> 'd'")
    case "odd": MarkdownRenderer.Target(address: "a b&c", label: "odd")
    case "titled": MarkdownRenderer.Target(address: "t", label: "x", title: "More")
    default: nil
    }
  }

  private static let pieces = [
    "word", "x", "é", " ", "  ", ".", ",", ";", ":", "(", ")", "*", "**", "***", "\"", "'", "-",
    "1",
    "[[A-1.2]]", "[[odd]]", "[[titled]]", "[[none]]", "[[", "]]", "[", "]", "](x)", "![", "!", "<",
    "&amp;", "\\", "_", "~~", "`", "\u{A0}", "\t", "—", "[[A-1.2]](x)", "[[A-1.2]]: x", "*x*",
    "**x y**",
    "http://x.org", "#", "+ ", "=",
  ]

  /// Marks each `x`.
  private static func marked(_ bytes: UnsafeBufferPointer<UInt8>) -> [MarkedRun] {
    bytes.indices.filter { bytes[$0] == UInt8(ascii: "x") }.map {
      MarkedRun(range: $0..<($0 + 1), opening: "<i>", closing: "</i>")
    }
  }

  /// Those of which most texts are simple.
  private static let plainest = [
    "word", "x", "é", " ", ".", ",", ";", "\"", "'", "1", "[[A-1.2]]", "*x*", "**x y**", "*", "**",
  ]

  private static func text(_ random: inout some RandomNumberGenerator) -> String {
    let pieces = Bool.random(using: &random) ? plainest : pieces
    var text = "The "
    for _ in 0..<Int.random(in: 1...9, using: &random) {
      text += pieces.randomElement(using: &random) ?? ""
      if Bool.random(using: &random) { text += " " }
    }
    return text
  }

  private func written(_ write: (inout ByteBuffer) -> Void) -> String {
    var buffer = ByteBuffer()
    write(&buffer)
    return String(decoding: buffer.bytes, as: UTF8.self)
  }

  @Test(arguments: 0..<6) func `means what the parser makes of it`(seed: UInt64) {
    var random = SplitMix(state: seed)
    var simpleCount = 0
    for _ in 0..<1_000 {
      let text = Self.text(&random)
      withTrimmedBytes(of: Array(text.utf8)[...]) { bytes in
        guard !isPlain(bytes) else { return }
        if SimpleText(bytes, renderer.simpleTarget) != nil { simpleCount += 1 }
        let markers: [TextMarker?] = [nil, { Self.marked($0) }]
        for marker in markers {
          #expect(
            written { renderer.appendHTML(text, to: &$0, marking: marker) }
              == written { renderer.writeParsed(bytes, to: &$0, marking: marker) }, "\(text)")
          #expect(
            written { renderer.appendInlineHTML(text, to: &$0, marking: marker) }
              == written { renderer.writeParsedInline(bytes, to: &$0, marking: marker) }, "\(text)")
        }
        #expect(renderer.plainText(text) == renderer.parsedPlainText(bytes), "\(text)")
        #expect(
          renderer.markdownLines(text).map(\.bytes)
            == renderer.parsedMarkdownLines(bytes).map(\.bytes), "\(text)")
        #expect(
          written { renderer.appendMarkdownLine(text, to: &$0) }
            == written { buffer in
              for (index, line) in renderer.parsedMarkdownLines(bytes).enumerated() {
                if index > 0 { buffer.append(raw: " ") }
                buffer.append(raw: line.bytes[...])
              }
            }, "\(text)")
      }
    }
    #expect(simpleCount > 60)
  }

  @Test(
    arguments: [
      "See [[A-1.2]].", "a **b c** d", "a *b* [[A-1.2]], c", "**a** [[A-1.2]]; b \"c\"", "a **b**.",
    ])
  func `is read without the parser`(text: String) {
    withTrimmedBytes(of: Array(("The " + text).utf8)[...]) {
      #expect(SimpleText($0, renderer.simpleTarget) != nil)
    }
  }

  @Test func `is not plain if there is a mark anywhere`() {
    let marks = Set("\\`*_[]<>&~|!\n\r".utf8)
    for byte in UInt8(1)..<0x80 {
      for length in 1...20 {
        for place in 1..<max(length, 2) where place < length {
          var bytes = [UInt8](repeating: UInt8(ascii: "a"), count: length)
          bytes[place] = byte
          #expect(isPlain(bytes[...]) == !marks.contains(byte), "\(byte) at \(place) of \(length)")
        }
      }
    }
    #expect(
      isPlain(Array("é — «прогулка» 1, 2 (a); it's \"so\" #3 = 4 + 5 @ 6 % $ { } ^ ?".utf8)[...]))
  }
}

/// Numbers that are the same in each run.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
