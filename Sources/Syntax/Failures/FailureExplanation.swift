internal import Diagnostics
internal import Output

/// Explains in an author's words why libyaml stopped.
///
/// libyaml reports where it gave up, often one line or more below the mistake. The text around that offset shows the mistake.
struct FailureExplanation {
  let file: SourceFile

  /// The words of libyaml, such as "did not find expected key" and "while parsing a block mapping".
  let problem: String
  let context: String

  /// The byte offsets at which libyaml gave up, and of the construct that it was reading.
  let offset: Int
  let contextOffset: Int?

  /// The last scalar read before the failure.
  let lastScalar: SyntaxTree.Node?

  var lines: SourceLines { SourceLines(file: file) }

  /// The line at which reading stopped.
  var line: Range<Int> { lines.line(at: offset) }

  var diagnostic: Diagnostic {
    foreignWriting ?? mistakeInWriting ?? mistakeInStructure
      ?? Diagnostic(InvalidYAML(range: lines.range(at: offset, count: 1)))
  }

  /// The diagnosis from the characters around the offset.
  private var mistakeInWriting: Diagnostic? {
    if let tab = tabInIndentation { return Diagnostic(tab) }
    if let text = textAfterBracket { return Diagnostic(text) }
    if let quote = unclosedQuote { return Diagnostic(quote) }
    if let text = textAfterQuote { return Diagnostic(text) }
    if let escape = invalidEscape { return Diagnostic(escape) }
    if let dash = dashWithoutSpace { return Diagnostic(dash) }
    if let bullet = wrongBullet { return Diagnostic(bullet) }
    if let bracket = extraBracket { return Diagnostic(bracket) }
    return nil
  }

  /// The diagnosis from libyaml's own words.
  private var mistakeInStructure: Diagnostic? {
    switch problem {
    case "mapping values are not allowed in this context": return colonProblem
    case "could not find expected ':'":
      return Diagnostic(missingColon(in: lines.line(at: contextOffset ?? offset)))
    case "block sequence entries are not allowed in this context":
      return Diagnostic(ListOnKeyLine(range: lines.range(at: offset, count: 1)))
    case "did not find expected ',' or ']'", "did not find expected ',' or '}'":
      return colonInBrackets.map { Diagnostic($0) } ?? unclosedBracket
    case "did not find expected key", "did not find expected '-' indicator",
      "did not find expected <document start>":
      return structureProblem
    case "found character that cannot start any token", "did not find expected node content",
      "did not find expected alphabetic or numeric character",
      "did not find expected comment or line break", "mapping keys are not allowed in this context":
      return reservedCharacter
    default:
      return context.containsUTF8("a tag") ? reservedCharacter : nil
    }
  }
}
