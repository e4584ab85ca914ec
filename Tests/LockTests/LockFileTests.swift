import Compilation
import Diagnostics
import Lock
import Model
import Project
import Publishing
import Session
import TestSupport
import Testing

@Suite struct `A lock` {
  private static func framework(_ statements: [String]) -> [String: String] {
    [
      "p/framework/framework.yaml":
        "framework: small\ntitle: Small\nedition: 1.0.0\nlanguage: en\nroles: [{id: maker, title: Maker}]\n",
      "p/framework/domain.yaml":
        "domain: craft\ntitle: Craft\noutcomes:\n  - id: C-1\n    title: Makes things\n    statements:\n"
        + statements.map { "      - \($0)\n" }.joined(),
    ]
  }

  private static let small = framework([
    "{id: C-1.1, text: good tools are looked after}", "{id: C-1.2, text: wood moves as it dries}",
  ])

  /// A project with its lock, and the lock's text.
  private func locked(_ files: [String: String] = small) throws -> (MemoryFileSystem, String) {
    let disk = MemoryFileSystem(files)
    let outcome = try Project(folder: "p", fileSystem: disk).lock()
    try #require(outcome.changes != nil)
    return (disk, String(decoding: disk.files["p/" + Lock.path] ?? [], as: UTF8.self))
  }

  private func problems(_ lock: String, _ files: [String: String] = small) throws -> [String] {
    let disk = MemoryFileSystem(files)
    disk.put(lock, at: "p/" + Lock.path)
    return try Project(folder: "p", fileSystem: disk).check().diagnostics.map(\.rule.name)
      .filter { $0 != "no-source" }
  }

  @Test func `is sorted, with a line for each thing that it says`() throws {
    let (_, text) = try locked()
    let ids = text.split(separator: "\n").filter { $0.contains(" sort ") }
      .map { String($0.prefix { $0 != " " }) }
    #expect(ids == ["C-1", "C-1.1", "C-1.2", "craft", "maker"])
    #expect(text.contains("\n\nC-1.2 sort statement\nC-1.2 uuid "))
    #expect(text.contains("C-1.2 since 1.0.0\nC-1.2 fate active\n"))
    #expect(text.contains("C-1.2 says wood moves as it dries\n"))
  }

  @Test func `says each thing in one line with single spaces, in ASCII and beyond`() throws {
    let (_, text) = try locked(
      Self.framework([
        "{id: C-1.1, text: 'good  tools   are looked after'}",
        "{id: C-1.2, text: 'größere  Hölzer bewegen sich'}",
        "{id: C-1.3, text: 'Holz  “arbeitet” – immer'}", "{id: C-1.4, text: größere Hölzer zuerst}",
      ]))
    for line in [
      "C-1.1 says good tools are looked after", "C-1.2 says größere Hölzer bewegen sich",
      "C-1.3 says Holz “arbeitet” – immer", "C-1.4 says größere Hölzer zuerst",
    ] {
      #expect(text.contains(line + "\n"), "\(text)")
    }
  }

  @Test func `has random UUIDs of version 4, and no two alike`() throws {
    let (_, text) = try locked()
    let uuids = text.split(separator: "\n").filter { $0.contains(" uuid ") }
      .map { String($0.split(separator: " ")[2]) }
    #expect(Set(uuids).count == 5)
    for uuid in uuids {
      #expect(
        uuid.wholeMatch(of: /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/)
          != nil)
    }
  }

  @Test func `stays as it is when nothing has changed`() throws {
    let (disk, text) = try locked()
    let again = try Project(folder: "p", fileSystem: disk).lock()
    #expect(again.changes?.added == 0 && again.changes?.changed == 0)
    #expect(disk.files["p/" + Lock.path] == Array(text.utf8))
    #expect(try problems(text).isEmpty)
  }

  @Test func `does not depend on the order and the names of files`() throws {
    let (disk, text) = try locked()
    let domain = String(decoding: disk.files["p/framework/domain.yaml"] ?? [], as: UTF8.self)
    let turned = Self.framework([
      "{id: C-1.2, text: wood moves as it dries}", "{id: C-1.1, text: good tools are looked after}",
    ])["p/framework/domain.yaml"]
    #expect(domain != turned)
    disk.put(turned ?? "", at: "p/framework/a/z.yaml")
    try disk.remove("p/framework/domain.yaml", below: "p")
    _ = try Project(folder: "p", fileSystem: disk).lock()
    #expect(disk.files["p/" + Lock.path] == Array(text.utf8))
  }

  @Test func `with other line ends is the same lock`() throws {
    let (_, text) = try locked()
    #expect(try problems(text.replacing("\n", with: "\r\n")).isEmpty)
  }

  @Test func `with its lines in any order is the same lock`() throws {
    let (_, text) = try locked()
    let lines = text.split(separator: "\n")
    #expect(try problems(lines.reversed().joined(separator: "\n")).isEmpty)
  }

  /// Whatever is cut off, it is told of as damage, or it was a whole entry, of which the lock is then behind.
  @Test func `that was cut short is told of`() throws {
    let (_, text) = try locked()
    let bytes = Array(text.utf8)
    for length in stride(from: 0, to: bytes.count - 1, by: 7) {
      let cut = String(decoding: bytes.prefix(length), as: UTF8.self)
      let found = try problems(cut)
      #expect(!found.isEmpty, "\(length) bytes of \(bytes.count)")
      #expect(Set(found).isSubset(of: ["damaged-lock", "stale-lock"]), "\(length)")
    }
  }

  @Test(arguments: [
    ("C-1.2 says wood moves as it dries", "C-1.2 says wood stays as it is"),
    ("C-1.2 sort statement\n", ""), ("C-1.2 fate active", "C-1.2 fate gone"),
    ("C-1.2 since 1.0.0", "C-1.2 since 1.0.0\nC-1.2 since 0.9.0"), ("ksf-lock 1\n", ""),
    ("ksf-lock 1", "ksf-lock 2"), ("C-1.2 since", "C-1.2 sinse"), ("\n\nC-1.2", "\n\nC-1.2\nC-1.2"),
  ])
  func `that was edited by hand is told of`(old: String, new: String) throws {
    let (_, text) = try locked()
    try #require(text.contains(old))
    #expect(Set(try problems(text.replacing(old, with: new))) == ["damaged-lock"])
  }

  @Test(arguments: ["", "\n", "# nothing\n", "hello", "\u{FEFF}ksf-lock 1"])
  func `that is none is told of`(text: String) throws {
    #expect(try problems(text).contains("damaged-lock"))
  }

  /// Git can put one entry into the middle of another where both have a line in common.
  @Test func `of two branches keeps the UUIDs of both`() throws {
    let (disk, text) = try locked()
    let conflict = text.replacing(
      "C-1.2 sort statement\n", with: "<<<<<<< ours\nC-1.2 sort statement\n"
    )
    .replacing(
      "C-1.2 since",
      with:
        "=======\nC-1.3 sort statement\nC-1.3 uuid 00000000-0000-4000-8000-000000000000\n>>>>>>> theirs\nC-1.2 since"
    )
    disk.put(conflict, at: "p/" + Lock.path)
    #expect(try problems(conflict) == ["lock-conflict"])
    let grown = Self.framework([
      "{id: C-1.1, text: good tools are looked after}", "{id: C-1.2, text: wood moves as it dries}",
      "{id: C-1.3, text: glue needs a dry joint}",
    ])
    disk.put(grown["p/framework/domain.yaml"] ?? "", at: "p/framework/domain.yaml")
    _ = try Project(folder: "p", fileSystem: disk).lock()
    let merged = String(decoding: disk.files["p/" + Lock.path] ?? [], as: UTF8.self)
    #expect(merged.contains("C-1.3 uuid 00000000-0000-4000-8000-000000000000\nC-1.3 since 1.0.0\n"))
    for line in text.split(separator: "\n") { #expect(merged.contains(line)) }
    #expect(try problems(merged, grown).isEmpty)
  }

  @Test func `of thousands of ids is read whole`() throws {
    let files = Self.framework(
      (1...2_000).map { "{id: X-\($0), text: thing number \($0) is made}" })
    let (_, text) = try locked(files)
    let file = SourceFile(id: FileID(0), path: Lock.path, bytes: Array(text.utf8))
    let read = Lock.read(file)
    #expect(read.diagnostics.isEmpty && read.lock.entries.count == 2_003)
  }
}
