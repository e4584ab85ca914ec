import Model
import TestSupport
import Testing

@testable import Handbook

@Suite struct `What a page shares out` {
  private static let roles = """
    roles:
      - {id: worker, title: Worker}
      - {id: coach, title: Coach}
      - {id: employer, title: Employer}

    """

  private func ids(_ site: Site, _ role: Int) -> [String] {
    site.index.statements(for: Ref(role)).map { site.contents.statements[$0].id }
  }

  @Test func `to a role is all, what is noted, or nothing`() throws {
    let sample = Sample(Self.roles, count: 3) { number in
      number == 2 ? "text: thing, notes: {coach: Ask.}" : "text: thing"
    }
    sample.disk.put(
      "duties: [{id: d, title: D, text: Time., owner: employer}]", at: "p/framework/d.yaml")
    let site = try #require(sample.site)
    #expect(ids(site, 0) == ["S-1", "S-2", "S-3"])
    #expect(ids(site, 1) == ["S-2"])
    #expect(ids(site, 2) == [])
  }

  @Test func `to a role is what its author says`() throws {
    let roles = Self.roles.replacing("Worker}", with: "Worker, statements: none}")
      .replacing("Coach}", with: "Coach, statements: all}")
      .replacing("Employer}", with: "Employer, statements: noted}")
    let sample = Sample(roles, count: 3) { number in
      number == 2 ? "text: thing, roles: [worker, employer], notes: {coach: Ask.}" : "text: thing"
    }
    let site = try #require(sample.site)
    #expect(ids(site, 0) == [])
    #expect(ids(site, 1) == ["S-1", "S-3"])
    #expect(ids(site, 2) == ["S-2"])
  }

  @Test(arguments: [12, 13, 400, 401, 900])
  func `is divided without loss`(count: Int) throws {
    let sample = Sample("phases: [{id: p1, title: One}, {id: p2, title: Two}]\n", count: count) {
      "text: thing \($0)" + ($0 % 99 == 0 ? "" : ", phase: p\($0 > 850 ? 2 : 1)")
    }
    let site = try #require(sample.site)
    let all = Array(site.contents.statements.refs)
    let parts = site.parts(of: all)
    #expect(parts.flatMap(\.statements).sorted() == all)
    #expect(Set(parts.map(\.key)).count == parts.count)
    #expect(parts.allSatisfy { $0.statements.count <= Site.mostOnOnePage })
  }

  @Test func `of a long phase has pages of its own`() throws {
    let sample = Sample("phases: [{id: p1, title: One}]\n", count: 401) {
      "text: thing \($0), phase: p1"
    }
    let files = try sample.build()
    #expect(files["handbook/phases/p1_body_1.html"]?.contains("id=\"S-400\"") == false)
    #expect(files["handbook/phases/p1_body_2.html"]?.contains("S-401") == true)
    #expect(files["handbook/phases/p1.html"]?.contains("S-401") == false)
    #expect(files["handbook/phases/p1.html"]?.contains("phases/p1_body_2.html") == true)
    #expect(files["handbook/domains/body.html"]?.contains("S-401") == false)
  }

  @Test(arguments: [(2, 1), (3, 3), (4, 6), (8, 28), (9, 0), (50, 0)])
  func `between roles is bounded`(roles: Int, pages: Int) throws {
    let list = (1...roles).map { "  - {id: r\($0), title: R\($0)}\n" }.joined()
    let site = try #require(Sample("roles:\n" + list, count: 1) { _ in "text: thing" }.site)
    #expect(site.roleComparisons.count == pages)
  }

  @Test func `between phases is about neighbours`() throws {
    let list = (1...9).map { "  - {id: p\($0), title: P\($0)}\n" }.joined()
    let sample = Sample("phases:\n" + list, count: 1) { _ in "text: thing, phase: p1" }
    #expect(try #require(sample.site).phaseComparisons.count == 8)
    #expect(try sample.build()["handbook/compare/p1_p2.html"]?.contains("S-1") == true)
  }

  @Test func `of a phase with many statements goes by domain, and by phase within it`() throws {
    let sample = Sample("phases: [{id: p1, title: One}, {id: p2, title: Two}]\n", count: 405) {
      "text: thing \($0), phase: p\($0 % 101 == 0 ? 1 : 2)"
    }
    let site = try #require(sample.site)
    let parts = site.parts(of: Array(site.contents.statements.refs))
    #expect(parts.map(\.key) == ["body_1", "body_2"] && parts.allSatisfy(\.isByPhase))
    #expect(parts[0].statements.prefix(5).map(\.index) == [100, 201, 302, 403, 0])
  }

  @Test func `of a long phase has neighbouring domains together`() throws {
    let domains = ["a", "b", "c"].map { name in
      let lines = (1...190).map { "      - {id: S-\(name)\($0), text: thing, phase: p1}\n" }
        .joined()
      return (
        "framework/\(name).yaml",
        "domain: \(name)\ntitle: T\(name)\noutcomes:\n  - id: O-\(name)\n    title: O\n    statements:\n\(lines)"
      )
    }
    let sample = Sample(
      "phases: [{id: p1, title: One}]\n", domain: domains[2].1,
      Dictionary(uniqueKeysWithValues: domains.dropLast()))
    let site = try #require(sample.site)
    #expect(site.longParts(of: Ref(0)).map(\.title) == ["Ta – Tb", "Tc"])
    #expect(site.longParts(of: Ref(0)).map(\.key) == ["a", "c"])
  }
}
