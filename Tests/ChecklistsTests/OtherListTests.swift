import Model
import Testing

@testable import Checklists

@Suite struct `The checklists of duties` {
  private func files() throws -> [String: String] {
    try Sample.files(
      Sample.framework(
        """
        vocabulary: {duty: {one: duty, many: duties}}
        phases:
          - {id: year-1, title: First year, months: 12}
          - {id: year-2, title: Second year, months: 12}
        roles:
          - {id: employer, title: Employer, summary: Who pays.}
          - {id: coach, title: Coach}
        """,
        statements: ["id: A-1.1, text: do it, phase: year-1"],
        """
        -- framework/duties.yaml --
        duties:
          - {id: time, title: Time, text: A day *a week*., owner: employer, measure: every week, phases: [year-1, year-2], from: 2026-09, differs: One says a day; another two.}
          - {id: room, title: Room, text: A quiet room.}
          - {id: supervision-of-all, title: Supervision, text: An hour., owner: employer}
        """))
  }

  @Test func `are one for each who owes any, and one for those of nobody`() throws {
    let duties = try files().keys.filter { $0.hasPrefix("checklists/duties/") }
    #expect(duties.sorted() == ["checklists/duties/all.md", "checklists/duties/employer.md"])
  }

  @Test func `say what is owed, when, and how one can tell`() throws {
    let text = try #require(files()["checklists/duties/employer.md"])
    #expect(text.hasPrefix("# Employer: duties\n"))
    #expect(
      text.contains(
        """
        - [ ] **Time** A day *a week*.
          - Kept when: every week
          - Owed in: First year, Second year
          - Owed from: 2026-09
          - Where sources differ: One says a day; another two.
        - [ ] **Supervision** An hour.

        | Duty | Evidence | Reference | Completed by | Date |
        |---|---|---|---|---|
        | time               |                              |              |              |            |
        | supervision-of-all |                              |              |              |            |

        """))
    #expect(!text.contains("Room"))
    #expect(text.contains("\nWho pays.\n"))
  }

  @Test func `of nobody in particular are all together`() throws {
    let text = try #require(files()["checklists/duties/all.md"])
    #expect(text.hasPrefix("# Duties\n"))
    #expect(text.ticked == ["Room"])
  }
}

@Suite struct `The checklist by month` {
  private func text(_ phases: String, _ files: String) throws -> String? {
    try Sample.files(
      Sample.framework(
        "phases:\n\(phases)\nroles:\n  - {id: worker, title: Worker}",
        statements: ["id: A-1.1, text: do it"], files)
    )["checklists/by-month.md"]
  }

  /// By month: what begins, what is done and what is kept up.
  private func months(_ text: String) -> [String] {
    text.split(separator: "\n## ").dropFirst().map { part in
      part.split(separator: "\n").filter { !$0.hasPrefix("  - ") }.joined(separator: " ")
        .replacing("- [ ] ", with: "")
    }
  }

  @Test func `has what falls due, each in its month`() throws {
    let text = try #require(
      try text(
        "  - {id: a, title: A, months: 2}\n  - {id: b, title: B, months: 2, requirement: offered}",
        """
        -- framework/process.yaml --
        duties:
          - {id: d1, title: D1, text: Always., measure: weekly}
          - {id: d2, title: D2, text: In the second., phases: [b]}
        -- framework/reviews.yaml --
        reviews:
          - {id: r3, title: R3, month: 3, attends: [worker], ready: [one *plan*]}
          - {id: r0, title: R0, month: 0}
          - {id: r4, title: R4, month: 4}
        """))
    #expect(
      months(text) == [
        "At the start Begins: A **D1** **Hold: R0**", "Month 1 Kept up: D1",
        "Month 2 **Get ready for: R3** Kept up: D1",
        "Month 3 Begins: B (offered) **D2** **Hold: R3** Kept up: D1; D2",
        "Month 4 **Hold: R4** Kept up: D1; D2",
      ])
    #expect(text.contains("- [ ] **D1**\n  - weekly\n"))
    #expect(text.contains("- [ ] **Get ready for: R3**\n  - one *plan*\n"))
    #expect(text.contains("- [ ] **Hold: R3**\n  - Worker\n"))
  }

  @Test func `leaves out months of what nobody has to go through, if nothing is done in them`()
    throws
  {
    let text = try #require(
      try text(
        "  - {id: a, title: A, months: 1}\n  - {id: b, title: B, months: 12, requirement: optional}",
        "-- framework/reviews.yaml --\nreviews:\n  - {id: r9, title: R9, month: 9}"))
    #expect(
      text.headings.dropFirst() == ["## At the start", "## Month 1", "## Month 2", "## Month 9"])
  }

  @Test func `names a few duties that are kept up, and counts many`() throws {
    let duties = (1...4).map { "  - {id: d\($0), title: D\($0), text: Always.}" }.joined(
      separator: "\n")
    let text = try #require(
      try text(
        "  - {id: a, title: A, months: 1}", "-- framework/duties.yaml --\nduties:\n\(duties)"))
    #expect(
      text.contains("- [ ] Kept up: the 4 employer duties that began in this month or before\n"))
  }

  @Test func `is none where nothing falls due`() throws {
    #expect(try text("  - {id: a, title: A, months: 1}", "") == nil)
  }
}

@Suite struct `A form` {
  @Test func `has room for each field`() throws {
    let framework = try Sample.framework(
      """
      roles:
        - {id: worker, title: Worker}
      levels:
        - {id: basic, title: Basic, summary: With help.}
        - {id: fine, title: Fine}
      """,
      statements: ["id: A-1.1, text: do it"],
      """
      -- framework/reviews.yaml --
      reviews:
        - {id: r6, title: R6, month: 6, records: [look]}
        - {id: r3, title: R3, month: 3}
      -- framework/look.yaml --
      record: look
      title: A look back
      summary: Be brief.
      completed-by: worker
      reviews: [r3]
      fields:
        - {name: a, title: What went well, type: text, required: yes, summary: In *your* words.}
        - {name: b, title: Day, type: date}
        - {name: c, title: Mood, type: choice, choices: [good, mixed]}
        - {name: d, title: Again, type: yes-no}
        - {name: e, title: Grade, type: rating}
        - {name: f, title: Seen, type: statements}
        - {name: g, title: Who, type: person, role: worker}
        - {name: h, title: Who else, type: person}
        - {name: i, title: Signed, type: signature, role: worker}
      """)
    let text = try #require(try Sample.files(framework)["forms/look.md"])
    #expect(
      text.headings == [
        "# A look back", "## 1. What went well (needed)", "## 2. Day", "## 3. Mood", "## 4. Again",
        "## 5. Grade",
        "## 6. Seen", "## 7. Who", "## 8. Who else", "## 9. Signed",
      ])
    #expect(text.contains("**Who completes it.** Worker\n"))
    #expect(text.contains("**Reviews.** R3, R6\n"))
    #expect(text.contains("(needed)\n\nIn *your* words.\n\nAnswer:\n"))
    #expect(text.contains("## 2. Day\n\nDate (year-month-day):\n"))
    #expect(text.contains("## 3. Mood\n\n- [ ] **good**\n- [ ] **mixed**\n"))
    #expect(text.contains("## 4. Again\n\n- [ ] **Yes**\n- [ ] **No**\n"))
    #expect(text.contains("## 5. Grade\n\n- [ ] **Basic** With help.\n- [ ] **Fine**\n"))
    #expect(text.contains("| Statement | Where it was seen |\n"))
    #expect(text.contains("## 7. Who\n\nWorker, name or number:\n"))
    #expect(text.contains("## 8. Who else\n\nName or number:\n"))
    #expect(text.contains("| Worker, signed | Date |\n"))
    #expect(text.contains("no name, address, date of birth or other detail."))
  }
}
