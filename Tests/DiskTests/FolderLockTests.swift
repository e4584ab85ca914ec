import Disk
import Glibc
import Testing

@Suite struct `A lock on a folder` {
  private func inFolder(_ body: (String) throws -> Void) throws {
    var template = Array("/tmp/ksf-lock-XXXXXX".utf8CString)
    try #require(mkdtemp(&template) != nil)
    let folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    defer { rmdir(folder) }
    try body(folder)
  }

  @Test func `keeps others away until it is released`() throws {
    try inFolder { folder in
      var waits = 0
      var lock = try FolderLock(folder, for: .writing, limit: 0) { waits += 1 }
      #expect(lock != nil && waits == 0)
      for use in [FolderLock.Use.writing, .reading] {
        #expect(throws: FolderInUse.self) {
          try FolderLock(folder, for: use, limit: 60) { waits += 1 }
        }
      }
      #expect(waits == 2)
      lock = nil
      #expect(try FolderLock(folder, for: .writing, limit: 0) {} != nil)
    }
  }

  @Test func `lets readers in beside one another`() throws {
    try inFolder { folder in
      let first = try FolderLock(folder, for: .reading, limit: 0) {}
      let second = try FolderLock(folder, for: .reading, limit: 0) {}
      #expect(first != nil && second != nil)
      #expect(throws: FolderInUse.self) { try FolderLock(folder, for: .writing, limit: 0) {} }
    }
  }

  @Test func `is none where there is no folder`() throws {
    try inFolder { folder in
      let lock = try FolderLock(folder + "/nothing", for: .writing, limit: 0) {}
      #expect(lock == nil)
    }
  }
}
