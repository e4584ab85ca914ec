package import Diagnostics

/// A file's tree and what was wrong with it.
package struct ParseResult: Sendable {
  package let tree: SyntaxTree
  package let diagnostics: [Diagnostic]
}

/// Parses one YAML file. Never throws: whatever the bytes are, there is a tree, if an empty one, and diagnostics.
package func parse(_ file: SourceFile) -> ParseResult {
  var bag = DiagnosticBag()
  guard let text = readableText(of: file, into: &bag) else {
    return ParseResult(tree: .unreadable(file, isText: false), diagnostics: bag.diagnostics)
  }
  var builder = TreeBuilder(file: file, source: text)
  let tree = builder.build()
  bag.append(contentsOf: builder.bag.diagnostics)
  return ParseResult(tree: tree, diagnostics: bag.diagnostics)
}

extension SyntaxTree {
  /// The tree of a file that could not be read.
  static func unreadable(_ file: SourceFile, isText: Bool) -> SyntaxTree {
    SyntaxTree(
      file: file.id, nodes: [], comments: [], isComplete: false, isText: isText, source: file.bytes,
      decoded: [])
  }
}

/// The deepest nesting that is accepted. The language itself needs eight levels.
let nestingLimit = 32
