internal import Comparison
package import Compilation
package import Diagnostics
internal import Model
package import Output
internal import Project
internal import Session

/// A project in memory, checked and planned.
package struct BuiltProject: Sendable {
  package let diagnostics: [Diagnostic]

  /// Every file of the output; none if there is an error.
  package let files: [PlannedFile]

  private let contents: Contents

  /// The texts by path in the project.
  package init(_ texts: [String: String], extras: Set<BuildExtra> = []) throws {
    let disk = MemoryFileSystem()
    for (path, text) in texts { disk.put(text, at: "p/" + path) }
    let session = try Session(Project(folder: "p", fileSystem: disk))
    diagnostics = session.snapshot.diagnostics
    files = try session.snapshot.outputs(extras: extras)?.files() ?? []
    contents = session.snapshot.contents
  }

  /// The changes since another edition, in words such as "C201 reworded REL-1.1".
  package func changes(since old: BuiltProject) -> [String] {
    Comparison(from: old.contents, to: contents).changes.map { change in
      "\(change.rule.code) \(change.rule.name) \(change.id)"
    }
  }
}
