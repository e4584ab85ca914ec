import Compilation
import Diagnostics
import Project
import Session
import TestSupport
import Testing

@testable import CommandLine

@Suite struct `A baseline` {
  private static let messy = ProjectSample.domain
    .replacing("text: one thing, phase: year-1", with: "text: one thing, phase: nowhere")
    .replacing("text: another thing, phase: year-1", with: "text: another thing, phase: never")

  private func report(_ disk: MemoryFileSystem) throws -> Report {
    try Project(folder: "p", fileSystem: disk).check().report(prefix: "", isStrict: false)
  }

  private func written(_ disk: MemoryFileSystem) throws -> String {
    try Baseline.write(report(disk), to: "known.txt", in: disk)
    return try #require(disk.text("known.txt"))
  }

  @Test func `names each problem on a line of its own`() throws {
    let disk = ProjectSample.disk(domain: Self.messy)
    let lines = try written(disk).split(separator: "\n")
    #expect(lines.count == 4)
    #expect(lines[0] == "# ksf baseline 1" && lines[1].hasPrefix("# "))
    for line in lines.dropFirst(2) {
      #expect(line.hasPrefix("KSF0203 "))
      #expect(line.contains(" framework/domain.yaml: there is no phase"))
    }
    #expect(lines.dropFirst(2).sorted() == Array(lines.dropFirst(2)))
  }

  @Test func `is read back, whatever lines come above`() throws {
    let disk = ProjectSample.disk(domain: Self.messy)
    _ = try written(disk)
    disk.put("# moved\n\n" + Self.messy, at: "p/framework/domain.yaml")
    let known = try Baseline(reading: "known.txt", from: disk)
    let all = try report(disk)
    #expect(all.findings.count == 2 && all.without(known.fingerprints).findings.isEmpty)
    #expect(known.staleCount(in: all) == 0)
  }

  @Test func `lets new problems through and counts those that are gone`() throws {
    let disk = ProjectSample.disk(domain: Self.messy)
    _ = try written(disk)
    disk.put(
      Self.messy.replacing("nowhere", with: "year-1").replacing(
        "title: Rel", with: "summary: 'a <b>tag</b>'\ntitle: Rel"),
      at: "p/framework/domain.yaml")
    let known = try Baseline(reading: "known.txt", from: disk)
    let all = try report(disk)
    let new = all.without(known.fingerprints)
    #expect(
      new.findings.allSatisfy { $0.diagnostic.rule.code != "KSF0203" } && !new.findings.isEmpty)
    #expect(new.knownCount == 1 && known.staleCount(in: all) == 1)
  }

  @Test func `is the same whatever the order of the files`() throws {
    let other = Self.messy.replacing("relationships", with: "other").replacing("REL", with: "OTH")
    let one = ProjectSample.disk(domain: Self.messy, ["p/framework/a.yaml": other])
    let two = ProjectSample.disk(
      domain: Self.messy,
      [
        "p/framework/a.yaml": other,
        "p/framework/0.yaml": "domain: zero\ntitle: Zero\noutcomes: []\n",
      ])
    let lines = try Set(written(one).split(separator: "\n"))
    #expect(try lines.isSubset(of: written(two).split(separator: "\n")))
  }

  @Test func `can be merged and written about`() throws {
    let disk = ProjectSample.disk(domain: Self.messy)
    let text = try written(disk)
    disk.put(text.replacing("\n", with: "\r\n") + "\r\n# why\r\n" + text, at: "known.txt")
    #expect(try Baseline(reading: "known.txt", from: disk).fingerprints.count == 2)
  }

  @Test(
    arguments: [
      "", "framework: test\n", "# ksf baseline 2\n", "# ksf baseline 1\n<<<<<<< HEAD\n",
      "# ksf baseline 1\nKSF0203\n", "# ksf baseline 1\nKSF0203 0123456789abcdeg a: b\n",
      "# ksf baseline 1\nKSF0203 0123456789ABCDEF a: b\n", "\u{FEFF}\u{0}\u{1}",
    ])
  func `that is damaged is refused`(text: String) {
    let disk = MemoryFileSystem(["known.txt": text])
    #expect(throws: UnusableBaseline.self) { try Baseline(reading: "known.txt", from: disk) }
  }

  @Test func `that is not there is refused`() {
    #expect(throws: UnusableBaseline.self) {
      try Baseline(reading: "known.txt", from: MemoryFileSystem())
    }
  }

  @Test func `replaces a baseline and no other file`() throws {
    let disk = ProjectSample.disk(domain: Self.messy)
    for path in ["p/framework/framework.yaml"] {
      let report = try report(disk)
      #expect(throws: UnusableBaseline.self) { try Baseline.write(report, to: path, in: disk) }
      #expect(disk.text(path) == ProjectSample.framework)
    }
    let first = try written(disk)
    disk.put("", at: "empty.txt")
    try Baseline.write(report(disk), to: "empty.txt", in: disk)
    #expect(disk.text("empty.txt") == first)
    disk.put(ProjectSample.domain, at: "p/framework/domain.yaml")
    #expect(try written(disk).split(separator: "\n").count == 2)
  }

  @Test func `holds no line break or control character of a message`() throws {
    let disk = ProjectSample.disk(
      domain: Self.messy.replacing("nowhere", with: "\"no\\u2028\\e[1m\\nwhere\""))
    for line in try written(disk).split(separator: "\n").dropFirst(2) {
      #expect(line.hasPrefix("KSF0"))
      #expect(!line.unicodeScalars.contains { $0.properties.generalCategory == .control })
    }
  }
}
