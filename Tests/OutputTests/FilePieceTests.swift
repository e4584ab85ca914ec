import Output
import Testing

/// Takes pieces, some of them from the file before.
private final class Taken: FilePieces {
  private let former: [FilePiece?]
  private(set) var pieces: [FilePiece] = []
  private(set) var made = 0

  init(former: [FilePiece?] = []) { self.former = former }

  func take(_ make: () -> FilePiece) -> (size: Int, note: UInt64) {
    let number = pieces.count
    if number < former.count, let piece = former[number] {
      pieces.append(piece)
    } else {
      made += 1
      pieces.append(make())
    }
    return (pieces[number].bytes.count, pieces[number].note)
  }

  func take(made bytes: [UInt8]) { pieces.append(FilePiece(bytes)) }
}

@Suite struct `A file in pieces` {
  private func write(_ numbers: [Int], to json: inout JSONWriter) {
    json.object { json in
      json.key("empty")
      json.array { _ in }
      json.key("numbers")
      json.array { json in
        for part in numbers.inPieces {
          json.items { json in
            for number in part {
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
    let taken = Taken()
    var pieces = JSONWriter(to: taken)
    write(numbers, to: &pieces)
    taken.take(made: pieces.finish())
    #expect(taken.pieces.flatMap(\.bytes) == whole.finish())
    #expect(taken.made == (count + 63) / 64)
  }

  @Test func `can be put together from those of another`() {
    var numbers = Array(0..<200)
    let first = Taken()
    var json = JSONWriter(to: first)
    write(numbers, to: &json)
    first.take(made: json.finish())
    numbers[70] = 7
    // The second piece of items, behind the head and the first, is made anew.
    let second = Taken(former: first.pieces.enumerated().map { $0.offset == 2 ? nil : $0.element })
    json = JSONWriter(to: second)
    write(numbers, to: &json)
    second.take(made: json.finish())
    var whole = JSONWriter()
    write(numbers, to: &whole)
    #expect(second.pieces.flatMap(\.bytes) == whole.finish() && second.made == 1)
  }

  @Test func `is the same whoever asks for it`() {
    let file = PlannedFile(path: "a") { pieces in
      pieces.take(made: [1])
      #expect(pieces.take { FilePiece([2, 3], note: 9) } == (2, 9))
    }
    var given: [[UInt8]] = []
    file.forEachPiece { given.append($0) }
    #expect(file.bytes() == [1, 2, 3] && given == [[1], [2, 3]] && file.isLarge)
    let whole = PlannedFile(path: "b") { [4] }
    whole.forEachPiece { given.append($0) }
    #expect(given.last == [4] && !whole.isLarge && whole.basis == nil)
  }
}
