internal import Diagnostics
internal import Output
internal import Syntax

/// A source file in two parts: the texts of its statements, and all the rest.
///
/// A change in a text reaches those outputs that show it, which is noted when they are made (`Reading`). A change in the rest can
/// reach any. What stands where is read off the tree, so that whatever is not known to be such a text belongs to the rest.
struct SourcePrint: Sendable {
  /// The digest of all bytes.
  let whole: Digest

  /// The hash of every byte that is not in a statement's text.
  let structure: ContentHash

  /// The statements in the order of the file, each with the hash of its texts as they are written.
  let statements: [(id: String, texts: ContentHash)]

  /// The tree has to be that of the whole file.
  init(_ bytes: [UInt8], _ tree: SyntaxTree) {
    let finder = TextFinder(tree)
    var structure = ContentHash()
    var statements: [(id: String, texts: ContentHash)] = []
    var end = 0
    finder.forEachStatement { statement in
      var texts = ContentHash()
      var id = ""
      finder.forEachPart(of: statement) { part in
        switch part {
        case .id(let node): id = tree.text(of: node)
        case .text(let range):
          // It ends where a text was taken out.
          structure.add(bytes[end..<range.lowerBound])
          texts.add(bytes[range])
          end = range.upperBound
        }
      }
      statements.append((id, texts))
    }
    structure.add(bytes[end...])
    self.structure = structure
    whole = Digest(of: bytes)
    self.statements = statements
  }
}
