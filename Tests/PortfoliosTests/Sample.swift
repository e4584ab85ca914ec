import Diagnostics
import Model
import TestSupport

@testable import Portfolios

/// A framework, and what people keep about it.
enum Sample {
  static let framework = """
    -- framework/framework.yaml --
    framework: care
    title: Care
    edition: 2.0.0
    language: en-GB
    kinds:
      - {id: skill, title: Skill, stem: Know how to}
    phases:
      - {id: year-1, title: First year, months: 12}
      - {id: year-2, title: Second year, months: 12, requirement: optional}
    specialisms:
      - {id: court, title: Court work, phase: year-2}
    roles:
      - {id: worker, title: Worker}
      - {id: assessor, title: Assessor, not-also: [worker]}
      - {id: manager, title: Manager}
    evidence:
      - {id: observation, title: Direct observation, completed-by: assessor}
      - {id: feedback, title: Feedback}
      - {id: reflection, title: Reflection, completed-by: worker}
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
          - {id: A-1.1, kind: skill, text: listen to a child, phase: year-1, evidence: {any-of: [observation, feedback], at-least: 2, observers: 2}}
          - {id: A-1.2, kind: skill, text: ask an open question, phase: year-1, relies-on: [A-1.1]}
          - {id: A-1.3, kind: skill, text: write it down, phase: year-1, status: {is: superseded, since: 2026-01-01, because: It was two things., split-into: [A-1.4, A-2.1]}}
          - {id: A-1.4, kind: skill, text: keep a short record, phase: year-1, evidence: {all-of: [observation, reflection], at-least: 2}}
          - {id: A-1.5, kind: skill, text: sort the post, phase: year-1, status: {is: withdrawn, since: 2026-01-01, because: Nobody does.}}
      - id: A-2
        title: Speaks
        statements:
          - {id: A-2.1, kind: skill, text: explain a plan, phase: year-1, roles: [worker]}
          - {id: A-2.2, kind: skill, text: lead a meeting, phase: year-2, after: [A-1]}
          - {id: A-2.3, kind: skill, text: speak in court, phase: year-2, specialism: court}
          - {id: A-2.4, kind: skill, text: plan a rota, phase: year-1, roles: [manager]}
    -- framework/reviews.yaml --
    reviews:
      - {id: r3, title: Three-month review, month: 3, attends: [worker, assessor], covers: [A-1], ready: [one direct observation], results: [on-track]}
      - {id: r0, title: First meeting, month: 0}
      - {id: r12, title: End of the year, month: 12, records: [look]}
      - {id: r18, title: Half of the second year, month: 18}
    -- framework/look.yaml --
    record: look
    title: A look back
    completed-by: worker
    reviews: [r3]
    fields:
      - {name: went-well, title: What went well, type: text, required: yes}
      - {name: day, title: Day of it, type: date}
      - {name: mood, title: Mood, type: choice, choices: [good, mixed]}
      - {name: again, title: Again, type: yes-no}
      - {name: grade, title: Grade, type: rating}
      - {name: seen, title: Seen, type: statements}
      - {name: who, title: Who, type: person}
      - {name: signed, title: Signed, type: signature}
    """

  /// The beginning of a portfolio, four lines.
  static let head = """
    framework: care
    edition: 2.0.0
    person: P-0042
    started: 2026-09-07

    """

  /// The framework as the files about it are checked against it.
  static func catalogue(_ maps: [MigrationMap] = []) throws -> Catalogue {
    Catalogue(try Fixture(framework).framework(), migrations: maps)
  }

  static func day(_ text: String) throws -> Day {
    guard let day = readDay(Array(text.utf8)) else { throw NoDay(text: text) }
    return day
  }

  struct NoDay: Error { let text: String }

  /// What is found in a file as of a day; one on which no review is near, if none is given.
  static func check(
    _ text: String, path: String = "p.yaml", on day: String = "2026-10-20",
    _ maps: [MigrationMap] = []
  ) throws -> CheckedDocument {
    try catalogue(maps).check(
      SourceFile(id: FileID(0), path: path, bytes: Array(text.utf8)), on: Sample.day(day))
  }

  /// The portfolio with these lines behind its head.
  static func portfolio(
    _ more: String, on day: String = "2026-10-20", _ maps: [MigrationMap] = []
  ) throws -> Portfolio {
    let document = try check(head + more, on: day, maps)
    guard case .portfolio(let portfolio) = document.content else {
      throw NoPortfolio(found: document.found)
    }
    return portfolio
  }

  struct NoPortfolio: Error { let found: [String] }

  static func standing(
    _ more: String, on day: String = "2026-10-20", _ maps: [MigrationMap] = []
  ) throws -> Standing {
    try Standing(portfolio(more, on: day, maps), on: Sample.day(day), catalogue(maps))
  }

  static func report(
    _ more: String, on day: String = "2026-10-20", with loose: [LooseRecord] = []
  ) throws -> String {
    try PortfolioReport(portfolio(more, on: day), with: loose, on: Sample.day(day), catalogue())
      .text
  }
}

extension CheckedDocument {
  /// Each problem as its rule's name and its line: `unknown-code 5`.
  var found: [String] {
    let lines = LineIndex(file)
    return diagnostics.map { diagnostic in
      "\(diagnostic.rule.name) \(diagnostic.range.map { lines.line(at: Int($0.start)) } ?? 0)"
    }
  }

  var text: String { String(decoding: file.bytes, as: UTF8.self) }
}
