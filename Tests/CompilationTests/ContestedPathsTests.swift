import Output
import Testing

@testable import Compilation

@Suite struct `Paths that several files want` {
  private func files(_ paths: [String]) -> [PlannedFile] {
    paths.map { path in PlannedFile(path: path) { [] } }
  }

  @Test(arguments: [
    (["a/b.html", "a/c.html", "a/b.html"], "a/b.html"), (["a/b", "a/b/c"], "a/b"),
    (["a/b/c/d", "x", "a/b"], "a/b"), (["a/b/c/d", "x", "a"], "a"),
    (["long/folder/name/page.html", "long/folder/name"], "long/folder/name"),
  ])
  func `are found`(paths: [String], contested: String) {
    #expect(ContestedPaths.first(of: files(paths)) == contested)
  }

  @Test(arguments: [[], ["a"], ["a/b", "a/bc", "ab", "b", "a.html", "c/a", "x/a/b"]])
  func `are not seen where there are none`(paths: [String]) {
    #expect(ContestedPaths.first(of: files(paths)) == nil)
  }
}
