import Disk
import Glibc
import Testing

@Suite struct `The machine's disk` {
  private let disk = PosixFileSystem()

  /// A folder of this test's own, which is there while the function runs.
  private func inFolder(_ body: (String) throws -> Void) throws {
    var template = Array("/tmp/ksf-disk-XXXXXX".utf8CString)
    try #require(mkdtemp(&template) != nil)
    let folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    defer { try? disk.removeFolder(folder) }
    try body(folder)
  }

  @Test func `reads what was written, in chunks or at once`() throws {
    try inFolder { folder in
      try disk.write([1, 2, 3], to: folder + "/a/b/c")
      try disk.write(to: folder + "/a/d") { give in
        give([1])
        give([])
        give([2])
      }
      #expect(try disk.read(folder + "/a/b/c") == [1, 2, 3])
      #expect(try disk.read(folder + "/a/d") == [1, 2])
      #expect(try disk.files(below: folder) == ["a/b/c", "a/d"])
      #expect(try disk.read(folder + "/nothing") == nil)
      #expect(try disk.files(below: folder + "/nothing") == nil)
    }
  }

  @Test func `removes a file and the folders that it leaves empty`() throws {
    try inFolder { folder in
      try disk.write([1], to: folder + "/a/b/c")
      try disk.write([1], to: folder + "/a/d")
      try disk.remove(folder + "/a/b/c", below: folder)
      #expect(try disk.files(below: folder) == ["a/d"])
      #expect(!disk.isThere(folder + "/a/b"))
      try disk.remove(folder + "/a/d", below: folder)
      #expect(disk.isThere(folder) && !disk.isThere(folder + "/a"))
    }
  }

  @Test func `leaves every file as it was when one of several cannot be replaced`() throws {
    try inFolder { folder in
      try disk.write([1], to: folder + "/a")
      try disk.write([1], to: folder + "/file")
      #expect(throws: MachineFailure.self) {
        try disk.replace([(folder + "/a", [2]), (folder + "/file/b", [2])])
      }
      #expect(try disk.read(folder + "/a") == [1])
      #expect(try disk.files(below: folder) == ["a", "file"])
    }
  }

  @Test func `stamps tell that a file was changed`() throws {
    try inFolder { folder in
      try disk.write([1], to: folder + "/a")
      let first = FileStamp(of: folder + "/a")
      #expect(first == FileStamp(of: folder + "/a") && first != .absent)
      try disk.write([1, 2], to: folder + "/a")
      #expect(FileStamp(of: folder + "/a") != first)
      #expect(FileStamp(of: folder + "/b") == .absent)
      #expect(
        !first.isSettled(at: first.changed) && first.isSettled(at: first.changed + 3_000_000_000))
    }
  }

  @Test func `notes what is read`() throws {
    try inFolder { folder in
      try disk.write([1], to: folder + "/a")
      let stamps = InputStamps()
      let noting = PosixFileSystem(noting: stamps)
      _ = try noting.read(folder + "/b")
      #expect(!stamps.hasUnsettled && stamps.all.map(\.stamp) == [.absent])
      _ = try noting.read(folder + "/a")
      #expect(stamps.all.map(\.path) == [folder + "/a", folder + "/b"])
    }
  }
}
