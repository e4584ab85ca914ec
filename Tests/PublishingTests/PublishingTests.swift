import Comparison
import Compilation
import Diagnostics
import Model
import Project
import Publishing
import Session
import TestSupport
import Testing

@Suite struct `Publishing` {
  private let disk = ProjectSample.disk()
  private var project: Project { Project(folder: "p", fileSystem: disk) }

  private func edit(_ before: String, _ after: String, _ path: String = "framework/domain.yaml") {
    disk.put((disk.text("p/\(path)") ?? "").replacing(before, with: after), at: "p/\(path)")
  }

  @Test func `locks every id once`() throws {
    let first = try #require(try project.lock().changes)
    #expect((first.added, first.changed) == (first.count, 0))
    let lock = try #require(disk.text("p/framework/framework.lock"))
    #expect(lock.contains("REL-1.1") && lock.contains("REL-1.2"))
    let second = try #require(try project.lock().changes)
    #expect((second.count, second.added, second.changed) == (first.count, 0, 0))
    #expect(disk.text("p/framework/framework.lock") == lock)
    edit("one thing", "some thing")
    #expect(try project.lock().changes?.changed == 1)
  }

  @Test func `locks nothing while there is an error`() throws {
    edit("phase: year-1", "phase: year-9")
    let result = try project.lock()
    #expect(result.changes == nil && result.snapshot.diagnostics.errorCount > 0)
    #expect(disk.text("p/framework/framework.lock") == nil)
  }

  @Test func `records an edition with its sources, and its map from the one before`() throws {
    let first = try #require(try project.release(again: false).release)
    #expect((first.edition, first.base, first.map == nil) == ("1.0.0", nil, true))
    #expect(disk.text("p/editions/1.0.0/framework/domain.yaml") == ProjectSample.domain)
    edit("another thing", "what nobody did before")
    edit("1.0.0", "2.0.0", "framework/framework.yaml")
    let second = try #require(try project.release(again: false).release)
    #expect((second.edition, second.base) == ("2.0.0", "1.0.0"))
    #expect(second.map != nil)
    // The first edition stays as it was recorded.
    #expect(disk.text("p/editions/1.0.0/framework/domain.yaml") == ProjectSample.domain)
  }

  @Test func `records no edition that is too low, or was recorded with other texts`() throws {
    _ = try project.release(again: false)
    edit("another thing", "what nobody did before")
    #expect(throws: NotReleased.self) { try project.release(again: false) }
    edit("1.0.0", "1.0.1", "framework/framework.yaml")
    #expect(throws: NotReleased.self) { try project.release(again: false) }
    #expect(disk.files.keys.filter { $0.hasPrefix("p/editions/1.0.1") }.isEmpty)
  }

  @Test func `records an edition again if it is told to`() throws {
    _ = try project.release(again: false)
    edit("another thing", "what nobody did before")
    #expect(try project.release(again: true).release?.edition == "1.0.0")
    let recorded = try #require(disk.text("p/editions/1.0.0/framework/domain.yaml"))
    #expect(recorded.contains("what nobody did before"))
  }

  @Test func `approves what is locked, by a role that there is`() throws {
    edit("phases:", "roles: [{id: judge, title: Judge}]\nphases:", "framework/framework.yaml")
    #expect(throws: NotApproved.self) { try project.approve(["REL-1.1"], by: "judge") }
    _ = try project.lock()
    #expect(throws: NotApproved.self) { try project.approve(["REL-1.1"], by: "nobody") }
    #expect(throws: NotApproved.self) { try project.approve(["REL-9"], by: "judge") }
    _ = try project.approve(["REL-1.1"], by: "judge")
    let lock = try #require(disk.text("p/framework/framework.lock"))
    let approvals = lock.split(separator: "\n").filter {
      $0.hasPrefix("REL-") && $0.contains("judge")
    }
    #expect(approvals.count == 1 && approvals.allSatisfy { $0.hasPrefix("REL-1.1 ") })
  }

  @Test func `compares two projects by what they mean`() throws {
    let other = ProjectSample.disk(domain: ProjectSample.domain.replacing("one thing", with: "x"))
    let comparison = try Project.compare(project, Project(folder: "p", fileSystem: other))
    #expect(comparison.changes.map(\.id) == ["REL-1.1"])
    #expect(try Project.compare(project, project).changes.isEmpty)
  }
}
