import Testing

@testable import Portfolios

@Suite struct `A report on a portfolio` {
  @Test func `is whole, for somebody who has just begun`() throws {
    #expect(
      try Sample.report("role: worker\nreviews: [{review: r0, date: 2026-09-07}]") == """
        # P-0042, as of 2026-10-20

        Care, edition 2.0.0

        Started on 2026-09-07, 1 month ago by the framework's count.

        ## Next: Three-month review

        Due on 2026-12-07, in 48 days.
        With: Worker, Assessor.

        ## To talk about before then

        Where in the work could each of these be seen?

        - **A-1.1** Know how to listen to a child
          Still asked for: one of these: direct observation, feedback; 1 more piece of evidence; 2 different observers.
        - **A-1.4** Know how to keep a short record
          Still asked for: direct observation; reflection.

        ## To have ready

        - one direct observation

        ## Records still to complete for it

        - A look back

        ## What has to wait for something else

        - **A-1.2** Know how to ask an open question
          First: A-1.1.

        ## What the evidence shows

        Nothing has been agreed yet. That is where everybody begins.

        Not for the next review: 1 statement, for which there is time.

        """)
  }

  private static let shown = """
    evidence:
      - {id: E1, type: observation, date: 2026-09-20, statements: [A-1.1], by: S-9, role: assessor}
      - {id: E2, type: feedback, date: 2026-09-27, statements: [A-1.1], by: S-8}
    progress:
      - {statement: A-1.1, state: shown, date: 2026-10-01}
    """

  @Test func `says what is shown, and what is new`() throws {
    let old = try Sample.report(Self.shown + "\nreviews: [{review: r0, date: 2026-10-01}]")
    #expect(old.contains("- **A-1.1** Know how to listen to a child (2026-10-01)\n"))
    let new = try Sample.report(Self.shown + "\nreviews: [{review: r0, date: 2026-09-30}]")
    #expect(
      new.contains(
        "- **A-1.1** Know how to listen to a child (2026-10-01, new since the last review)\n"))
    #expect(new.contains("- **A-1.2** Know how to ask an open question\n"))
    #expect(!new.contains("has to wait"))
  }

  @Test func `says what evidence is there already`() throws {
    let text = try Sample.report(Self.shown.replacing("state: shown", with: "state: under-way"))
    #expect(
      text.contains(
        "Already there: direct observation E1 (2026-09-20), feedback E2 (2026-09-27). That is all the evidence asked for. Do you agree that it shows this?"
      ))
  }

  @Test func `says so when all is shown`() throws {
    let all = ["A-1.1", "A-1.2", "A-1.4"].map {
      "{statement: \($0), state: shown, date: 2026-10-01}"
    }
    let text = try Sample.report("progress: [\(all.joined(separator: ", "))]")
    #expect(text.contains("All that it looks at has been shown."))
    #expect(!text.contains("Where in the work"))
  }

  @Test(arguments: [
    ("2026-12-07", "Due on 2026-12-07, today."), ("2026-12-06", "Due on 2026-12-07, in 1 day."),
    ("2026-11-30", "Due on 2026-12-07, in 7 days."),
  ])
  func `counts the days to the next review`(day: String, words: String) throws {
    #expect(try Sample.report("", on: day).contains(words))
  }

  @Test func `says which reviews nobody wrote of`() throws {
    let text = try Sample.report("", on: "2026-12-08")
    #expect(
      text.contains(
        "Of this one nothing is written: First meeting (2026-09-07). If it was held, write it down."
      ))
    #expect(text.contains("Of this one nothing is written: Three-month review (2026-12-07)."))
    let late = try Sample.report("", on: "2027-09-08")
    #expect(late.contains("## Next: End of the year"))
    #expect(late.contains("Due on 2027-09-07, 1 day ago, and nothing is written of it yet."))
  }

  @Test func `ends with the last review`() throws {
    let text = try Sample.report("reviews: [{review: r12, date: 2027-09-07}]", on: "2027-09-08")
    #expect(text.contains("No review is left to come."))
    #expect(text.contains("Still open: 5 statements."))
  }

  @Test func `tells of less than full time`() throws {
    #expect(try Sample.report("percent: 60").contains(" Works 60% of full time."))
    #expect(try !Sample.report("percent: 100").contains("of full time"))
  }

  @Test func `takes records in files of their own`() throws {
    func loose(_ text: String) throws -> LooseRecord {
      let document = try Sample.check(
        "record: look\nframework: care\nedition: 2.0.0\nperson: P-0042\n\(text)\nfields: {went-well: Yes.}"
      )
      guard case .record(let record) = document.content else {
        throw Sample.NoPortfolio(found: document.found)
      }
      return record
    }
    let title = "- A look back\n"
    #expect(try Sample.report("").contains(title))
    #expect(try !Sample.report("", with: [loose("date: 2026-10-01")]).contains(title))
    #expect(try !Sample.report("", with: [loose("date: 2026-10-01\nreview: r3")]).contains(title))
    // One for another review does not count, nor one from before the last.
    #expect(try Sample.report("", with: [loose("date: 2026-10-01\nreview: r12")]).contains(title))
    #expect(
      try Sample.report(
        "reviews: [{review: r0, date: 2026-10-02}]", with: [loose("date: 2026-10-01")]
      ).contains(title))
  }
}
