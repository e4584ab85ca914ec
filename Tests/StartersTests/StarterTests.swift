import Compilation
import Diagnostics
import Project
import Starters
import TestSupport
import Testing

@Suite struct `The starters` {
  @Test(arguments: Starter.allCases)
  func `pass the check without a warning`(starter: Starter) {
    let sources = starter.files.filter { $0.path.hasSuffix(".yaml") }.map { ($0.path, $0.bytes) }
    let snapshot = compile(ProjectTexts(sources: sources))
    #expect(sources.count > 1)
    #expect(snapshot.diagnostics.map(\.message) == [])
    #expect(snapshot.framework != nil)
  }

  @Test(arguments: Starter.allCases)
  func `are the files that stand in the repository`(starter: Starter) {
    let root = TestFolder("../../starters/\(starter.rawValue)")
    for file in starter.files where file.path.hasSuffix(".yaml") {
      #expect(root.bytes(file.path) == file.bytes, "\(file.path)")
    }
    for folder in ["framework", "seeds"] {
      let listed = starter.files.map(\.path).filter { $0.hasPrefix(folder + "/") }
      let beside = TestFolder("../../starters/\(starter.rawValue)/\(folder)").names
      #expect(listed == beside.map { "\(folder)/\($0)" })
    }
  }

  @Test(arguments: Starter.allCases)
  func `name the schema in the first line of each file`(starter: Starter) {
    for file in starter.files where file.path.hasSuffix(".yaml") {
      let line = "# yaml-language-server: $schema=../ksf.schema.json\n"
      #expect(String(decoding: file.bytes, as: UTF8.self).hasPrefix(line), "\(file.path)")
    }
  }

  @Test func `keep the handbook out of Git`() {
    let file = Starter.starter.files.first { $0.path == ".gitignore" }
    #expect(file.map { String(decoding: $0.bytes, as: UTF8.self) } == "/build/\n")
  }

  @Test func `have a file for each server`() {
    #expect(ContinuousIntegration.github.files.map(\.path) == [".github/workflows/framework.yml"])
    #expect(ContinuousIntegration.gitlab.files.map(\.path) == [".gitlab-ci.yml"])
  }
}
