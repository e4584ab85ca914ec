import Compilation
import Diagnostics
import Disk
import Output
import Project
import Session
import TestSupport
import Testing

@Suite struct `A session` {
  private let disk = ProjectSample.disk()
  private var project: Project { Project(folder: "p", fileSystem: disk) }

  /// What a session knows has to be what a new one finds.
  private func expectFresh(_ session: Session) throws {
    let fresh = try Session(project)
    func told(_ session: Session) -> [String] {
      session.snapshot.diagnostics.map {
        "\($0.rule.code) \($0.message) \(String(describing: $0.range))"
      }
    }
    #expect(told(session) == told(fresh))
    let files = try fresh.outputs?.files()
    #expect((session.outputs == nil) == (files == nil))
    for file in files ?? [] {
      #expect(session.output(at: file.path) == file.bytes(), "\(file.path)")
    }
  }

  @Test func `makes each output that a build writes, alone`() throws {
    let session = try Session(project)
    try expectFresh(session)
    for path in ["handbook/statements/REL-9.html", "nothing.txt", "handbook/index", "checklists/"] {
      #expect(session.output(at: path) == nil)
    }
  }

  @Test(
    arguments: [
      ("one thing", "some thing"), ("REL-1.2", "REL-1.3"), ("title: Relationships", "title: Ties"),
      ("phase: year-1", "phase: year-9"), ("domain:", "domian:"), ("text: one", "text: [one"),
    ])
  func `knows after an edit what a new one finds`(before: String, after: String) throws {
    let session = try Session(project)
    let edited = ProjectSample.domain.replacing(before, with: after)
    #expect(edited != ProjectSample.domain)
    disk.put(edited, at: "p/framework/domain.yaml")
    try session.update(["framework/domain.yaml"])
    try expectFresh(session)
    disk.put(ProjectSample.domain, at: "p/framework/domain.yaml")
    try session.update(["framework/domain.yaml"])
    #expect(session.snapshot.diagnostics.errorCount == 0)
    try expectFresh(session)
  }

  @Test func `knows of files that come and go`() throws {
    let session = try Session(project)
    let more = ProjectSample.domain.replacing("REL", with: "ABC").replacing(
      "domain: relationships", with: "domain: another")
    disk.put(more, at: "p/framework/a.yaml")
    try session.update(["framework/a.yaml"])
    #expect(session.output(at: "handbook/statements/ABC-1.1.html") != nil)
    try expectFresh(session)
    try disk.remove("p/framework/a.yaml", below: "p")
    try session.update(["framework/a.yaml"])
    #expect(session.output(at: "handbook/statements/ABC-1.1.html") == nil)
    try expectFresh(session)
  }

  @Test func `knows of a project's own templates and assets`() throws {
    let session = try Session(project)
    disk.put("Own: {{opening.title}}", at: "p/templates/checklists/checklist.md.mustache")
    disk.put("body {}", at: "p/templates/handbook/assets/style.css")
    try session.update()
    #expect(session.output(at: "checklists/phases/year-1.md") == Array("Own: First year".utf8))
    try expectFresh(session)
    disk.put("Own: {{titel}}", at: "p/templates/checklists/checklist.md.mustache")
    try session.update(["templates/checklists/checklist.md.mustache"])
    #expect(session.snapshot.diagnostics.map(\.rule.name) == ["unknown-variable"])
  }

  @Test func `reads only what has changed`() throws {
    let counting = CountingFileSystem(disk)
    let session = try Session(Project(folder: "p", fileSystem: counting))
    counting.reset()
    try session.update(["framework/domain.yaml"])
    #expect(counting.paths == ["p/framework/domain.yaml"])
  }
}
