internal import Analysis
package import Diagnostics
internal import Syntax

/// The verdict on a fixture, and the texts that its diagnostics point into.
package struct FrontEndResult: Sendable {
  package let diagnostics: [Diagnostic]
  package let files: SourceFiles
}

extension Fixture {
  /// Runs the whole front end over the files, as a project is checked.
  package func check() -> FrontEndResult {
    let draft = link(sources.files.map { declare($0, parse($0)) })
    let diagnostics = Analysis.check(draft, earlier: [], rules: syntaxRules + analysisRules)
    return FrontEndResult(diagnostics: diagnostics, files: sources)
  }

  private var sources: SourceFiles {
    var sources = SourceFiles()
    for (path, text) in files { _ = sources.add(path: path, bytes: Array(text.utf8)) }
    return sources
  }
}

extension FrontEndResult {
  /// What was found, in the form in which fixtures state it.
  package var findings: [Fixture.Expectation] {
    diagnostics.map { diagnostic in
      guard let range = diagnostic.range else {
        return Fixture.Expectation(
          path: "", line: 0, start: 0, end: 0, severity: diagnostic.severity.rawValue,
          rule: diagnostic.rule.name)
      }
      let file = files[range.file]
      let index = LineIndex(file)
      let start = index.position(at: Int(range.start))
      let lineEnd = index.range(ofLine: start.line).upperBound
      let end = index.position(at: max(Int(range.start), min(Int(range.end), lineEnd)))
      return Fixture.Expectation(
        path: file.path, line: start.line, start: start.column, end: end.column,
        severity: diagnostic.severity.rawValue, rule: diagnostic.rule.name)
    }.sorted()
  }

  /// What a person would see.
  package var rendering: String {
    var renderer = TerminalRenderer(files: files, usesColour: false)
    return diagnostics.map { renderer.render($0) }.joined()
      + diagnostics.summary + "\n"
  }
}
