import Analysis
import Compilation
import Diagnostics
import Editions
import Model
import Project
import Publishing
import Session
import Syntax
import TestSupport
import Testing

@Suite struct `A recorded edition` {
  private typealias Text = ProjectTexts.Text

  private func text(_ path: String, _ text: String) -> Text { (path, Array(text.utf8)) }

  private var sources: [Text] {
    [
      text("framework/domain.yaml", ProjectSample.domain),
      text("framework/framework.yaml", ProjectSample.framework),
    ]
  }

  private func edition(_ sources: [Text], _ current: [Int?] = []) throws -> RecordedEdition {
    let number = try #require(Edition(reading: "1.0.0"))
    return RecordedEdition(edition: number, sources: sources, current: current)
  }

  private func declarations(_ sources: [Text]) -> [Declarations] {
    sources.enumerated().map { number, source in
      let file = SourceFile(id: FileID(number), path: source.path, bytes: source.bytes)
      return declare(file, parse(file))
    }
  }

  @Test func `has the contents of its sources`() throws {
    let contents = try edition(sources).contents()
    #expect(contents.identity.id == "test")
    #expect(contents.statements.count == 2)
  }

  @Test func `has one digest, however its lines end`() throws {
    let windows = sources.map { source in
      (source.path, source.bytes.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] })
    }
    #expect(try edition(windows).digest == edition(sources).digest)
    let other = [sources[0], text("framework/framework.yaml", ProjectSample.framework + "\n")]
    #expect(try edition(other).digest != edition(sources).digest)
    #expect(try edition(sources).has(windows))
    #expect(try !edition(sources).has(other))
  }

  @Test func `takes what the project has declared by the file, not by its place among others`()
    throws
  {
    let now = declarations([text("framework/a copy.yaml", "domain: wrong\ntitle: Wrong")] + sources)
    // The first file was left out, so that the others stand one place further up.
    let edition = try edition(sources, [1, 2])
    #expect(edition.contents(Array(now.dropFirst())).statements.count == 2)
    #expect(edition.contents(now).statements.count == 2)
  }

  @Test func `is found in the order of editions, in folders that are named by one`() {
    let folders = ["10.0.0", "2.0.0", "drafts", "1.10.0"].map {
      EditionFiles(name: $0, sources: sources, current: [])
    }
    #expect(
      RecordedEdition.all(folders).map(\.edition.description) == ["1.10.0", "2.0.0", "10.0.0"])
  }
}

@Suite struct `The check of editions` {
  private func rules(_ edit: (MemoryFileSystem) -> Void) throws -> [String] {
    let disk = ProjectSample.disk()
    let project = Project(folder: "p", fileSystem: disk)
    _ = try project.release(again: false)
    edit(disk)
    return try project.check().diagnostics.map(\.rule.name)
  }

  @Test func `finds nothing in what was just recorded`() throws {
    #expect(try rules { _ in } == [])
  }

  @Test func `finds an edition that was changed afterwards, and one that is gone`() throws {
    let path = "p/editions/1.0.0/framework/domain.yaml"
    #expect(
      try rules { $0.put(ProjectSample.domain.replacing("one thing", with: "x"), at: path) }
        .contains("changed-edition"))
    #expect(
      try rules { disk in
        for file in disk.files.keys where file.hasPrefix("p/editions/") {
          try? disk.remove(file, below: "p")
        }
      }.contains("changed-edition"))
  }

  @Test(arguments: [("1.0.0", true), ("1.0.1", true), ("2.0.0", false)])
  func `finds an edition that is too low for its changes`(number: String, isTooLow: Bool) throws {
    let found = try rules { disk in
      disk.put(
        ProjectSample.framework.replacing("1.0.0", with: number), at: "p/framework/framework.yaml")
      disk.put(
        ProjectSample.domain.replacing("another thing", with: "what nobody did before"),
        at: "p/framework/domain.yaml")
    }
    #expect(found.contains("edition-too-low") == isTooLow)
  }

  @Test func `finds an id that is gone, and one that names something else`() throws {
    let gone = try rules {
      $0.put(
        ProjectSample.domain.replacing("REL-1.2", with: "REL-1.3"), at: "p/framework/domain.yaml")
    }
    #expect(gone.contains("vanished-id"))
    let other = try rules {
      $0.put(
        ProjectSample.domain.replacing("REL-1.2", with: "rel-1.2"), at: "p/framework/domain.yaml")
    }
    #expect(other.contains("changed-case"))
  }
}
