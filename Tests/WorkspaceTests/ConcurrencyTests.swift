import Testing
import Threads

@testable import Workspace

@Suite struct `Work on several cores` {
  @Test(arguments: [0, 1, 3, 4, 5, 1_000])
  func `has its results in order, each once`(count: Int) {
    for stride in [1, 4, 7] {
      let results = Concurrency.map(count: count, stride: stride) { $0 * $0 }
      #expect(results == (0..<count).map { $0 * $0 })
    }
  }
}
