import Testing

@testable import Search

@Suite struct `A table of words` {
  private func number(_ word: [UInt8], _ table: inout WordTable) -> Int {
    word.withUnsafeBufferPointer { table.number(of: $0) }
  }

  /// Words that begin, end or fill up alike, of any length.
  @Test func `gives each word one number, in the order in which they come`() {
    var table = WordTable()
    var numbers: [[UInt8]: Int] = [:]
    var random = SystemRandomNumberGenerator()
    for _ in 0..<20_000 {
      let word = (0..<Int.random(in: 0...20, using: &random)).map { _ in
        UInt8.random(in: 0...2, using: &random)
      }
      let expected = numbers[word] ?? numbers.count
      numbers[word] = expected
      #expect(number(word, &table) == expected)
    }
    #expect(table.count == numbers.count)
    for (word, number) in numbers {
      #expect(table.withBytes(of: number) { Array($0) } == word)
    }
  }

  @Test(arguments: [
    ("aaaa", "aaaaa"), ("aaaaaaaa", "aaaaaaa"), ("a", "a\0"), ("", "\0"), ("abc\0", "abc"),
    ("abcdefgh", "abcdefgh\0"), ("abcdefg\0", "abcdefg"),
  ])
  func `tells words apart that differ in their length alone`(one: String, other: String) {
    var table = WordTable()
    #expect(number(Array(one.utf8), &table) == 0)
    #expect(number(Array(other.utf8), &table) == 1)
    #expect(number(Array(one.utf8), &table) == 0)
  }

  @Test func `is empty once all words are taken out`() {
    var table = WordTable()
    for number in 0..<3000 { _ = self.number(Array("word\(number)".utf8), &table) }
    table.removeAll()
    #expect(table.count == 0)
    #expect(number(Array("word7".utf8), &table) == 0)
  }
}
