import Compilation
import Diagnostics
import Disk
import Project
import Session
import TestSupport
import Testing

@Suite struct `Fixing a project` {
  private func project(_ disk: MemoryFileSystem) -> Project {
    Project(folder: "p", fileSystem: disk)
  }

  @Test func `changes nothing until it is written`() throws {
    let broken = ProjectSample.domain.replacing("title: Rel", with: "titel: Rel")
    let disk = ProjectSample.disk(domain: broken)
    let fixing = try project(disk).fix(except: [])
    #expect(disk.text("p/framework/domain.yaml") == broken)
    #expect(fixing.changes.map(\.path) == ["framework/domain.yaml"])
    #expect(fixing.snapshot.diagnostics.isEmpty && fixing.appliedCount == 1)
    try project(disk).write(fixing.changes)
    #expect(disk.text("p/framework/domain.yaml") == ProjectSample.domain)
    #expect(disk.files.count == 2)
  }

  @Test func `goes on with what a fix brings to light`() throws {
    // The file cannot be read for the dash, so that the misspelt keys and reference show one after the other.
    let whole = ProjectSample.domain + "  - id: REL-2\n    title: Keeps trust\n    statements: []\n"
    let broken =
      whole
      .replacing("- id: REL-2\n", with: "-id: REL-2\n").replacing("title: Rel", with: "titel: Rel")
      .replacing("domain:", with: "domian:").replacing("text: another", with: "txet: another")
    let disk = ProjectSample.disk(domain: broken)
    let fixing = try project(disk).fix(except: [])
    try project(disk).write(fixing.changes)
    #expect(disk.text("p/framework/domain.yaml") == whole)
    #expect(fixing.appliedCount == 4)
    #expect(try project(disk).fix(except: []).changes.isEmpty)
  }

  @Test func `leaves what is known alone`() throws {
    let disk = ProjectSample.disk(
      domain: ProjectSample.domain.replacing("title: Rel", with: "titel: Rel")
        .replacing("text: another", with: "txet: another"))
    let report = try project(disk).check().report(prefix: "", isStrict: false)
    let known = Set(
      report.findings.filter { $0.diagnostic.message.contains("titel") }.map(\.fingerprint))
    #expect(known.count == 1)
    let fixing = try project(disk).fix(except: known)
    #expect(fixing.appliedCount == 1)
    let text = try #require(fixing.changes.first).new
    #expect(String(decoding: text, as: UTF8.self).contains("titel: Rel"))
  }

  @Test func `keeps no fix that makes a file unreadable`() throws {
    let broken = ProjectSample.domain.replacing("phase: year-1}", with: "relies-on: '\"x'}")
      .replacing("title: Rel", with: "titel: Rel")
    let disk = ProjectSample.disk(domain: broken)
    let fixing = try project(disk).fix(except: [])
    #expect(fixing.snapshot.unread.isEmpty)
    for change in fixing.changes {
      #expect(String(decoding: change.new, as: UTF8.self).contains("'\"x'"))
    }
  }

  @Test func `mends templates of the project and no other file of it`() throws {
    let disk = ProjectSample.disk([
      "p/templates/checklists/checklist.md.mustache": "# {{{codeHeading}}}\n",
      "p/templates/handbook/assets/notes.txt": "titel: {{{title}}}",
    ])
    let fixing = try project(disk).fix(except: [])
    #expect(fixing.changes.map(\.path) == ["templates/checklists/checklist.md.mustache"])
    try project(disk).write(fixing.changes)
    #expect(disk.text("p/templates/checklists/checklist.md.mustache") == "# {{codeHeading}}\n")
  }

  @Test(arguments: [0, 1])
  func `leaves all files as they were when the disk is full`(writes: Int) throws {
    let disk = ProjectSample.disk(
      domain: ProjectSample.domain.replacing("title: Rel", with: "titel: Rel"))
    disk.put(
      ProjectSample.framework.replacing("title: T", with: "titel: T"),
      at: "p/framework/framework.yaml")
    let before = disk.files
    let fixing = try project(disk).fix(except: [])
    #expect(fixing.changes.count == 2)
    disk.fillUp(after: writes)
    #expect(throws: MachineFailure.self) { try project(disk).write(fixing.changes) }
    #expect(disk.files == before)
  }
}

@Suite struct `The way from the repository to the project` {
  private func prefix(_ folder: String, _ files: [String]) -> String {
    let disk = MemoryFileSystem(Dictionary(uniqueKeysWithValues: files.map { ($0, "") }))
    return Project(folder: folder, fileSystem: disk).repositoryPrefix
  }

  @Test func `starts where Git's folder is`() {
    #expect(prefix("r/f/p", ["r/.git/HEAD", "r/f/p/framework/a.yaml"]) == "f/p/")
    #expect(prefix("r/f/p", [".git/HEAD", "r/f/p/framework/a.yaml"]) == "r/f/p/")
    #expect(prefix("r/p/", ["r/p/.git/HEAD", "r/p/framework/a.yaml"]) == "")
    #expect(prefix("r/p", ["r/.git/HEAD", "r/p/.git", "r/p/framework/a.yaml"]) == "")
    #expect(prefix("./r//p", ["r/.git", "r/p/framework/a.yaml"]) == "p/")
  }

  @Test func `starts at the current folder without one`() {
    #expect(prefix("r/p", ["r/p/framework/a.yaml"]) == "r/p/")
    #expect(prefix(".", ["framework/a.yaml"]) == "")
    #expect(prefix("nowhere", ["framework/a.yaml"]) == "")
  }
}
