import Synchronization
import Testing
import Threads

@Suite struct `Work on several cores` {
  @Test(arguments: [0, 1, 3, 4, 5, 1_000])
  func `has its results in order, each once`(count: Int) {
    for stride in [1, 4, 7] {
      let results = Concurrency.map(count: count, stride: stride) { $0 * $0 }
      #expect(results == (0..<count).map { $0 * $0 })
    }
  }

  private struct Unwanted: Error, Equatable { let number: Int }

  /// Tells when it is gone.
  private final class Counted: Sendable {
    static let alive = Atomic(0)
    init() { Counted.alive.wrappingAdd(1, ordering: .relaxed) }
    deinit { Counted.alive.wrappingSubtract(1, ordering: .relaxed) }
  }

  @Test(.serialized, arguments: [1, 4, 7, 1_000])
  func `throws what was thrown at the lowest number, and keeps nothing of the others`(stride: Int) {
    for wrong in [[0], [99], [50, 51, 70], Array(0..<100)] {
      #expect(throws: Unwanted(number: wrong[0])) {
        _ = try Concurrency.map(count: 100, stride: stride) { number throws(Unwanted) -> Counted in
          if wrong.contains(number) { throw Unwanted(number: number) }
          return Counted()
        }
      }
      #expect(Counted.alive.load(ordering: .relaxed) == 0)
    }
    let results = Concurrency.map(count: 100, stride: stride) { _ in Counted() }
    #expect(Counted.alive.load(ordering: .relaxed) == results.count)
  }

  /// A short run must not be handed out twice, nor the rest of one that is longer than what is left.
  @Test(arguments: [1, 2, 63, 64, 65, 257])
  func `does each number once`(count: Int) {
    for stride in [0, 1, 2, 64, 1_000] {
      let calls = Mutex([Int: Int]())
      let results = Concurrency.map(count: count, stride: stride) { number in
        calls.withLock { $0[number, default: 0] += 1 }
        return number
      }
      #expect(results == Array(0..<count))
      #expect(
        calls.withLock { $0 } == Dictionary(uniqueKeysWithValues: (0..<count).map { ($0, 1) }))
    }
  }

  @Test func `has room for what is larger than a word`() {
    let results = Concurrency.map(count: 300, stride: 3) { ["\($0)", "é\($0)"] }
    #expect(results[299] == ["299", "é299"])
    #expect(results.map(\.first) == (0..<300).map { "\($0)" })
  }

  @Test func `uses at least one core, and no more than sixteen`() {
    #expect((1...16).contains(Concurrency.width))
  }
}
