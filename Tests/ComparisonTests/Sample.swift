import Comparison
import Project
import Publishing
import TestSupport

/// A framework that says a bit of everything, and what is changed in it.
enum Sample {
  static let files = [
    "framework/framework.yaml": """
    framework: craft
    title: Making things
    edition: 1.0.0
    language: en-GB
    status: published
    issued: 2026-01-01
    publisher: A guild
    base: https://example.org/craft/
    kinds:
      - {id: knowledge, title: Knowledge, stem: Know that}
      - {id: skill, title: Skill, stem: Know how to}
    phases:
      - {id: first, title: First year, months: 12, requirement: mandatory}
      - {id: second, title: Second year, months: 12, requirement: mandatory}
      - {id: later, title: Later years, months: 36, requirement: optional}
      - {id: guest, title: Guest year, months: 12, requirement: offered}
    specialisms:
      - {id: glass, title: Glass, phase: later}
    roles:
      - {id: maker, title: Maker}
      - {id: judge, title: Judge, not-also: [maker]}
      - {id: master, title: Master}
    evidence:
      - {id: piece, title: Piece of work, completed-by: maker}
      - {id: visit, title: Visit, completed-by: judge}
    levels:
      - {id: basic, title: Basic}
      - {id: fine, title: Fine}
    results:
      - {id: passed, title: Passed}
    retired:
      - {id: OLD-1, because: It was old., replaced-by: W-1.1}
    """,
    "framework/domain.yaml": """
    domain: wood
    title: Wood
    outcomes:
      - id: W-1
        title: Chooses wood
        statements:
          - id: W-1.1
            kind: knowledge
            text: green wood shrinks as it dries in a shed
            phase: first
            tags: [drying]
          - id: W-1.2
            kind: skill
            text: choose a board for a table by its grain
            phase: second
            roles: [maker, judge]
            levels: {maker: basic}
            relies-on: [W-1.1]
            evidence: {any-of: [piece, visit], at-least: 2, observers: 2}
            alternative: a talk about a board
            progression: {fine: chooses without help}
            aligns: [{to: guild/1, relation: related, because: A guild cares.}]
          - id: W-1.3
            kind: skill
            text: stack boards so that air reaches all of them
            phase: first
          - id: W-1.4
            kind: skill
            text: repair a cracked board with a key of harder wood
            phase: later
            specialism: glass
          - id: W-1.5
            kind: skill
            text: burn what is left
            phase: first
            status: {is: withdrawn, since: 2026-01-01, because: It smokes.}
      - id: W-2
        title: Joins wood
        statements:
          - {id: W-2.1, kind: skill, text: cut a joint that holds without any glue, phase: first}
    """,
    "framework/metal.yaml": """
    domain: metal
    title: Metal
    outcomes:
      - id: M-1
        title: Works hot metal
        statements:
          - {id: M-1.1, kind: skill, text: tell the heat of iron by its colour, phase: later}
    """,
    "framework/process.yaml": """
    duties:
      - {id: time, title: Time, text: Each maker has a day a week to learn., owner: master, phases: [first]}
    """,
    "framework/reviews.yaml": """
    reviews:
      - {id: half, title: Half-way, month: 6, attends: [maker, judge], covers: [first], results: [passed]}
      - {id: end, title: End of the year, month: 12, attends: [maker]}
    """,
    "framework/record.yaml": """
    record: look
    title: A look at the work
    completed-by: judge
    reviews: [half]
    fields:
      - {name: day, title: Day, type: date, required: yes}
      - {name: rating, title: Rating, type: choice, choices: [good, poor]}
      - {name: note, title: Note, type: text}
      - {name: codes, title: Codes, type: statements}
    """,
    "framework/guild.yaml": """
    crosswalk: guild
    title: The guild's rules
    publisher: The guild
    version: 3
    items: [{id: 1, title: Care}, {id: 2, title: Thrift}]
    """,
    "framework/glossary.yaml": """
    glossary:
      - {term: grain, definition: The way in which fibres run.}
    """,
    "seeds/book.yaml": """
    source: book
    title: A book on wood
    publisher: A printer
    date: 2001
    facts: [{number: 1, text: Wood moves.}]
    """,
  ]

  /// What changed from the sample to the sample with edits, each of which has to find its text.
  static func comparison(_ edits: [Edit]) throws -> Comparison {
    try comparison(from: [], to: edits)
  }

  /// What changed between two edited samples.
  static func comparison(from earlier: [Edit], to later: [Edit]) throws -> Comparison {
    try Project.compare(project(earlier), project(later))
  }

  private static func project(_ edits: [Edit]) throws -> Project {
    var edited = files
    for edit in edits {
      if edit.old.isEmpty {
        edited[edit.file] = edit.new
      } else {
        guard let text = edited[edit.file], text.contains(edit.old) else {
          throw NotFound(text: edit.old)
        }
        edited[edit.file] = text.replacing(edit.old, with: edit.new)
      }
    }
    let disk = MemoryFileSystem()
    for (path, text) in edited where !text.isEmpty { disk.put(text, at: "p/" + path) }
    return Project(folder: "p", fileSystem: disk)
  }

  struct NotFound: Error { let text: String }
}

/// A text that is put in the place of another in a file; an empty old one stands for the whole file.
struct Edit: Sendable {
  let file: String
  let old: String
  let new: String

  init(_ file: String, _ old: String, _ new: String) {
    self.file = file.hasPrefix("seeds/") ? file : "framework/" + file
    self.old = old
    self.new = new
  }
}
