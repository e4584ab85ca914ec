import Diagnostics
import Model
import TestSupport
import Testing

@testable import Portfolios

@Suite struct `A day some months later` {
  @Test(arguments: [
    ("2026-09-07", 0, "2026-09-07"), ("2026-09-07", 3, "2026-12-07"),
    ("2026-09-07", 4, "2027-01-07"),
    ("2026-12-31", 1, "2027-01-31"), ("2026-01-31", 1, "2026-02-28"),
    ("2028-01-31", 1, "2028-02-29"),
    ("2026-08-31", 6, "2027-02-28"), ("2027-08-31", 6, "2028-02-29"),
    ("2026-05-31", 1, "2026-06-30"),
    ("2028-02-29", 12, "2029-02-28"), ("2028-02-29", 48, "2032-02-29"),
    ("2026-11-30", 3, "2027-02-28"),
    ("2000-02-29", 1200, "2100-02-28"), ("2026-12-01", 12, "2027-12-01"),
    ("2026-12-15", 24, "2028-12-15"),
  ])
  func `is the same day of the month, or else its last`(from: String, months: Int, to: String)
    throws
  {
    #expect(try Sample.day(from).adding(months: months).description == to)
  }

  @Test(arguments: [
    ("2028-02-28", 1, "2028-02-29"), ("2027-02-28", 1, "2027-03-01"),
    ("2026-12-31", 1, "2027-01-01"),
    ("2026-03-01", -1, "2026-02-28"), ("2026-09-07", 365, "2027-09-07"),
    ("2027-09-07", 366, "2028-09-07"),
  ])
  func `or some days later is counted through leap days`(from: String, days: Int, to: String) throws
  {
    #expect(try Sample.day(from).adding(days: days).description == to)
  }

  @Test func `is none for a month or a year alone`() throws {
    #expect(Day(try #require(CalendarDate(year: 2026, month: 9))) == nil)
    #expect(Day(try #require(CalendarDate(year: 2026))) == nil)
    #expect(Day(try #require(CalendarDate(year: 1970, month: 1, day: 2)))?.number == 1)
    #expect(Day(number: -1).description == "1969-12-31")
    #expect(Day(number: 1) > Day(number: 0))
  }
}

/// A review, what is behind the portfolio's head, the day of looking, and the day on which the review falls.
struct DueCase: Sendable, CustomTestStringConvertible {
  let testDescription: String
  var started = "2026-09-07"
  let lines: String
  var review = 0
  var on = "2026-10-20"
  let due: String
}

@Suite struct `A review is due` {
  // Review 0 is in month 3, 1 in month 0, 2 in month 12, 3 in month 18.
  @Test(arguments: [
    DueCase(testDescription: "three months after the start", lines: "", due: "2026-12-07"),
    DueCase(testDescription: "at the start", lines: "percent: 50", review: 1, due: "2026-09-07"),
    DueCase(testDescription: "a year after the start", lines: "", review: 2, due: "2027-09-07"),
    DueCase(
      testDescription: "at a month's end", started: "2026-08-31", lines: "", due: "2026-11-30"),
    DueCase(
      testDescription: "in February", started: "2026-11-30", lines: "", on: "2026-12-01",
      due: "2027-02-28"),
    DueCase(
      testDescription: "in a February with a leap day", started: "2027-11-30", lines: "",
      on: "2027-12-01", due: "2028-02-29"),
    // docs/records.md: at 80 the review of month 3 falls in month 4, since months are rounded up.
    DueCase(testDescription: "later at four days a week", lines: "percent: 80", due: "2027-01-07"),
    DueCase(
      testDescription: "twice as late at half of the time", lines: "percent: 50", due: "2027-03-07"),
    DueCase(
      testDescription: "a month later at 99 percent", lines: "percent: 99", due: "2027-01-07"),
    DueCase(
      testDescription: "30 months after the start at a tenth", lines: "percent: 10",
      due: "2029-03-07"),
    DueCase(
      testDescription: "later by a pause of 14 days",
      lines: "pauses: [{from: 2026-10-02, to: 2026-10-15}]", due: "2026-12-21"),
    DueCase(
      testDescription: "later by a pause of one day",
      lines: "pauses: [{from: 2026-10-02, to: 2026-10-02}]", due: "2026-12-08"),
    DueCase(
      testDescription: "later by both",
      lines: "percent: 80\npauses: [{from: 2026-10-02, to: 2026-10-15}]", due: "2027-01-21"),
    DueCase(
      testDescription: "as it was, before a pause",
      lines: "pauses: [{from: 2026-12-08, to: 2026-12-20}]", due: "2026-12-07"),
    DueCase(
      testDescription: "later by a pause that the one before brings into its time",
      lines: "pauses: [{from: 2026-12-08, to: 2026-12-09}, {from: 2026-10-02, to: 2026-10-03}]",
      due: "2026-12-11"),
    // From 2 to 20 October are 19 days.
    DueCase(
      testDescription: "later by each day of a pause that goes on",
      lines: "pauses: [{from: 2026-10-02}]", due: "2026-12-26"),
    DueCase(
      testDescription: "later by one day, on the first day of a pause",
      lines: "pauses: [{from: 2026-10-20}]", due: "2026-12-08"),
    // A day away is away once, whatever the reasons: 2 to 20 October.
    DueCase(
      testDescription: "later by each day of two pauses that overlap once",
      lines: "pauses: [{from: 2026-10-02, to: 2026-10-15}, {from: 2026-10-10, to: 2026-10-20}]",
      due: "2026-12-26"),
    DueCase(
      testDescription: "later by the longer of two pauses within one another",
      lines: "pauses: [{from: 2026-10-02, to: 2026-10-15}, {from: 2026-10-05, to: 2026-10-06}]",
      due: "2026-12-21"),
    DueCase(
      testDescription: "later by a pause with a leap day in it", started: "2027-12-15",
      lines: "pauses: [{from: 2028-02-28, to: 2028-03-01}]", on: "2028-03-02", due: "2028-03-18"),
  ])
  func `on the day that the framework's months come to`(example: DueCase) throws {
    let text = Sample.head.replacing("2026-09-07", with: example.started) + example.lines
    let document = try Sample.check(text, on: example.on)
    guard case .portfolio(let portfolio) = document.content else {
      Issue.record("no portfolio: \(document.found)")
      return
    }
    let standing = Standing(portfolio, on: try Sample.day(example.on), try Sample.catalogue())
    #expect(standing.due(Ref(example.review))?.description == example.due)
  }

  @Test func `on no day without a start`() throws {
    let standing = Standing(Portfolio(), on: try Sample.day("2026-10-20"), try Sample.catalogue())
    #expect(standing.due(Ref(0)) == nil)
    #expect(standing.next == nil)
    #expect(standing.monthsBehind == nil)
  }
}

@Suite struct `The months behind somebody` {
  @Test(arguments: [
    ("", "2026-09-07", 0), ("", "2026-10-06", 0), ("", "2026-10-07", 1), ("", "2026-12-06", 2),
    ("", "2026-12-07", 3), ("", "2027-09-07", 12), ("", "2027-09-06", 11),
    ("percent: 50", "2026-10-07", 0), ("percent: 50", "2026-11-07", 1),
    ("percent: 50", "2027-09-07", 6),
    // As with reviews, month 3 is reached in month 4 of four days a week.
    ("percent: 80", "2026-12-07", 2), ("percent: 80", "2027-01-07", 3),
    ("pauses: [{from: 2026-10-01, to: 2026-10-14}]", "2026-10-20", 0),
    ("pauses: [{from: 2026-10-01, to: 2026-10-14}]", "2026-10-21", 1),
    ("pauses: [{from: 2026-10-07}]", "2027-10-07", 1),
  ])
  func `are counted as reviews are`(lines: String, day: String, months: Int) throws {
    #expect(try Sample.standing(lines, on: day).monthsBehind == months)
  }

  @Test func `are none before the start`() throws {
    #expect(try Sample.standing("", on: "2026-09-06").monthsBehind == nil)
  }
}

@Suite struct `The next review` {
  private func id(_ standing: Standing) -> String? {
    standing.next.map { standing.contents.reviews[$0.review].id }
  }

  @Test(arguments: [
    ("", "2026-09-07", "r0"), ("", "2026-09-08", "r3"), ("", "2026-12-07", "r3"),
    ("", "2026-12-08", "r12"),
    ("reviews: [{review: r3, date: 2026-12-01}]", "2026-12-02", "r12"),
    // Nobody goes through the second year who has not chosen it.
    ("chosen: [year-2]", "2027-10-01", "r18"), ("", "2027-10-01", "r12"),
  ])
  func `is the first that is to come, or else the last`(lines: String, day: String, review: String)
    throws
  {
    #expect(id(try Sample.standing(lines, on: day)) == review)
  }

  @Test func `is none after the last`() throws {
    let standing = try Sample.standing(
      "reviews: [{review: r12, date: 2027-09-07}]", on: "2027-10-01")
    #expect(standing.next == nil)
    #expect(standing.unrecorded.isEmpty)
  }

  @Test func `does not hide those of which nothing is written`() throws {
    let standing = try Sample.standing("", on: "2026-12-08")
    #expect(standing.unrecorded.map { standing.contents.reviews[$0.review].id } == ["r0", "r3"])
    let held = try Sample.standing("reviews: [{review: r3, date: 2026-12-01}]", on: "2026-12-08")
    #expect(held.unrecorded.isEmpty)
  }
}

@Suite struct `A statement is for somebody` {
  private func ids(_ lines: String) throws -> [String] {
    let standing = try Sample.standing(lines)
    return standing.contents.statements.filter { standing.applies($0.ref) }.map(\.id)
  }

  @Test func `unless it is over, of another phase, specialism or role`() throws {
    #expect(try ids("") == ["A-1.1", "A-1.2", "A-1.4", "A-2.1", "A-2.4"])
    #expect(try ids("role: worker") == ["A-1.1", "A-1.2", "A-1.4", "A-2.1"])
    #expect(try ids("role: manager") == ["A-1.1", "A-1.2", "A-1.4", "A-2.4"])
    #expect(
      try ids("role: worker\nchosen: [year-2]") == ["A-1.1", "A-1.2", "A-1.4", "A-2.1", "A-2.2"])
    #expect(
      try ids("role: worker\nchosen: [court]") == [
        "A-1.1", "A-1.2", "A-1.4", "A-2.1", "A-2.2", "A-2.3",
      ])
  }

  @Test func `and waits for what it relies on or comes after`() throws {
    func open(_ lines: String, _ index: Int) throws -> [String] {
      try Sample.standing(lines).openPrerequisites(of: Ref(index))
    }
    let shown = "progress: [{statement: A-1.1, state: shown, date: 2026-10-01}]"
    #expect(try open("", 1) == ["A-1.1"])
    #expect(try open(shown, 1).isEmpty)
    #expect(try open(shown.replacing("shown", with: "under-way"), 1) == ["A-1.1"])
    // An outcome is met when all of it is that is for the person: not what is over.
    #expect(try open(shown, 6) == ["A-1"])
    let all = ["A-1.1", "A-1.2", "A-1.4"].map {
      "{statement: \($0), state: shown, date: 2026-10-01}"
    }
    #expect(try open("progress: [\(all.joined(separator: ", "))]", 6).isEmpty)
  }
}

@Suite struct `The evidence that is missing` {
  /// Pieces for A-1.1, each as type and by whom.
  private func missing(_ statement: Int, _ pieces: String...) throws -> [String] {
    let id = ["A-1.1", "A-1.2", "A-1.3", "A-1.4"][statement]
    let list = pieces.enumerated().map { number, piece in
      "{id: E\(number), date: 2026-09-20, statements: [\(id)], type: \(piece)}"
    }
    return try Sample.standing("evidence: [\(list.joined(separator: ", "))]").missingEvidence(
      for: Ref(statement))
  }

  @Test func `is told in words`() throws {
    // Any of two types, at least two pieces, two observers.
    #expect(
      try missing(0) == [
        "one of these: direct observation, feedback", "1 more piece of evidence",
        "2 different observers",
      ])
    #expect(
      try missing(0, "observation, by: S-1") == ["1 more piece of evidence", "another observer"])
    #expect(
      try missing(0, "reflection, by: S-1", "reflection, by: S-2") == [
        "one of these: direct observation, feedback"
      ])
    #expect(try missing(0, "observation, by: S-1", "feedback, by: S-1") == ["another observer"])
    #expect(try missing(0, "observation, by: S-1", "feedback") == ["another observer"])
    #expect(try missing(0, "observation, by: S-1", "feedback, by: S-2").isEmpty)
    // Both of two types.
    #expect(try missing(3) == ["direct observation", "reflection"])
    #expect(try missing(3, "reflection") == ["direct observation"])
    #expect(try missing(3, "reflection", "observation").isEmpty)
    // Nothing is asked for.
    #expect(try missing(1).isEmpty)
  }

  @Test func `may be of another type, where the other way is taken`() throws {
    #expect(try missing(0, "reflection, by: S-1, alternative: yes", "reflection, by: S-2").isEmpty)
    #expect(try missing(3, "feedback, alternative: yes") == ["1 more piece of evidence"])
  }

  @Test(arguments: [
    (1, 0, "an observer"), (2, 0, "2 different observers"), (2, 1, "another observer"),
    (3, 1, "2 other observers"), (3, 2, "another observer"),
  ])
  func `counts the observers that are still missing`(wanted: Int, found: Int, words: String) throws
  {
    let text = Sample.framework.replacing(
      "at-least: 2, observers: 2", with: "at-least: \(max(wanted, found)), observers: \(wanted)")
    let pieces = (0..<max(wanted, found)).map { number in
      "{id: E\(number), date: 2026-09-20, statements: [A-1.1], type: feedback\(number < found ? ", by: S-\(number)" : "")}"
    }
    let catalogue = Catalogue(try Fixture(text).framework())
    let file = SourceFile(
      id: FileID(0), path: "p.yaml",
      bytes: Array("\(Sample.head)evidence: [\(pieces.joined(separator: ", "))]".utf8))
    let day = try Sample.day("2026-10-20")
    guard case .portfolio(let portfolio) = catalogue.check(file, on: day).content else {
      Issue.record("no portfolio")
      return
    }
    #expect(Standing(portfolio, on: day, catalogue).missingEvidence(for: Ref(0)) == [words])
  }
}
