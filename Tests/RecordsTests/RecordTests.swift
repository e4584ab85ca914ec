import Model
import Output
import TestSupport
import Testing

@testable import Records

enum Sample {
  static let text = """
    -- framework/framework.yaml --
    framework: care
    title: Care
    edition: 2.0.0
    language: en-GB
    vocabulary: {review: {one: meeting, many: meetings}}
    kinds:
      - {id: skill, title: Skill, stem: Know how to}
    phases:
      - {id: year-1, title: First year, months: 12}
      - {id: year-2, title: Second year, requirement: offered, summary: A *second* look.}
    specialisms:
      - {id: court, title: Court work, phase: year-2}
    roles:
      - {id: worker, title: Worker}
      - {id: assessor, title: Assessor}
    evidence:
      - {id: observation, title: Observation, completed-by: assessor}
    levels:
      - {id: basic, title: Basic}
      - {id: fine, title: Fine}
    results:
      - {id: on-track, title: On track}
    -- framework/domain.yaml --
    domain: talk
    title: Talking
    outcomes:
      - id: A-1
        title: Listens
        statements:
          - {id: A-1.0, kind: skill, text: write it *all* down, phase: year-1, status: {is: withdrawn, since: 2026-01-01, because: No.}}
          - {id: A-1.1, kind: skill, text: 'listen to "[[A-1.0]]" and [others](https://example.org)', phase: year-1}
    -- framework/reviews.yaml --
    reviews:
      - {id: r3, title: Three months, month: 3}
    -- framework/look.yaml --
    record: look
    title: A look back
    summary: Filled in after a visit.
    completed-by: worker
    reviews: [r3]
    fields:
      - {name: went-well, title: What went well, type: text, required: yes, summary: Be brief.}
      - {name: day, title: Day of it, type: date}
      - {name: mood, title: Mood, type: choice, choices: [good, "yes", good]}
      - {name: again, title: Again, type: yes-no}
      - {name: grade, title: Grade, type: rating}
      - {name: seen, title: Seen, type: statements}
      - {name: who, title: Who, type: person, role: assessor}
      - {name: signed, title: Signed, type: signature}
    """

  static func shapes(_ text: String = text) throws -> RecordShapes {
    RecordShapes(try Fixture(text).framework())
  }

  /// A framework of which nothing but the least is said.
  static let least = """
    -- framework/framework.yaml --
    framework: little
    title: Little
    edition: 1.0.0
    language: en-GB
    -- framework/domain.yaml --
    domain: one
    title: One
    outcomes: []
    """
}

@Suite struct `The shape of a document` {
  private func keys(_ object: DocumentObject) -> [String] {
    object.fields.map { $0.isRequired ? $0.key + "!" : $0.key }
  }

  @Test func `of a portfolio has what docs/records.md lists`() throws {
    let portfolio = try Sample.shapes().portfolio
    #expect(
      keys(portfolio) == [
        "framework!", "edition!", "person!", "role", "started!", "percent", "chosen", "pauses",
        "evidence", "progress",
        "reviews", "records",
      ])
  }

  @Test func `asks for nothing that the framework does not have`() throws {
    #expect(
      keys(try Sample.shapes(Sample.least).portfolio) == [
        "framework!", "edition!", "person!", "started!", "percent", "pauses", "evidence",
        "progress",
      ])
  }

  private func inner(_ key: String, _ object: DocumentObject) throws -> DocumentObject {
    guard case .list(.object(let inner), _) = try #require(object.field(key)).type else {
      throw NoList()
    }
    return inner
  }

  private struct NoList: Error {}

  @Test func `has its own keys in each list`() throws {
    let portfolio = try Sample.shapes().portfolio
    #expect(keys(try inner("pauses", portfolio)) == ["from!", "to"])
    #expect(
      keys(try inner("evidence", portfolio)) == [
        "id!", "type!", "date!", "statements!", "by", "role", "alternative", "reference",
      ])
    #expect(keys(try inner("progress", portfolio)) == ["statement!", "state!", "date!", "level"])
    #expect(keys(try inner("reviews", portfolio)) == ["review!", "date!", "result"])
    let least = try Sample.shapes(Sample.least).portfolio
    #expect(
      keys(try inner("evidence", least)) == [
        "id!", "date!", "statements!", "by", "alternative", "reference",
      ])
    #expect(keys(try inner("progress", least)) == ["statement!", "state!", "date!"])
  }

  private func choices(_ type: DocumentType?) -> [String] {
    switch type {
    case .choice(let choices): choices.map(\.value)
    case .list(let item, _): choices(item)
    default: []
    }
  }

  @Test func `lets be chosen what is not for everybody`() throws {
    let portfolio = try Sample.shapes().portfolio
    #expect(choices(portfolio.field("chosen")?.type) == ["year-2", "court"])
    #expect(choices(portfolio.field("role")?.type) == ["worker", "assessor"])
  }

  @Test func `of a record says whose it is; inside a portfolio it does not`() throws {
    let shapes = try Sample.shapes()
    #expect(
      keys(shapes.document(Ref(0))) == [
        "record!", "framework!", "edition!", "person!", "date!", "review", "fields!",
      ])
    #expect(keys(shapes.entry(Ref(0))) == ["record!", "date!", "review", "fields!"])
    #expect(shapes.document(Ref(0)).documentation == "Filled in after a visit.")
  }

  @Test func `has a field of each type`() throws {
    let shapes = try Sample.shapes()
    guard case .object(let fields) = try #require(shapes.document(Ref(0)).field("fields")).type
    else {
      Issue.record("fields are a group")
      return
    }
    #expect(
      keys(fields) == ["went-well!", "day", "mood", "again", "grade", "seen", "who", "signed"])
    let types = fields.fields.map { field -> String in
      switch field.type {
      case .text(let limit): "text \(limit)"
      case .line(let limit): "line \(limit)"
      case .date: "date"
      case .flag: "flag"
      case .choice(let choices): choices.map(\.value).joined(separator: " ")
      case .list(.statement, let least): "statements \(least)"
      case .object(let object): keys(object).joined(separator: " ")
      default: "other"
      }
    }
    // A rating without choices of its own is one of the levels; a choice that stands twice is one.
    #expect(
      types == [
        "text 4000", "date", "good yes", "flag", "basic fine", "statements 1", "line 100",
        "by! date!",
      ])
    #expect(fields.field("went-well")?.documentation == "Be brief. " + anonymityRule)
    #expect(fields.field("who")?.documentation == "Assessor.")
    #expect(fields.field("day")?.documentation == "")
  }

  @Test func `tells a statement in words that are no markup`() throws {
    let shapes = try Sample.shapes()
    let statements = shapes.contents.statements
    #expect(shapes.sentence(statements[1]) == "Know how to listen to \"A-1.0\" and others")
    #expect(
      shapes.choice(statements[1]).title == "A-1.1 Know how to listen to \"A-1.0\" and others")
    #expect(shapes.choice(statements[1]).documentation == "Listens.")
    #expect(shapes.choice(statements[0]).title == "A-1.0 Know how to write it all down")
    #expect(shapes.choice(statements[0]).documentation == "Listens. No longer to be met.")
    #expect(shapes.text(nil) == "")
  }
}

@Suite struct `A code of a person or of evidence` {
  @Test(arguments: ["a", "7", "P-0042", "a/b_c.d-e", String(repeating: "Z", count: 40)])
  func `may be this`(code: String) {
    #expect(isIdentifier(Array(code.utf8)[...]))
  }

  @Test(arguments: [
    "", " ", "-a", ".a", "/a", "_a", "a b", "a\n", "é", "aé", "a@b", "a#", "a:b", "١",
    String(repeating: "Z", count: 41),
  ])
  func `may not be this`(code: String) {
    #expect(!isIdentifier(Array(code.utf8)[...]))
  }

  /// Other programs read the pattern. It has to say the same.
  @Test func `is the same by its pattern`() throws {
    let pattern = try Regex(identifierPattern)
    for code in [
      "a", "7", "P-0042", "a/b_c.d-e", "-a", "a b", "a\n", "é", "",
      String(repeating: "Z", count: 40), String(repeating: "Z", count: 41),
    ] {
      #expect(
        (code.firstMatch(of: pattern) != nil) == isIdentifier(Array(code.utf8)[...]), "\(code)")
    }
  }

  @Test func `or a day has a pattern that knows the calendar`() throws {
    let pattern = try Regex(dayPattern)
    let days: [(String, Bool)] = [
      ("2026-02-28", true), ("2026-02-29", false), ("2028-02-29", true), ("2000-02-29", true),
      ("1900-02-29", false),
      ("2100-02-29", false), ("2400-02-29", true), ("1000-01-01", true), ("2999-12-31", true),
      ("0999-12-31", false),
      ("3000-01-01", false), ("2026-04-31", false), ("2026-04-30", true), ("2026-12-32", false),
      ("2026-13-01", false),
      ("2026-00-10", false), ("2026-1-1", false), ("2026-01-01\n", false), ("1200-02-29", true),
      ("1604-02-29", true),
      ("1100-02-29", false), ("2026-11-31", false), ("2026-10-31", true),
    ]
    for (day, exists) in days {
      #expect((day.firstMatch(of: pattern) != nil) == exists, "\(day)")
    }
  }
}
