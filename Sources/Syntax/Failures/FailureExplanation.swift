internal import Diagnostics
internal import Output

/// Says in an author's words why libyaml stopped.
///
/// libyaml reports where it gave up, which is often one line or more below the mistake; the text around that place
/// tells what the mistake was.
struct FailureExplanation {
  let file: SourceFile

  /// libyaml's own words, such as "did not find expected key" and "while parsing a block mapping".
  let problem: String
  let context: String

  /// Byte offsets of where it gave up and of what it was reading then.
  let offset: Int
  let contextOffset: Int?

  /// The last scalar that was read before.
  let lastScalar: SyntaxTree.Node?

  var lines: SourceLines { SourceLines(file: file) }

  /// The line where reading stopped.
  var line: Range<Int> { lines.line(at: offset) }

  var diagnostic: Diagnostic {
    mistakeInWriting ?? mistakeInStructure
      ?? Diagnostic(
        InvalidYAML(range: lines.range(at: offset, count: 1), problem: problem, context: context))
  }

  /// What can be told from the characters around the place.
  private var mistakeInWriting: Diagnostic? {
    if let tab = tabInIndentation { return Diagnostic(tab) }
    if let quote = unclosedQuote { return Diagnostic(quote) }
    if let text = textAfterQuote { return Diagnostic(text) }
    if let escape = invalidEscape { return Diagnostic(escape) }
    if let dash = dashWithoutSpace { return Diagnostic(dash) }
    if let bullet = wrongBullet { return Diagnostic(bullet) }
    if let bracket = extraBracket { return Diagnostic(bracket) }
    return nil
  }

  /// What libyaml's own words come to.
  private var mistakeInStructure: Diagnostic? {
    switch problem {
    case "mapping values are not allowed in this context": return colonProblem
    case "could not find expected ':'":
      return Diagnostic(missingColon(in: lines.line(at: contextOffset ?? offset)))
    case "block sequence entries are not allowed in this context":
      return Diagnostic(ListOnKeyLine(range: lines.range(at: offset, count: 1)))
    case "did not find expected ',' or ']'", "did not find expected ',' or '}'":
      return unclosedBracket
    case "did not find expected key", "did not find expected '-' indicator",
      "did not find expected <document start>":
      return structureProblem
    case "found character that cannot start any token", "did not find expected node content",
      "did not find expected alphabetic or numeric character":
      return reservedCharacter
    default:
      return context.containsUTF8("a tag") ? reservedCharacter : nil
    }
  }
}
