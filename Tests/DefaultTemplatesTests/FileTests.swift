import DefaultTemplates
import TestSupport
import Testing

@Suite struct `The templates in the program` {
  private let templates = TestFolder("../../templates")

  @Test(arguments: ["checklists", "handbook", "handbook/assets"])
  func `are all that stand in the folder`(folder: String) {
    let beside = TestFolder("../../templates/\(folder)")
    let inFolder = beside.names.filter { $0.contains(".") }.map { "\(folder)/\($0)" }
    let inProgram = DefaultTemplates.files.map(\.path).filter {
      $0.hasPrefix(folder + "/") && !$0.dropFirst(folder.count + 1).contains("/")
    }
    #expect(!inFolder.isEmpty)
    #expect(inProgram.sorted() == inFolder.sorted())
  }

  @Test func `are the files byte for byte`() {
    for (path, bytes) in DefaultTemplates.files {
      #expect(templates.bytes(path) == bytes, "\(path)")
      #expect(!bytes.isEmpty)
    }
  }

  @Test func `have a path each`() {
    let paths = DefaultTemplates.files.map(\.path)
    #expect(Set(paths).count == paths.count)
  }
}
