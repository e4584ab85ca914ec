import Compilation
import Model
import Project
import Session
import TestSupport
import Testing

@Suite struct `What a framework's links lead to` {
  private func framework() throws -> Framework {
    let head = """
      framework: test
      title: Test
      edition: 1.0.0
      language: en-GB
      phases: [{id: early, title: Early}, {id: late, title: Late}]
      roles: [{id: guide, title: Guide}, {id: judge, title: Judge}]
      levels: [{id: sure, title: Sure}]

      """
    let domain = """
      domain: body
      title: Body
      outcomes:
        - id: O-1
          title: Outcome
          statements:
            - {id: S-1, text: one, phase: early}
            - {id: S-2, text: two, phase: early, relies-on: [S-1], after: [S-1]}
            - {id: S-3, text: three, phase: early, roles: [judge], after: [S-2, O-2], notes: {guide: Ask.}}
            - id: S-4
              text: four
              phase: early
              relies-on: [S-1, S-3]
              levels: {judge: sure}
              progression: {late: more}
        - {id: O-2, title: Other, statements: [{id: S-5, text: five, phase: early}]}

      """
    let disk = ProjectSample.disk(domain: domain, ["p/framework/framework.yaml": head])
    let snapshot = try Project(folder: "p", fileSystem: disk).check()
    return try #require(snapshot.framework)
  }

  @Test func `are read backwards, each once and in order`() throws {
    let links = try framework().links
    #expect(links.usedBy(Ref(0)).map(\.index) == [1, 3])
    #expect(links.usedBy(Ref(1)).map(\.index) == [2])
    #expect(links.usedBy(Ref(2)).map(\.index) == [3])
    #expect(links.usedBy(Ref(3)).isEmpty)
  }

  @Test func `are found by their ids`() throws {
    let framework = try framework()
    for subject in framework.contents.subjects {
      #expect(framework.links.subject(withID: framework.id(of: subject)) == subject)
    }
    for id in ["", "S-", "S-6", "s-1", "S-11", "S-1\0"] {
      #expect(framework.links.subject(withID: id) == nil)
    }
  }
}
