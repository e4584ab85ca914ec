import Diagnostics
import Testing

@testable import Compilation

@Suite struct `Numbers of lines` {
  private func agree(_ bytes: [UInt8]) -> Bool {
    let file = SourceFile(id: FileID(0), path: "a.yaml", bytes: bytes)
    let (numbers, index) = (LineNumbers(file), LineIndex(file))
    return (0...bytes.count).allSatisfy { numbers.line(at: $0) == index.line(at: $0) }
  }

  @Test(arguments: [
    (0, 0, "one\n"), (2, 3, "one\n"), (3, 4, "one\ntwo\r\n"), (5, 8, "two\r\n"),
    (4, 9, "two\r\nthree\r"),
    (14, 14, "three\r"), (15, 18, "four"),
  ])
  func `come with the bytes of the lines`(start: Int, last: Int, lines: String) {
    let text = "one\ntwo\r\nthree\rfour"
    let numbers = LineNumbers(SourceFile(id: FileID(0), path: "a", bytes: Array(text.utf8)))
    let range = numbers.lines(from: start, through: last)
    #expect(String(decoding: Array(text.utf8)[range], as: UTF8.self) == lines)
  }

  @Test(arguments: [0, 1, 7, 8, 1023, 1024, 1025, 2048, 5000])
  func `are those of the index of lines, whatever the length`(length: Int) {
    var random = SystemRandomNumberGenerator()
    for alphabet: [UInt8] in [[10], [97, 10], [97, 10, 13], [0, 9, 11, 128, 138, 255, 10]] {
      let bytes = (0..<length).map { _ in alphabet.randomElement(using: &random) ?? 10 }
      #expect(agree(bytes))
    }
  }
}
