import DefaultTemplates
import Diagnostics
import TestSupport
import Testing

@testable import Compilation

@Suite struct `The templates in the binary` {
  static let root = TestFolder("../../templates")

  /// Paths below a folder, which a test reads with its own eyes.
  private func paths(below folder: String) -> [String] {
    let names = TestFolder("../../templates/" + folder).names
    return names.flatMap { name -> [String] in
      let path = folder.isEmpty ? name : folder + "/" + name
      return name.contains(".") ? [path] : paths(below: path)
    }
  }

  @Test func `are those of the folder`() throws {
    #expect(DefaultTemplates.files.map(\.path).sorted() == paths(below: "").sorted())
    for (path, bytes) in DefaultTemplates.files {
      #expect(bytes == Self.root.bytes(path), "\(path)")
    }
  }

  /// A build that has no others compiles them without looking for mistakes.
  @Test func `have no mistakes`() throws {
    let one = try #require(DefaultTemplates.files.first { $0.path.hasSuffix(".mustache") })
    var files = SourceFiles()
    // One that is the same would be no other.
    #expect(!ProjectTemplates([(one.path, one.bytes)], files: &files, forPages: true).hasOwn)
    let own = one.bytes + Array("\n".utf8)
    let templates = ProjectTemplates([(one.path, own)], files: &files, forPages: true)
    #expect(templates.hasOwn && templates.diagnostics.isEmpty)
  }
}
