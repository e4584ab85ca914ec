import Model
import Testing

@testable import Checklists

private let head = """
  kinds:
    - {id: skill, title: Skill, stem: Know how to}
  phases:
    - {id: year-1, title: First year, months: 12}
    - {id: year-2, title: Second year, months: 12, requirement: optional}
  specialisms:
    - {id: court, title: Court work, phase: year-2}
  roles:
    - {id: worker, title: Worker, verb: do}
    - {id: assessor, title: Assessor, verb: assess}
    - {id: coach, title: Coach}
  evidence:
    - {id: observation, title: Direct Observation, completed-by: assessor}
    - {id: reflection, title: Reflection, completed-by: worker}
  levels:
    - {id: basic, title: Basic}
  results:
    - {id: on-track, title: On track, summary: All is *well*.}
    - {id: extended, title: Extended}
  """

@Suite struct `A checklist of statements` {
  private func files() throws -> [String: String] {
    try Sample.files(
      Sample.framework(
        head,
        statements: [
          "id: A-1.1, kind: skill, text: 'listen to [a child](https://example.org)', phase: year-1, relies-on: [A-1.3], roles: [worker]",
          "id: A-1.2, kind: skill, text: speak in court, phase: year-2, specialism: court, roles: [worker]",
          "id: A-1.3, kind: skill, text: ask, phase: year-1, roles: [worker], levels: {worker: basic}, evidence: {any-of: [observation, reflection], at-least: 2, observers: 1}, alternative: a film, notes: {coach: Ask *twice*.}, progression: {year-2: asks in court}",
          "id: A-1.4, kind: skill, text: sort the post, phase: year-1, roles: [worker], status: {is: withdrawn, since: 2026-01-01, because: No.}",
        ],
        """
        -- framework/reviews.yaml --
        reviews:
          - {id: r3, title: Three months, month: 3, attends: [worker, assessor], covers: [year-1], ready: [one observation, a *plan*], results: [on-track, extended]}
          - {id: r0, title: Start, month: 0}
        -- framework/duties.yaml --
        duties:
          - {id: time, title: Time, text: A day a week., owner: coach, measure: every week}
        -- framework/look.yaml --
        record: look
        title: A look back
        completed-by: worker
        reviews: [r3]
        fields:
          - {name: day, title: Day, type: date}
        """))
  }

  @Test func `is there for each phase, role, review and specialism`() throws {
    #expect(
      try files().keys.sorted() == [
        "checklists/by-month.md", "checklists/duties/coach.md", "checklists/phases/year-1.md",
        "checklists/phases/year-2.md", "checklists/reviews/r0.md", "checklists/reviews/r3.md",
        "checklists/roles/assessor.md", "checklists/roles/coach.md", "checklists/roles/worker.md",
        "checklists/specialisms/court.md", "checklists/whole.md", "forms/look.md",
      ])
  }

  @Test func `has what is to be met, after all that it relies on`() throws {
    let files = try files()
    #expect(files["checklists/whole.md"]?.ticked == ["A-1.3", "A-1.1", "A-1.2"])
    #expect(files["checklists/phases/year-1.md"]?.ticked == ["A-1.3", "A-1.1"])
    #expect(files["checklists/specialisms/court.md"]?.ticked == ["A-1.2"])
    // Of the second year, what is its own, and what more is expected of what came before.
    #expect(files["checklists/phases/year-2.md"]?.ticked == ["A-1.2", "A-1.3"])
    #expect(
      files["checklists/phases/year-2.md"]?.contains("## Taken further: Second year\n") == true)
    #expect(files["checklists/phases/year-2.md"]?.contains("  - Now also: asks in court\n") == true)
  }

  @Test func `of a role has what is for it, says something to it or asks it for evidence`() throws {
    let files = try files()
    #expect(
      files["checklists/roles/worker.md"]?.ticked.filter { $0.hasPrefix("A") } == [
        "A look back", "A-1.3", "A-1.1", "A-1.2",
      ])
    #expect(
      files["checklists/roles/assessor.md"]?.ticked.filter { $0.hasPrefix("A-") } == ["A-1.3"])
    #expect(files["checklists/roles/coach.md"]?.ticked.filter { $0.hasPrefix("A-") } == ["A-1.3"])
    #expect(files["checklists/roles/coach.md"]?.contains("  - For you: Ask *twice*.\n") == true)
    #expect(files["checklists/roles/worker.md"]?.contains("For you") == false)
    #expect(files["checklists/roles/worker.md"]?.contains("  - Level: Basic\n") == true)
    #expect(files["checklists/whole.md"]?.contains("  - Level: Basic (Worker)\n") == true)
    #expect(files["checklists/roles/coach.md"]?.contains("Level:") == false)
  }

  @Test func `says of each statement what shows it, and what comes before`() throws {
    let text = try #require(files()["checklists/whole.md"])
    #expect(
      text.contains(
        """
        - [ ] **A-1.3** (Skill) Know how to ask
          - Level: Basic (Worker)
          - Evidence asked for: at least 2 pieces; any of: direct observation, reflection; seen by an observer
          - Another way: a film
        - [ ] **A-1.1** (Skill) Know how to listen to [a child](<https://example.org>)
          - Comes after: A-1.3

        | Statement | Evidence | Reference | Completed by | Date |
        |---|---|---|---|---|
        | A-1.3     |                              |              |              |            |
        | A-1.1     |                              |              |              |            |

        """))
  }

  @Test func `names phases in its headings where there are several`() throws {
    let files = try files()
    #expect(
      files["checklists/whole.md"]?.headings == [
        "# Care", "## First year: Talking", "### A-1 Listens",
        "## Second year: Specialism: Court work", "### A-1 Listens",
      ])
    #expect(
      files["checklists/phases/year-1.md"]?.headings == [
        "# First year", "## Talking", "### A-1 Listens",
      ])
  }

  @Test func `begins with what it is for, and by whom it is completed`() throws {
    let files = try files()
    let phase = try #require(files["checklists/phases/year-1.md"])
    #expect(phase.contains("Care, edition 2.0.0 (draft)\n"))
    #expect(phase.contains("What is to be shown in this phase, which is mandatory."))
    #expect(phase.contains("**Who completes it.** Worker, Assessor\n"))
    #expect(files["checklists/phases/year-2.md"]?.contains("which is optional.") == true)
    #expect(files["checklists/roles/assessor.md"]?.contains("In short: assess.") == true)
    #expect(files["checklists/roles/coach.md"]?.contains("In short:") == false)
    #expect(
      files["checklists/specialisms/court.md"]?.contains(
        "What belongs to this specialism, chosen in: Second year.") == true)
  }

  @Test func `of a review has what to prepare, what to look at and what to settle`() throws {
    let text = try #require(files()["checklists/reviews/r3.md"])
    #expect(text.contains("to settle together (month 3)."))
    #expect(text.contains("## To have ready\n\n- [ ] one observation\n- [ ] a *plan*\n"))
    #expect(text.contains("## Records to complete\n\n- [ ] **A look back**\n"))
    #expect(
      text.contains(
        "## What we came to\n\nTick one, and write down what was agreed and by when.\n\n- [ ] **On track** All is *well*.\n- [ ] **Extended**\n"
      ))
    #expect(text.ticked.filter { $0.hasPrefix("A-") } == ["A-1.3", "A-1.1"])
    #expect(text.contains("| Worker |  |\n| Assessor |  |\n| Start date |  |"))
    let start = try #require(files()["checklists/reviews/r0.md"])
    #expect(start.contains("(at the start)"))
    #expect(!start.contains("What we came to"))
  }

  @Test func `is written safely, whatever the titles are`() throws {
    let framework = try Sample.framework(
      "phases:\n  - {id: one, title: \"# <b>*One*</b> | two\"}",
      statements: ["id: A-1.1, text: do it, phase: one"])
    let text = try #require(try Sample.files(framework)["checklists/phases/one.md"])
    #expect(!text.contains("<b>"))
    #expect(!text.contains("*One*") || text.contains("\\*One\\*"))
    #expect(text.headings.count == 3)
  }

  @Test func `is only one of the whole where there is nothing else`() throws {
    let framework = try Sample.framework("", statements: ["id: A-1.1, text: do it"])
    #expect(try Sample.files(framework).keys.sorted() == ["checklists/whole.md"])
  }
}

@Suite struct `The order of a checklist` {
  private func order(_ statements: String...) throws -> [String] {
    let framework = try Sample.framework(
      "phases:\n  - {id: one, title: One}\n  - {id: two, title: Two}",
      statements: statements,
      """
      -- framework/second.yaml --
      domain: do
      title: Doing
      outcomes:
        - id: B-1
          title: Does
          statements:
            - {id: B-1.1, text: do it, phase: one}
            - {id: B-1.2, text: do it again, phase: one}
      """)
    return try Sample.files(framework)["checklists/whole.md"]?.ticked ?? []
  }

  @Test func `is by phase, domain and outcome, where nothing depends on anything`() throws {
    #expect(
      try order(
        "id: A-1.1, text: a, phase: two", "id: A-1.2, text: b, phase: one", "id: A-1.3, text: c")
        == [
          "A-1.3", "A-1.2", "B-1.1", "B-1.2", "A-1.1",
        ])
  }

  @Test func `puts everything after what it depends on`() throws {
    #expect(
      try order(
        "id: A-1.1, text: a, phase: one, relies-on: [A-1.2]",
        "id: A-1.2, text: b, phase: one, after: [A-1.3]", "id: A-1.3, text: c, phase: one")
        == ["A-1.3", "A-1.2", "A-1.1", "B-1.1", "B-1.2"])
  }

  @Test func `puts everything after all of an outcome, and goes on where it left`() throws {
    let ids = try order(
      "id: A-1.1, text: a, phase: one", "id: A-1.2, text: b, phase: one, after: [B-1]",
      "id: A-1.3, text: c, phase: one")
    #expect(ids == ["A-1.1", "A-1.3", "B-1.1", "B-1.2", "A-1.2"])
  }
}

@Suite struct `A long checklist` {
  private func files(_ count: Int) throws -> [String: String] {
    try Sample.files(
      Sample.framework("", statements: (1...count).map { "id: A-1.\($0), text: do it" }))
  }

  @Test func `is one file up to 400 statements`() throws {
    #expect(try files(400).keys.sorted() == ["checklists/whole.md"])
  }

  @Test func `has files of at most 400 statements beyond, with each of them once`() throws {
    let files = try files(801)
    #expect(
      files.keys.sorted() == [
        "checklists/whole.md", "checklists/whole/part-1.md", "checklists/whole/part-2.md",
        "checklists/whole/part-3.md",
      ])
    let parts = (1...3).map { files["checklists/whole/part-\($0).md"]?.ticked ?? [] }
    #expect(parts.map(\.count) == [400, 400, 1])
    #expect(parts.flatMap { $0 } == (1...801).map { "A-1.\($0)" })
    let whole = try #require(files["checklists/whole.md"])
    #expect(whole.ticked.isEmpty)
    #expect(whole.contains("- [Part 1](whole/part-1.md): Talking (400 statements)\n"))
    #expect(whole.contains("- [Part 3](whole/part-3.md): Talking (1 statement)\n"))
    #expect(files["checklists/whole/part-2.md"]?.hasPrefix("# Care, part 2 of 3\n") == true)
    #expect(files.keys.filter(Checklists.isPart).count == 3)
  }
}
