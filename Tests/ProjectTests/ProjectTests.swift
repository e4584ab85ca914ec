import Disk
import Project
import TestSupport
import Testing

@Suite struct `A project's texts` {
  private func texts(_ files: [String: String], _ folder: String = "p") throws -> ProjectTexts {
    try Project(folder: folder, fileSystem: MemoryFileSystem(files)).readTexts()
  }

  @Test func `are its YAML files in the order of their paths, sources behind the framework`() throws
  {
    let read = try texts([
      "p/seeds/a.yaml": "source: a", "p/framework/domains/b.yml": "domain: b",
      "p/framework/c.yaml": "domain: c", "p/other.yaml": "x: y", "q/framework/d.yaml": "domain: d",
    ])
    #expect(
      read.sources.map(\.path) == [
        "framework/c.yaml", "framework/domains/b.yml", "seeds/a.yaml",
      ])
    #expect(read.sources.map { String(decoding: $0.bytes, as: UTF8.self) }.first == "domain: c")
  }

  @Test func `have the lock, own templates and recorded editions`() throws {
    let read = try texts([
      "p/framework/a.yaml": "framework: a", "p/framework/framework.lock": "lock",
      "p/templates/handbook/home.html.mustache": "home",
      "p/editions/1.0.0/framework/a.yaml": "framework: a",
      "p/editions/0.9.0/framework/a.yaml": "framework: old",
    ])
    #expect(read.lock == Array("lock".utf8))
    #expect(read.templates.map(\.path) == ["handbook/home.html.mustache"])
    #expect(read.editions.map(\.name) == ["0.9.0", "1.0.0"])
    #expect(
      read.editions.map { $0.sources.map(\.path) } == [["framework/a.yaml"], ["framework/a.yaml"]])
  }

  @Test(arguments: ["p/framework/a.YAML", "p/framework/a.yaml.txt", "p/seeds/a.YML"])
  func `tell of what looks like a source and is not read`(path: String) throws {
    let read = try texts(["p/framework/x.yaml": "framework: x", path: "domain: a"])
    #expect(read.sources.map(\.path) == ["framework/x.yaml"])
    #expect(read.passedOver.count == 1)
  }

  @Test func `need a folder with a framework`() {
    #expect(throws: NoFramework.self) { try texts(["p/seeds/a.yaml": "source: a"]) }
    #expect(throws: UnnamedProject.self) { try texts(["/framework/a.yaml": "domain: a"], "") }
  }

  @Test func `are read again where they have changed, and nowhere else`() throws {
    let disk = MemoryFileSystem(["p/framework/a.yaml": "one", "p/framework/b.yaml": "two"])
    let project = Project(folder: "p", fileSystem: disk)
    let first = try project.readTexts()
    disk.put("new", at: "p/framework/a.yaml")
    disk.put("also new", at: "p/framework/b.yaml")
    let second = try project.readTexts(changed: ["framework/a.yaml"], since: first)
    #expect(second.sources.map { String(decoding: $0.bytes, as: UTF8.self) } == ["new", "two"])
    let third = try project.readTexts(changed: ["framework/c.yaml"], since: first)
    #expect(third.sources.map { String(decoding: $0.bytes, as: UTF8.self) } == ["new", "also new"])
  }

  @Test func `stand below the project's folder`() {
    let disk = MemoryFileSystem(["p/framework/a.yaml": "domain: a"])
    #expect(Project(folder: "p", fileSystem: disk).own("x") == "p/x")
    #expect(Project(folder: ".", fileSystem: disk).own("x") == "x")
    #expect(Project(folder: "p", fileSystem: disk).isThere)
    #expect(!Project(folder: "q", fileSystem: disk).isThere)
  }
}
