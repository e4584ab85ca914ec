internal import Analysis
internal import Diagnostics
internal import Syntax

/// One source file: what it declares, and what is wrong with its YAML. It depends on the bytes of that file alone.
struct ParsedSource: Sendable {
  let declarations: Declarations
  let diagnostics: [Diagnostic]

  /// Whether the file could be read to its end.
  var isComplete: Bool { declarations.tree.isComplete }

  init(_ file: SourceFile) {
    let parsed = parse(file)
    declarations = declare(file, parsed.tree)
    diagnostics = parsed.diagnostics
  }
}
