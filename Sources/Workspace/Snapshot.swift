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
  let templates: ProjectTemplates

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
    var sources = try readSources()
    let declarations = sources.files.map { file in
      let parsed = parse(file)
      return (parsed.diagnostics, declare(file, parsed.tree))
    }
    let sourceCount = sources.files.count
    let templates = try ProjectTemplates(readTemplates(), files: &sources)
    let draft = link(declarations.map(\.1))
    let earlier = declarations.flatMap(\.0) + templates.diagnostics
    let verdict = Analysis.check(draft, earlier: earlier)
    return Snapshot(
      files: sources, diagnostics: verdict.diagnostics, framework: verdict.framework,
      draft: draft, templates: templates, sourceCount: sourceCount)
  }
}
