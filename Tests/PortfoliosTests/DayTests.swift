import Model
import Portfolios
import Testing

@Suite struct `A day` {
  @Test func `follows the day before it, for two thousand years`() throws {
    var last = try #require(readDay(Array("1000-01-01".utf8)))
    var count = 1
    while let next = readDay(Array(Day(number: last.number + 1).description.utf8)) {
      #expect(next.number == last.number + 1)
      #expect(next.date.description > last.date.description)
      last = next
      count += 1
    }
    #expect(last.description == "2999-12-31")
    // Two thousand years with 485 leap days: every fourth year but 15 of the 20 full hundreds.
    #expect(count == 2000 * 365 + 485)
  }

  @Test func `is counted from 1970`() throws {
    #expect(try #require(readDay(Array("1970-01-01".utf8))).number == 0)
    #expect(try #require(readDay(Array("2026-11-21".utf8))).number == 20778)
  }

  @Test(arguments: [
    "2026-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "0999-01-01", "3000-01-01",
    "2026-09-07\n",
    "2026/09/07", "", "२०२६-०९-०७", "2026-09-7 ",
  ])
  func `that does not exist is none`(text: String) {
    #expect(readDay(Array(text.utf8)) == nil)
  }
}
