import Coverage
import Model
import TestSupport
import Testing

@Suite struct `The coverage of sources and crosswalks` {
  private static let text = """
    -- framework/domain.yaml --
    domain: body
    title: Body
    outcomes:
      - id: B-1
        title: Outcome
        statements:
          - {id: B-1.1, kind: skill, text: do one thing, phase: year-1, sources: [{source: book, facts: [1, 3]}], aligns: [{to: guild/b, relation: exact}]}
          - {id: B-1.2, kind: skill, text: do another, phase: year-1, sources: [book, {source: book, facts: [3]}], aligns: [{to: guild/b, relation: related}]}
    -- framework/guild.yaml --
    crosswalk: guild
    title: The guild's rules
    publisher: The guild
    version: "3"
    items: [{id: a, title: Care, declined: It is *not* ours.}, {id: b, title: Thrift}, {id: c, title: Quiet}]
    -- framework/history.yaml --
    history:
      - {date: 2020, title: It began, text: Somebody began it., sources: [{source: book, facts: [1]}]}
    -- seeds/book.yaml --
    source: book
    title: A book
    publisher: A printer
    date: 2001
    kind: research
    rights: All rights reserved
    facts:
      - {number: 1, text: Wood **moves**.}
      - {number: 2, text: Wood burns., declined: It concerns stoves.}
      - {number: 3, text: Oak is hard.}
      - {number: 10, text: Nobody cites this.}
    -- seeds/short.yaml --
    source: short
    title: A leaflet
    publisher: A printer
    date: 2001
    kind: research
    rights: All rights reserved
    """

  private func coverage(only ids: Set<String>? = nil) throws -> Coverage {
    Coverage(try Fixture(Self.text).framework().contents, only: ids)
  }

  private func fates(_ document: Coverage.Document) -> [String] {
    document.parts.map { part in
      switch part.fate {
      case .used(let users): "\(part.code) \(part.text) used: \(users.joined(separator: ", "))"
      case .declined(let reason): "\(part.code) \(part.text) declined: \(reason)"
      case .open: "\(part.code) \(part.text) open"
      }
    }
  }

  @Test func `says what becomes of each fact and item`() throws {
    let documents = try coverage().documents
    #expect(documents.map(\.id) == ["book", "short", "guild"])
    #expect(documents.map(\.kind.rawValue) == ["source", "source", "crosswalk"])
    #expect(
      fates(documents[0]) == [
        "1 Wood moves. used: B-1.1, history: It began",
        "2 Wood burns. declined: It concerns stoves.",
        "3 Oak is hard. used: B-1.1, B-1.2", "10 Nobody cites this. open",
      ])
    #expect(documents[0].citedAsWhole == ["B-1.2"])
    #expect(fates(documents[1]).isEmpty)
    #expect(
      fates(documents[2]) == [
        "a Care declined: It is not ours.", "b Thrift used: B-1.1, B-1.2", "c Quiet open",
      ])
  }

  @Test func `counts what is used, declined and open`() throws {
    let coverage = try coverage()
    let counts = coverage.documents.map {
      "\($0.counts.used) \($0.counts.declined) \($0.counts.open)"
    }
    #expect(counts == ["2 1 1", "0 0 0", "1 1 1"])
    #expect(coverage.openCount == 2)
  }

  @Test func `is of the sources and crosswalks that are named`() throws {
    #expect(try coverage(only: ["guild"]).documents.map(\.id) == ["guild"])
    #expect(try coverage(only: ["guild"]).openCount == 1)
    #expect(try coverage(only: ["guild", "book"]).documents.map(\.id) == ["book", "guild"])
    #expect(try coverage(only: []).documents.isEmpty)
  }

  @Test func `is a line for each, with the figures under one another`() throws {
    #expect(
      try coverage().text(inFull: false) == """
        book   4 facts: 2 used, 1 declined, 1 open
        short  0 facts: 0 used, 0 declined, 0 open
        guild  3 items: 1 used, 1 declined, 1 open

        2 are neither used nor declined.
        """)
  }

  @Test func `is shown in full`() throws {
    #expect(
      try coverage(only: ["book"]).text(inFull: true) == """
        book: A book
        4 facts: 2 used, 1 declined, 1 open
        as a whole: B-1.2

          1  Wood moves.
              used by B-1.1, history: It began

          2  Wood burns.
              declined: It concerns stoves.

          3  Oak is hard.
              used by B-1.1, B-1.2

          10  Nobody cites this.
              OPEN: neither used nor declined

        1 is neither used nor declined.
        """)
  }

  @Test func `says when nothing is open, or nothing is there`() throws {
    #expect(
      try coverage(only: ["short"]).text(inFull: false).hasSuffix(
        "Everything is used or declined with a reason."))
    #expect(
      Coverage(Contents()).text(inFull: false) == "The framework names no source and no crosswalk.")
    #expect(Coverage(Contents()).openCount == 0)
  }

  @Test func `is the same as JSON`() throws {
    let json = String(decoding: try coverage(only: ["guild"]).json, as: UTF8.self)
    let packed = json.split(whereSeparator: \.isNewline).map { $0.drop { $0 == " " } }.joined()
    #expect(
      packed
        == #"{"open": 1,"documents": [{"kind": "crosswalk","id": "guild","title": "The guild's rules","citedAsWhole": [],"parts": [{"code": "a","text": "Care","fate": "declined","because": "It is not ours."},{"code": "b","text": "Thrift","fate": "used","by": ["B-1.1","B-1.2"]},{"code": "c","text": "Quiet","fate": "open"}]}]}"#
    )
  }
}
