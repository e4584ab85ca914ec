import Disk
import Output
import OutputFolder
import TestSupport
import Testing

/// Builds of three small files and a folder, ended after every possible change of the disk.
@Suite struct `An interrupted build` {
  private static let format = OutputFormat<Void>(
    id: "pages", title: "Pages", downloads: DownloadSection(title: "", summary: "")
  ) { _ in [] }

  private static let first = [
    "pages/a": "1", "pages/b": "1", "pages/same": "1", "pages/old/c": "1",
  ]
  private static let second = [
    "pages/a": "2", "pages/b": "2", "pages/same": "1", "pages/new/d": "2", "pages/new/deep/e": "2",
  ]
  private static let third = [
    "pages/a": "3", "pages/b": "1", "pages/new/d": "3", "pages/old/c": "3",
  ]

  private func build(
    _ files: [String: String], on disk: any FileSystem, force: Bool = false
  ) throws -> OutputFolder.Changes {
    try OutputFolder("out", fileSystem: disk, replacesEdited: force).replace(
      [Self.format],
      with: files.sorted { $0.key < $1.key }.map {
        PlannedFile(OutputFile(path: $0.key, bytes: Array($0.value.utf8)))
      },
      of: PublishedEdition(framework: "test", edition: "1.0.0"))
  }

  /// What a build makes that nobody disturbs.
  private func whole(_ files: [String: String]) throws -> [String: [UInt8]] {
    let disk = MemoryFileSystem()
    _ = try build(files, on: disk)
    return disk.files
  }

  /// Disks on which a second build was ended after each possible number of changes. At least so many as there are files.
  private func endedBuilds(_ body: (MemoryFileSystem, Int) throws -> Void) throws {
    var changes = 0
    while true {
      let disk = MemoryFileSystem(["out/mine": "mine"])
      _ = try build(Self.first, on: disk)
      let stopping = StoppingFileSystem(disk, after: changes)
      _ = try? build(Self.second, on: stopping)
      guard stopping.hasStopped else { break }
      try body(disk, changes)
      changes += 1
    }
    #expect(changes > 12)
  }

  @Test func `leaves the last output or the new one to the next run`() throws {
    let old = try whole(Self.first)
    let new = try whole(Self.second)
    var (oldCount, newCount) = (0, 0)
    try endedBuilds { disk, changes in
      let wasFinished = try OutputFolder("out", fileSystem: disk).finishInterrupted()
      var files = disk.files
      #expect(files.removeValue(forKey: "out/mine") == Array("mine".utf8))
      #expect(files == old || files == new, "after \(changes) changes")
      if files == new { newCount += 1 } else { oldCount += 1 }
      #expect(!wasFinished || files == new)
      #expect(try !OutputFolder("out", fileSystem: disk).finishInterrupted())
    }
    #expect(oldCount > 4 && newCount > 4)
  }

  @Test(arguments: [Self.first, Self.second, Self.third])
  func `lets the next build go through`(next: [String: String]) throws {
    let expected = try whole(next).merging(["out/mine": Array("mine".utf8)]) { $1 }
    try endedBuilds { disk, changes in
      _ = try build(next, on: disk)
      #expect(disk.files == expected, "after \(changes) changes")
    }
  }

  @Test func `may be interrupted again while it is finished`() throws {
    let expected = try whole(Self.third).merging(["out/mine": Array("mine".utf8)]) { $1 }
    try endedBuilds { disk, changes in
      for more in 0..<3 {
        _ = try? build(Self.third, on: StoppingFileSystem(disk, after: more))
      }
      _ = try build(Self.third, on: disk)
      #expect(disk.files == expected, "after \(changes) changes")
    }
  }

  @Test func `does not take what somebody has changed since`() throws {
    try endedBuilds { disk, _ in
      guard disk.files["out/.ksf-new/journal"] != nil else { return }
      disk.put("mine", at: "out/pages/a")
      let before = disk.files
      #expect(throws: EditedFiles.self) { try build(Self.third, on: disk) }
      #expect(disk.files == before)
      _ = try build(Self.third, on: disk, force: true)
      #expect(disk.files["out/pages/a"] == Array("3".utf8))
    }
  }

  @Test func `whose new files are damaged makes them again`() throws {
    let expected = try whole(Self.second).merging(["out/mine": Array("mine".utf8)]) { $1 }
    try endedBuilds { disk, changes in
      guard disk.files["out/.ksf-new/journal"] != nil else { return }
      for path in disk.files.keys
      where path.hasPrefix("out/.ksf-new/") && !path.hasSuffix("journal")
        && !path.hasSuffix("manifest.json")
      {
        disk.put("", at: path)
      }
      // An empty file of a new folder cannot be told from a whole one, but the manifest tells.
      _ = try build(Self.second, on: disk, force: true)
      #expect(disk.files == expected, "after \(changes) changes")
    }
  }

  @Test(arguments: [
    "ksf journal 1\0move\0../precious\0journal\0\(String(repeating: "0", count: 64))\0\0end\0",
    "ksf journal 1\0remove\0../precious\0\(String(repeating: "0", count: 64))\0end\0",
    "ksf journal 1\0folder\0/precious\0end\0", "ksf journal 1\0remove\0pages/a\0", "", "\0",
  ])
  func `with a damaged or forged journal does nothing of it`(journal: String) throws {
    let disk = MemoryFileSystem(["precious": "mine"])
    _ = try build(Self.first, on: disk)
    let before = disk.files
    disk.put(journal, at: "out/.ksf-new/journal")
    #expect(try !OutputFolder("out", fileSystem: disk).finishInterrupted())
    #expect(disk.files == before)
  }
}

@Suite struct `An output that somebody has changed` {
  private static let format = OutputFormat<Void>(
    id: "pages", title: "Pages", downloads: DownloadSection(title: "", summary: "")
  ) { _ in [] }

  private let disk = MemoryFileSystem()

  private func build(_ files: [String: String], force: Bool = false) throws {
    _ = try OutputFolder("out", fileSystem: disk, replacesEdited: force).replace(
      [Self.format],
      with: files.sorted { $0.key < $1.key }.map {
        PlannedFile(OutputFile(path: $0.key, bytes: Array($0.value.utf8)))
      },
      of: PublishedEdition(framework: "test", edition: "1.0.0"))
  }

  @Test(arguments: [["pages/a": "2", "pages/b": "2"], ["pages/c": "2"]])
  func `is named, and nothing is written`(next: [String: String]) throws {
    try build(["pages/a": "1", "pages/b": "1"])
    disk.put("ticked", at: "out/pages/a")
    disk.put("ticked", at: "out/pages/b")
    let before = disk.files
    let error = #expect(throws: EditedFiles.self) { try build(next) }
    #expect(error?.paths == ["out/pages/a", "out/pages/b"])
    #expect(disk.files == before)
    try build(next, force: true)
    let expected = next.map { "out/" + $0.key } + ["out/manifest.json"]
    #expect(disk.files.keys.sorted() == expected.sorted())
  }

  @Test func `is left alone if it is what would be written`() throws {
    try build(["pages/a": "1", "pages/b": "1"])
    disk.put("2", at: "out/pages/a")
    try build(["pages/a": "2", "pages/b": "2"])
    #expect(disk.files["out/pages/b"] == Array("2".utf8))
  }

  @Test func `is named in an order, and not without end`() throws {
    let many = Dictionary(uniqueKeysWithValues: (10..<60).map { ("pages/\($0)", "1") })
    try build(many)
    for path in many.keys { disk.put("ticked", at: "out/" + path) }
    let error = #expect(throws: EditedFiles.self) { try build(many) }
    let message = try #require(error?.message)
    #expect(message.contains("out/pages/10\n") && message.contains("out/pages/29\n"))
    #expect(!message.contains("out/pages/30\n") && message.contains("and 30 more"))
    #expect(message.contains("--force"))
  }
}
