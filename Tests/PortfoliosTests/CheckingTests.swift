import Diagnostics
import Model
import Testing

@testable import Portfolios

/// Lines behind a portfolio's head, which end in line 4, and what has to be found: rule and line.
struct Case: Sendable, CustomTestStringConvertible {
  let testDescription: String
  var head = Sample.head
  let lines: String
  var day = "2026-10-20"
  let found: [String]

  init(_ name: String, _ lines: String, on day: String = "2026-10-20", _ found: String...) {
    testDescription = name
    self.lines = lines
    self.day = day
    self.found = found
  }
}

/// Two pieces from two people, which are all that A-1.1 asks for.
private let shownWell = """
  evidence:
    - {id: E1, type: observation, date: 2026-09-20, statements: [A-1.1], by: S-9, role: assessor}
    - {id: E2, type: feedback, date: 2026-09-27, statements: [A-1.1], by: S-8}

  """

@Suite struct `A portfolio is checked` {
  @Test(
    arguments: keyCases + timeCases + roleCases + repetitionCases + progressCases + readinessCases)
  func `and what is found is just this`(example: Case) throws {
    let document = try Sample.check(example.head + example.lines, on: example.day)
    #expect(document.found == example.found)
  }

  @Test(arguments: ["2026-09-07", "2024-02-29", "1000-01-01", "2999-12-31"])
  func `and a day that exists is taken`(day: String) throws {
    let text = Sample.head.replacing("2026-09-07", with: day)
    #expect(try Sample.check(text, on: "2026-10-20").found.allSatisfy { !$0.hasPrefix("wrong") })
  }

  @Test(arguments: [
    "2026-02-29", "2026-9-7", "07.09.2026", "2026-09", "soon", "~", "\"\"", "[]", "{}",
  ])
  func `and a day that does not exist is refused`(day: String) throws {
    let text = Sample.head.replacing("2026-09-07", with: day)
    #expect(try Sample.check(text).found == ["wrong-record-value 4"])
  }

  @Test(arguments: [
    "P", "9", "P-0042", "a/b_c.d-e", String(repeating: "x", count: 40),
  ])
  func `and a code of a person is taken`(code: String) throws {
    #expect(try Sample.check(Sample.head.replacing("P-0042", with: code)).found == [])
  }

  @Test(arguments: [
    "Jo Bloggs", "-9", ".x", "P#1x", "Zoë", "jo@example.org", String(repeating: "x", count: 41),
  ])
  func `and what could be a name is refused`(code: String) throws {
    let text = Sample.head.replacing("P-0042", with: "\"\(code)\"")
    #expect(try Sample.check(text).found == ["wrong-record-value 3"])
  }

  @Test func `and nothing that is found leaves it unread`() throws {
    let document = try Sample.check(Sample.head + "percent: 5\nnickname: Jo\nrole: worker")
    guard case .portfolio(let portfolio) = document.content else {
      Issue.record("it is a portfolio")
      return
    }
    #expect(portfolio.person == "P-0042")
    #expect(portfolio.started?.description == "2026-09-07")
    #expect(portfolio.role?.index == 0)
    #expect(portfolio.percent == 100)
  }

  @Test func `and a misspelt key is read as the one that was meant`() throws {
    let document = try Sample.check(Sample.head + "percnt: 80")
    #expect(document.diagnostics.map(\.label) == ["did you mean `percent`?"])
    guard case .portfolio(let portfolio) = document.content else {
      Issue.record("it is a portfolio")
      return
    }
    #expect(portfolio.percent == 80)
  }

  @Test func `and messages name what is meant, and who comes after`() throws {
    let unknown = try Sample.check(
      Sample.head + "progress: [{statement: A-1.11, state: shown, date: 2026-09-08}]")
    #expect(unknown.diagnostics.map(\.message) == ["there is no statement `A-1.11`"])
    #expect(unknown.diagnostics.first?.label == "did you mean `A-1.1`?")
    #expect(unknown.diagnostics.first?.help == "A-1.1 \"Know how to listen to a child\"")
    let over = try Sample.check(
      Sample.head + "progress: [{statement: A-1.3, state: under-way, date: 2026-09-08}]")
    #expect(
      over.diagnostics.first?.help
        == "Its place has been taken by A-1.4 \"Know how to keep a short record\", A-2.1 \"Know how to explain a plan\"."
    )
  }

  @Test func `and what is chosen opens its phase`() throws {
    #expect(try Sample.portfolio("chosen: [court]").phases.map(\.index) == [1])
    #expect(try Sample.portfolio("chosen: [court]").specialisms.map(\.index) == [0])
    #expect(try Sample.portfolio("chosen: [year-2]").specialisms.isEmpty)
    #expect(try Sample.portfolio("").phases.isEmpty)
  }
}

private let keyCases = [
  Case("the least that is needed", ""),
  Case(
    "all keys that there are",
    """
    role: worker
    percent: 80
    chosen: [year-2, court]
    pauses: [{from: 2026-09-10, to: 2026-09-12}, {from: 2026-10-01}]
    evidence: [{id: E1, type: reflection, date: 2026-09-20, statements: [A-1.1, A-2.1], by: P-0042, role: worker, alternative: yes, reference: Item 4}]
    progress: [{statement: A-1.1, state: under-way, date: 2026-09-21, level: basic}]
    reviews: [{review: r0, date: 2026-09-08, result: on-track}]
    records: [{record: look, date: 2026-09-08, review: r3, fields: {went-well: It rained.}}]
    """),
  Case("empty lists", "pauses: []\nevidence: []\nprogress: []\nreviews: []\nrecords: []"),
  Case("a key that is not there", "nickname: Jo", "unknown-record-key 5"),
  Case("a misspelt key", "percnt: 80", "unknown-record-key 5"),
  Case("no start", "", "missing-record-key 1").replacing("started: 2026-09-07\n", ""),
  Case("no person", "", "missing-record-key 1").replacing("person: P-0042\n", ""),
  Case("less than a tenth of full time", "percent: 9", "wrong-record-value 5"),
  Case("a tenth of full time", "percent: 10"),
  Case("full time", "percent: 100"),
  Case("more than full time", "percent: 101", "wrong-record-value 5"),
  Case("half a percent", "percent: 79.5", "wrong-record-value 5"),
  Case("a percent in words", "percent: most", "wrong-record-value 5"),
  Case("nothing where something is needed", "percent:", "wrong-record-value 5"),
  Case("a role that there is not", "role: boss", "wrong-record-value 5"),
  Case("something chosen that is for everybody", "chosen: [year-1]", "wrong-record-value 5"),
  Case("nothing chosen", "chosen: []", "wrong-record-value 5"),
  Case("a list that is none", "evidence: none", "wrong-record-value 5"),
  Case("a piece that is no group", "evidence: [E1]", "wrong-record-value 5"),
  Case(
    "an unknown code", "progress: [{statement: A-9.9, state: shown, date: 2026-09-08}]",
    "unknown-code 5"),
  Case(
    "an unknown state", "progress: [{statement: A-1.1, state: done, date: 2026-09-08}]",
    "wrong-record-value 5"),
  Case(
    "evidence for nothing",
    "evidence: [{id: E1, type: feedback, date: 2026-09-08, statements: []}]", "wrong-record-value 5"
  ),
  Case(
    "evidence without a day", "evidence: [{id: E1, type: feedback, statements: [A-1.1]}]",
    "missing-record-key 5"),
  Case(
    "a reference on two lines",
    "evidence: [{id: E1, type: feedback, date: 2026-09-08, statements: [A-1.1], reference: \"a\\nb\"}]",
    "wrong-record-value 5"),
  Case(
    "a reference of 200 characters beyond ASCII",
    "evidence: [{id: E1, type: feedback, date: 2026-09-08, statements: [A-1.1], reference: \(String(repeating: "é", count: 200))}]"
  ),
  Case(
    "a reference of 201 characters",
    "evidence: [{id: E1, type: feedback, date: 2026-09-08, statements: [A-1.1], reference: \(String(repeating: "é", count: 201))}]",
    "wrong-record-value 5"),
  Case(
    "a record that there is not", "records: [{record: book, date: 2026-09-08, fields: {}}]",
    "wrong-record-value 5"),
  Case(
    "a record without what is needed", "records: [{record: look, date: 2026-09-08, fields: {}}]",
    "missing-record-key 5"),
  Case(
    "a person in a record's entry",
    "records: [{record: look, person: P-1, date: 2026-09-08, fields: {went-well: Yes.}}]",
    "unknown-record-key 5"),
  Case(
    "fields of each type",
    """
    records:
      - record: look
        date: 2026-09-08
        fields:
          went-well: |
            It rained.

            Then it stopped.
          day: 2026-09-08
          mood: mixed
          again: no
          grade: basic
          seen: [A-1.1, A-2.3]
          who: A-3
          signed: {by: A-3, date: 2026-09-08}
    """),
  Case(
    "fields with wrong values",
    """
    records:
      - record: look
        date: 2026-09-08
        fields:
          went-well: " "
          day: 2026-09-31
          mood: bad
          again: perhaps
          grade: expert
          seen: []
          who: {name: Jo}
          signed: A-3
          more: Something else.
    """, "wrong-record-value 9", "wrong-record-value 10", "wrong-record-value 11",
    "wrong-record-value 12", "wrong-record-value 13", "wrong-record-value 14",
    "wrong-record-value 15", "wrong-record-value 16", "unknown-record-key 17"),
  Case("another framework", "", "other-edition 1").replacing("framework: care", "framework: cure"),
  Case("another edition", "", "other-edition 2").replacing("2.0.0", "1.0.0"),
  Case("no YAML", "role: [", "unreadable-record 5"),
]

private let timeCases = [
  Case(
    "everything on the first day",
    "evidence: [{id: E1, type: feedback, date: 2026-09-07, statements: [A-1.1]}]"),
  Case(
    "a piece from before the start",
    "evidence: [{id: E1, type: feedback, date: 2026-09-06, statements: [A-1.1]}]",
    "impossible-time 5"),
  Case(
    "a step from before the start",
    "progress: [{statement: A-1.1, state: under-way, date: 2026-09-06}]", "impossible-time 5"),
  Case(
    "a review from before the start", "reviews: [{review: r0, date: 2026-09-06}]",
    "impossible-time 5"),
  Case(
    "a record from before the start",
    "records: [{record: look, date: 2026-09-06, fields: {went-well: Yes.}}]", "impossible-time 5"),
  Case("something of today", "progress: [{statement: A-1.1, state: under-way, date: 2026-10-20}]"),
  Case(
    "something of tomorrow", "progress: [{statement: A-1.1, state: under-way, date: 2026-10-21}]",
    "impossible-time 5"),
  Case("a pause of one day", "pauses: [{from: 2026-09-10, to: 2026-09-10}]"),
  Case(
    "a pause that ends before it begins", "pauses:\n  - {from: 2026-09-10, to: 2026-09-09}",
    "impossible-time 6"),
]

private let roleCases = [
  Case(
    "somebody about themselves",
    """
    role: worker
    evidence:
      - {id: E1, type: observation, date: 2026-09-20, statements: [A-1.1], by: P-0042, role: assessor}
    """, "roles-not-apart 7"),
  Case(
    "one person in two roles that are kept apart",
    """
    evidence:
      - {id: E1, type: observation, date: 2026-09-20, statements: [A-1.1], by: S-9, role: assessor}
      - {id: E2, type: reflection, date: 2026-09-20, statements: [A-1.1], by: S-9, role: worker}
    """, "roles-not-apart 7"),
  Case(
    "one person in two roles that are not kept apart",
    """
    evidence:
      - {id: E1, type: observation, date: 2026-09-20, statements: [A-1.1], by: S-9, role: assessor}
      - {id: E2, type: feedback, date: 2026-09-20, statements: [A-1.1], by: S-9, role: manager}
    """),
  Case(
    "two people in two roles",
    """
    role: worker
    evidence:
      - {id: E1, type: observation, date: 2026-09-20, statements: [A-1.1], by: S-9, role: assessor}
      - {id: E2, type: reflection, date: 2026-09-20, statements: [A-1.1], by: P-0042, role: worker}
    """),
  Case(
    "evidence by another role",
    """
    evidence:
      - {id: E1, type: observation, date: 2026-09-20, statements: [A-1.1], by: S-9, role: manager}
    """, "evidence-by-other-role 6"),
  Case(
    "evidence by any role where none is asked for",
    """
    evidence:
      - {id: E1, type: feedback, date: 2026-09-20, statements: [A-1.1], by: S-9, role: manager}
    """),
]

private let repetitionCases = [
  Case(
    "two pieces of one code",
    """
    evidence:
      - {id: E1, type: feedback, date: 2026-09-20, statements: [A-1.1]}
      - {id: E2, type: feedback, date: 2026-09-20, statements: [A-1.1]}
      - {id: E1, type: feedback, date: 2026-09-20, statements: [A-1.2]}
    """, "repeated-in-record 8"),
  Case(
    "a code twice in a list",
    "evidence: [{id: E1, type: feedback, date: 2026-09-20, statements: [A-1.1, A-1.2, A-1.1]}]",
    "repeated-in-record 5"),
  Case(
    "two steps of one statement",
    """
    progress:
      - {statement: A-1.1, state: under-way, date: 2026-09-20}
      - {statement: A-1.1, state: under-way, date: 2026-09-21}
    """, "repeated-in-record 7"),
  Case("something chosen twice", "chosen: [court, court]", "repeated-in-record 5"),
]

private let progressCases = [
  Case(
    "all the evidence is there",
    shownWell + "progress: [{statement: A-1.1, state: shown, date: 2026-10-01}]"),
  Case(
    "evidence is missing", "progress: [{statement: A-1.1, state: shown, date: 2026-10-01}]",
    "shown-without-evidence 5"),
  Case(
    "evidence is missing while it is under way",
    "progress: [{statement: A-1.1, state: under-way, date: 2026-10-01}]"),
  Case(
    "two pieces of one person where two people are asked for",
    shownWell.replacing("S-8", with: "S-9")
      + "progress: [{statement: A-1.1, state: shown, date: 2026-10-01}]", "shown-without-evidence 8"
  ),
  Case(
    "before what it relies on", "progress: [{statement: A-1.2, state: shown, date: 2026-10-01}]",
    "shown-too-early 5"),
  Case(
    "a statement that is withdrawn",
    "progress: [{statement: A-1.5, state: shown, date: 2026-10-01}]", "statement-is-over 5"),
  Case(
    "a statement that is superseded",
    "progress: [{statement: A-1.3, state: under-way, date: 2026-10-01}]", "statement-is-over 5"),
  Case(
    "what is missing, where something else is wrong",
    "percent: 9\nprogress: [{statement: A-1.2, state: shown, date: 2026-10-01}]",
    "wrong-record-value 5"),
]

/// The review of month 3 is due on 7 December, which is 31 days after 6 November.
private let readinessCases = [
  Case("32 days before a review", "", on: "2026-11-05"),
  Case("31 days before a review", "", on: "2026-11-06", "not-ready-for-review 4"),
  Case("the day of a review", "", on: "2026-12-07", "not-ready-for-review 4"),
  Case(
    "a review that was held, and one that is far away", "reviews: [{review: r3, date: 2026-12-04}]",
    on: "2026-12-07"),
]

extension Case {
  /// The same with something else in the head.
  func replacing(_ old: String, _ new: String) -> Case {
    var copy = self
    copy.head = head.replacing(old, with: new)
    return copy
  }
}
