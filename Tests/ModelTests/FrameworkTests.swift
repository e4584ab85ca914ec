import Model
import TestSupport
import Testing

@Suite struct `A framework` {
  private let framework: Framework
  private var contents: Contents { framework.contents }

  init() throws {
    framework = try Fixture(Sample.text).framework()
  }

  private func statement(_ id: String) throws -> Ref<Statement> {
    let subject = try #require(framework.links.subject(withID: id))
    guard case .statement(let ref) = subject else { throw NoStatement() }
    return ref
  }

  private struct NoStatement: Error {}

  private func ids(_ refs: some Sequence<Ref<Statement>>) -> [String] {
    refs.map { contents.statements[$0].id }
  }

  private func source(_ id: String) throws -> Ref<Source> {
    try #require(contents.sources.entries.first { $0.element.id == id }?.ref)
  }

  @Test func `finds everything with an id by it`() throws {
    let expected: [(id: String, title: String, sort: String)] = [
      ("craft", "Making things", "framework"), ("skill", "Skill", "kind"),
      ("second", "Second year", "phase"), ("glass", "Glass", "specialism"),
      ("judge", "Judge", "role"), ("piece", "Piece of work", "evidence"), ("fine", "Fine", "level"),
      ("passed", "Passed", "result"), ("metal", "Metal", "domain"),
      ("W-2", "Joins wood", "outcome"), ("W-1.1", "choose a *dry* board", "statement"),
      ("time", "Time", "duty"), ("half", "Half-way", "review"),
      ("look", "A look at the work", "record"), ("book", "A book", "source"),
      ("guild", "The guild's rules", "crosswalk"),
    ]
    for (id, title, sort) in expected {
      let subject = try #require(framework.links.subject(withID: id), "\(id)")
      #expect(framework.id(of: subject) == id)
      #expect(framework.title(of: subject) == title)
      #expect(contents.id(of: subject) == id)
      #expect(contents.title(of: subject) == title)
      #expect(subject.sort == sort)
    }
    for id in ["", "W-1.", "W-1.12", "w-1.1", "craft ", "crafts", "day", "a"] {
      #expect(framework.links.subject(withID: id) == nil)
    }
  }

  @Test func `lists all that has an id, each once`() {
    let subjects = contents.subjects
    #expect(Set(subjects).count == subjects.count)
    #expect(subjects.first == .framework)
    let ids = subjects.map { contents.id(of: $0) }
    #expect(Set(ids).count == ids.count)
    // The framework, a kind, five phases, a specialism, two roles, one of evidence, level and result each, two domains, three
    // outcomes, four statements, a duty, nine reviews, a record, two sources and a crosswalk.
    #expect(ids.count == 1 + 1 + 5 + 1 + 2 + 3 + 2 + 3 + 4 + 1 + 9 + 1 + 2 + 1)
  }

  @Test func `knows what relies on a statement or comes after it, each once`() throws {
    #expect(ids(framework.links.usedBy(try statement("W-1.1"))) == ["M-1.1", "W-1.2"])
    #expect(ids(framework.links.usedBy(try statement("W-1.2"))) == ["W-2.1"])
    #expect(ids(framework.links.usedBy(try statement("M-1.1"))).isEmpty)
  }

  @Test func `knows what cites a source, each once`() throws {
    #expect(ids(framework.links.citedBy(try source("book"))) == ["W-1.1", "W-1.2"])
    #expect(framework.links.citedBy(try source("book")).count == 2)
    #expect(framework.links.citedBy(try source("unread")).isEmpty)
    #expect(framework.links.citedBy(try source("unread")).count == 0)
  }

  @Test func `knows what is aligned to each item`() throws {
    let guild = Ref<Crosswalk>(0)
    func aligned(_ item: Int) -> [String] {
      framework.links.alignedTo(guild, item: item).map { aligned in
        let statement = contents.statements[aligned.statement]
        return "\(statement.id) \(statement.alignments[aligned.alignment].relation.rawValue)"
      }
    }
    #expect(aligned(0) == ["W-2.1 related"])
    #expect(aligned(1) == ["W-1.2 broader", "W-2.1 exact"])
    #expect(aligned(2).isEmpty)
    #expect((0..<3).map { framework.links.alignedTo(guild, item: $0).count } == [1, 2, 0])
  }

  @Test func `finds a fact by its number, in whatever order they stand`() throws {
    let book = contents.sources[try source("book")]
    #expect(
      [1, 2, 7].map { book.fact(numbered: $0)?.text.markdown } == [
        "Wood moves.", "Wood burns.", "Oak is hard.",
      ])
    for number in [0, 3, 8, -1] { #expect(book.fact(numbered: number) == nil) }
    #expect(book.facts.place(ofNumber: 7) == 2)
  }

  @Test func `knows which facts are cited, and by what`() throws {
    let facts = CitedFacts(contents)
    let book = try source("book")
    func names(_ citers: [Citer]) -> [String] {
      citers.map { citer in
        switch citer {
        case .subject(let subject): contents.id(of: subject)
        case .event(let place): "event \(place)"
        }
      }
    }
    // By place in the record: fact 2, fact 1, fact 7.
    #expect(names(facts.citers(of: book, fact: 0)) == ["event 0"])
    #expect(names(facts.citers(of: book, fact: 1)) == ["W-1.2", "time"])
    #expect(Set(names(facts.citers(of: book, fact: 2))) == ["W-1.2"])
    #expect(names(facts.citers(ofWhole: book)) == ["W-1.1"])
    #expect(facts.citers(ofWhole: try source("unread")).isEmpty)
  }

  @Test func `is none if there is an error`() {
    let text = Sample.text.replacing("relies-on: [W-1.2]", with: "relies-on: [W-9.9]")
    #expect(throws: Fixture.HasErrors.self) { try Fixture(text).framework() }
  }
}

@Suite struct `The timeline of the phases` {
  private let contents: Contents

  init() throws {
    contents = try Fixture(Sample.text).framework().contents
  }

  @Test func `ends with the first phase that has no length`() {
    let spans = contents.timeline.spans.map {
      "\(contents.phases[$0.phase].id) \($0.start)-\($0.end.map(String.init) ?? "")"
    }
    #expect(spans == ["first 0-12", "second 12-18", "third 18-30", "open 30-"])
    // The last that everybody goes through ends after twelve and six months.
    #expect(contents.timeline.mandatoryMonths == 18)
  }

  @Test func `says to which phase a month belongs`() {
    let spans = contents.timeline.spans
    func phase(of month: Int) -> [String] {
      spans.filter { $0.holds(month: month) }.map { contents.phases[$0.phase].id }
    }
    #expect(
      [1, 12, 13, 18, 19, 30, 31, 600].map(phase) == [
        ["first"], ["first"], ["second"], ["second"], ["third"], ["third"], ["open"], ["open"],
      ])
    #expect(phase(of: 0).isEmpty)
    #expect(spans.map(\.firstMonth) == [0, 13, 19, 31])
  }

  @Test func `is empty without phases`() {
    let contents = Contents()
    #expect(contents.timeline.spans.isEmpty)
    #expect(contents.timeline.mandatoryMonths == 0)
    #expect(contents.subjects == [.framework])
  }

  /// From docs/records.md: what a review looks at.
  @Test(arguments: [
    // It covers nothing: all whose phase has begun. Without a phase a statement has begun from the start.
    ("start", ["M-1.1", "W-1.1"]), ("half", ["M-1.1", "W-1.1"]), ("edge", ["M-1.1", "W-1.1"]),
    ("next", ["M-1.1", "W-1.1", "W-1.2"]),
    // A phase that is named counts whole, and nothing else, however late it is.
    ("first-only", ["W-1.1"]), ("two", ["M-1.1", "W-1.2"]),
    // A domain or outcome counts as far as the phases have begun.
    ("wood-early", ["W-1.1", "W-1.2"]), ("outcome-early", []), ("outcome-late", ["W-2.1"]),
  ])
  func `decides what a review looks at`(id: String, statements: [String]) throws {
    let review = try #require(contents.reviews.entries.first { $0.element.id == id }?.ref)
    let scope = ReviewScope(contents, review)
    let covered = contents.statements.filter { scope.contains($0) }.map(\.id)
    #expect(covered.sorted() == statements)
  }
}
