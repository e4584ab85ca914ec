internal import Analysis
package import Diagnostics
internal import Output
internal import Synchronization
internal import Syntax

/// The verdict on a fixture, and the texts that its diagnostics point into.
package struct FrontEndResult: Sendable {
  package let diagnostics: [Diagnostic]
  package let files: SourceFiles
}

extension Fixture {
  /// Runs the whole front end over the files, as a project is checked.
  package func check() -> FrontEndResult {
    let parsed = sources.files.map { ($0, parse($0)) }
    return check(parsed.map { declare($0.0, $0.1.tree) }, parsed.flatMap(\.1.diagnostics))
  }

  /// The same as a build does that finds everything kept by the one before: what was declared in each file, and what was gathered
  /// in the texts. Also tells of how many files nothing can be kept.
  package func checkAgain() -> (result: FrontEndResult, unkept: Int) {
    let parsed = sources.files.map { ($0, parse($0)) }
    var unkept = 0
    let declarations = parsed.map { file, parsed in
      let declarations = declare(file, parsed.tree)
      var writer = NumberWriter()
      if declarations.write(to: &writer) {
        var reader = NumberReader(writer.bytes[...])
        if let kept = Declarations(of: file, kept: &reader), reader.isAtEnd { return kept }
      }
      unkept += 1
      return declarations
    }
    let kept = Mutex<[UInt8]>([])
    let diagnostics = parsed.flatMap(\.1.diagnostics)
    _ = check(
      declarations, diagnostics,
      RememberedTexts(
        [], isSame: { _ in false }, keep: { parts in kept.withLock { $0 = Array(parts.joined()) } })
    )
    let again = check(
      declarations, diagnostics,
      RememberedTexts(kept.withLock { $0 }[...], isSame: { _ in true }, keep: { _ in }))
    return (again, unkept)
  }

  private var sources: SourceFiles {
    var sources = SourceFiles()
    for (path, text) in files { _ = sources.add(path: path, bytes: Array(text.utf8)) }
    return sources
  }

  private func check(
    _ declarations: [Declarations], _ earlier: [Diagnostic], _ remembered: RememberedTexts? = nil
  ) -> FrontEndResult {
    FrontEndResult(
      diagnostics: Analysis.check(
        link(declarations), earlier: earlier, rules: syntaxRules + analysisRules,
        remembered: remembered),
      files: sources)
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
