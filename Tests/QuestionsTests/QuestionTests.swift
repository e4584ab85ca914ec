import Analysis
import Diagnostics
import Grammar
import Questions
import Syntax
import TestSupport
import Testing

@Suite struct `A question about a framework` {
  private let files = [
    "framework/framework.yaml": """
    framework: test
    title: Test
    edition: 1.0.0
    language: en-GB
    kinds: [{id: fact, title: Fact}, {id: skill, title: Skill}]
    phases: [{id: year-1, title: First year}, {id: year-2, title: Second year}]
    evidence: [{id: visit, title: A visit}]

    """,
    "framework/domain.yaml": """
    domain: trust
    title: Trust
    outcomes:
      - id: T-1
        title: Builds trust
        statements:
          - {id: T-1.1, kind: fact, text: 'trust takes time, as [[T-1.1]] says', phase: year-1}
          - id: T-1.2
            kind: skill
            text: keep a promise, as [[T-1.1]] says
            phase: year-2
            relies-on: [T-1.1]
            evidence: {any-of: [visit], at-least: 2}

    """,
  ]

  private var catalogue: Catalogue {
    var sources = SourceFiles()
    for (path, text) in files.sorted(by: { $0.key < $1.key }) {
      _ = sources.add(path: path, bytes: Array(text.utf8))
    }
    return Catalogue(link(sources.files.map { declare($0, parse($0)) }), sources)
  }

  private func names(_ conditions: [Condition]) throws -> [String?] {
    try Listing(.statement, conditions, in: catalogue).found.map(\.name)
  }

  @Test func `lists what meets all conditions`() throws {
    #expect(try names([]) == ["T-1.1", "T-1.2"])
    #expect(try names([.has(key: "phase", values: ["year-2"])]) == ["T-1.2"])
    #expect(try names([.has(key: "phase", values: ["year-1", "year-2"])]) == ["T-1.1", "T-1.2"])
    #expect(try names([.without(key: "evidence")]) == ["T-1.1"])
    #expect(try names([.with(key: "evidence"), .has(key: "kind", values: ["fact"])]) == [])
    #expect(try names([.has(key: "text", values: ["PROMISE"])]) == ["T-1.2"])
  }

  @Test func `asks of what stands around a thing, and inside it`() throws {
    #expect(try names([.has(key: "domain", values: ["trust"])]) == ["T-1.1", "T-1.2"])
    #expect(try names([.has(key: "outcome", values: ["T-1"])]) == ["T-1.1", "T-1.2"])
    #expect(try names([.has(key: "at-least", values: ["2"])]) == ["T-1.2"])
  }

  @Test(arguments: [
    ("phse", "year-1", "Did you mean `phase`?"),
    ("phase", "year-3", "There is no phase \"year-3\""),
    ("kind", "skil", "Did you mean \"skill\"?"), ("at-least", "two", "is a number"),
    ("domain", "love", "There is no domain"),
  ])
  func `is refused where nothing could meet it`(key: String, value: String, says: String) {
    #expect {
      try names([.has(key: key, values: [value])])
    } throws: { error in
      (error as? QuestionFailure)?.message.contains(says) == true
    }
  }

  @Test func `shows what a thing says, and where`() throws {
    let text = try Portrait(of: "T-1.2", in: catalogue).text
    #expect(text.hasPrefix("T-1.2: a statement in T-1, in trust\nframework/domain.yaml:8\n"))
    #expect(text.contains("relies-on: T-1.1") && text.contains("Nothing refers to it."))
    #expect(throws: QuestionFailure.self) { try Portrait(of: "T-9", in: catalogue) }
  }

  @Test func `finds each use, and what would break`() throws {
    let uses = try Uses(of: "T-1.1", in: catalogue) { $0 == "T-1.1" }
    // A link to itself would go with it.
    #expect(uses.mentions.map(\.key) == [.text, .text, .reliesOn])
    #expect(uses.mentions.map(\.isLink) == [true, true, false])
    #expect(uses.text.contains("2 places would refer to nothing"))
    #expect(uses.text.contains("Its id is published"))
    let whole = try Uses(of: "T-1", in: catalogue) { _ in false }
    #expect(whole.inside.map(\.name) == ["T-1.1", "T-1.2"])
    #expect(whole.text.contains("2 things stand in it") && !whole.text.contains("refer to nothing"))
  }

  @Test func `can be about anything that the language lists`() throws {
    #expect(try Listable.entity("statements") == .statement)
    #expect(try Listable.entity("phase") == .phase)
    #expect(throws: QuestionFailure.self) { try Listable.entity("thoughts") }
    for (word, entity) in Listable.words {
      #expect(try Listable.entity(word) == entity)
      _ = try Listing(entity, [], in: catalogue)
    }
  }
}
