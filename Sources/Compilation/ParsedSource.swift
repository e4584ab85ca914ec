internal import Analysis
internal import Diagnostics
internal import Syntax

/// One source file: its declarations, and the problems of its YAML. It depends on the bytes of that file alone.
struct ParsedSource: Sendable {
  let declarations: Declarations
  let diagnostics: [Diagnostic]

  /// Whether the file could be read to its end.
  var isComplete: Bool { declarations.tree.isComplete }

  init(_ file: SourceFile) {
    let parsed = parse(file)
    declarations = declare(file, parsed.tree)
    diagnostics = explainingLayout(parsed.diagnostics, in: file)
  }

  /// Whether this is the result for a file with the same id, path and bytes.
  func isOf(_ file: SourceFile) -> Bool {
    let own = declarations.file
    return own.id == file.id && own.path == file.path && own.bytes == file.bytes
  }
}
