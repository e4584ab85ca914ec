package import Analysis
package import Diagnostics
package import Model
internal import Syntax

/// Everything known of a project at one moment: its texts, what is wrong with them, and the framework if nothing is.
package struct Snapshot: Sendable {
  package let files: SourceFiles
  package let diagnostics: [Diagnostic]
  package let framework: Framework?
  package let draft: Draft

  /// How many files the framework was read from.
  package let sourceCount: Int
}

extension Snapshot {
  /// What the framework is and how large: "first-aid 1.0.0, 12 statements in 3 files".
  package var headline: String {
    let identity = draft.contents.identity
    let statements = identity.vocabulary.statement.counted(draft.contents.statements.count)
    let files = "\(sourceCount) \(sourceCount == 1 ? "file" : "files")"
    return "\(identity.id) \(identity.edition), \(statements) in \(files)"
  }
}

extension Project {
  /// Reads and checks the project.
  package func check() throws -> Snapshot {
    let sources = try readSources()
    let declarations = sources.files.map { file in
      let parsed = parse(file)
      return (parsed.diagnostics, declare(file, parsed.tree))
    }
    let draft = link(declarations.map(\.1))
    let verdict = Analysis.check(draft, earlier: declarations.flatMap(\.0))
    return Snapshot(
      files: sources, diagnostics: verdict.diagnostics, framework: verdict.framework,
      draft: draft, sourceCount: sources.files.count)
  }
}
