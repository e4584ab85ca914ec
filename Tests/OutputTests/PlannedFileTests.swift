import Output
import Testing

@Suite struct `A file in chunks` {
  private func write(_ numbers: [Int], to json: inout JSONWriter) {
    json.object { json in
      json.key("empty")
      json.array { _ in }
      json.key("numbers")
      json.array { json in
        for chunk in numbers.inChunks {
          json.items { json in
            for number in chunk {
              json.object(onOneLine: true) {
                $0.key("n"); $0.integer(number)
              }
            }
          }
        }
      }
      json.key("last")
      json.boolean(true)
    }
  }

  @Test(arguments: [0, 1, 63, 64, 65, 200])
  func `of JSON is the same as the whole`(count: Int) {
    let numbers = Array(0..<count)
    var whole = JSONWriter()
    write(numbers, to: &whole)
    var given: [[UInt8]] = []
    var chunks = JSONWriter(to: { given.append($0) })
    write(numbers, to: &chunks)
    given.append(chunks.finish())
    #expect(given.flatMap { $0 } == whole.finish())
    #expect(given.count == (count + 63) / 64 + 1)
  }

  @Test func `is the same whoever asks for it`() {
    let file = PlannedFile(
      path: "a",
      chunks: { give in
        give([1])
        give([2, 3])
      })
    var given: [[UInt8]] = []
    file.forEachChunk { given.append($0) }
    #expect(file.bytes() == [1, 2, 3] && given == [[1], [2, 3]] && file.isLarge)
    let whole = PlannedFile(path: "b") { [4] }
    whole.forEachChunk { given.append($0) }
    #expect(given.last == [4] && !whole.isLarge)
  }
}
