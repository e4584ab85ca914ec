import Model
import Output
import TestSupport
import Testing

@testable import Schemas

enum Sample {
  /// `more` goes on from the head.
  static func text(_ more: String = "") -> String {
    """
    -- framework/framework.yaml --
    framework: care
    title: Care
    edition: 2.0.0
    language: en-GB
    \(more)
    kinds:
      - {id: skill, title: Skill, stem: Know how to}
    phases:
      - {id: year-1, title: First year, months: 12}
      - {id: year-2, title: Second year, requirement: optional}
    specialisms:
      - {id: court, title: Court work, phase: year-2}
    roles:
      - {id: worker, title: Worker}
      - {id: assessor, title: Assessor, not-also: [worker]}
    evidence:
      - {id: observation, title: Observation, completed-by: assessor}
      - {id: feedback, title: Feedback}
    levels:
      - {id: basic, title: Basic}
    results:
      - {id: on-track, title: On track}
    -- framework/domain.yaml --
    domain: talk
    title: Talking
    outcomes:
      - id: A-1
        title: Listens
        statements:
          - {id: A-1.1, kind: skill, text: "say \\"*no*\\" – [[A-1.2]]", phase: year-1, sources: [{source: book, facts: [1], at: page 3}]}
          - id: A-1.2
            kind: skill
            text: speak in court
            phase: year-2
            specialism: court
            roles: [worker]
            levels: {worker: basic}
            relies-on: [A-1.1]
            after: [A-2]
            evidence: {any-of: [observation, feedback], at-least: 2, observers: 1}
            builds-on: what was learned
            alternative: a film
            progression: {basic: with help}
            notes: {assessor: Ask twice.}
            examples: [{setting: a home, text: They talk.}]
            aligns: [{to: guild/1, relation: narrower, because: It is a part.}]
            tags: [law, été]
          - {id: A-1.3, kind: skill, text: sort the post, phase: year-1, status: {is: superseded, since: 2026-01-01, because: No., replaced-by: A-1.1}}
      - id: A-2
        title: Speaks
        statements:
          - {id: A-2.1, kind: skill, text: explain, phase: year-1}
    -- framework/process.yaml --
    reviews:
      - {id: r3, title: Three months, month: 3, covers: [year-1, talk]}
    -- framework/look.yaml --
    record: look
    title: A look back
    fields:
      - {name: went-well, title: What went well, type: text, required: yes}
      - {name: day, title: Day, type: date}
      - {name: mood, title: Mood, type: choice, choices: [good, mixed]}
      - {name: again, title: Again, type: yes-no}
      - {name: seen, title: Seen, type: statements}
      - {name: signed, title: Signed, type: signature}
    -- framework/guild.yaml --
    crosswalk: guild
    title: The guild's rules
    publisher: The guild
    version: "3"
    items: [{id: "1", title: Care}]
    -- seeds/book.yaml --
    source: book
    title: A book
    publisher: A printer
    date: 2001-02
    kind: law
    rights: All rights reserved
    facts: [{number: 1, text: Wood *moves*.}]
    """
  }

  /// The least that is a framework.
  static let least = """
    -- framework/framework.yaml --
    framework: little
    title: Little
    edition: 1.0.0
    language: en-GB
    """

  static func files(_ text: String = text()) throws -> [String: [UInt8]] {
    let framework = try Fixture(text).framework()
    let files = Schemas.data.plan(framework) + Schemas.format.plan(framework)
    return Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.bytes()) })
  }

  static func json(_ path: String, _ text: String = text()) throws -> Parsed {
    try Parsed(try #require(try files(text)[path], "\(path)"))
  }
}
