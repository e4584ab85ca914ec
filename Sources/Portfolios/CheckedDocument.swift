package import Diagnostics

/// What is known of one file that somebody keeps, after it was checked.
package struct CheckedDocument: Sendable {
  /// The file with all that could tell something of a person masked, character by character, so that places stay.
  package let file: SourceFile

  package let diagnostics: [Diagnostic]

  package let content: Content

  package enum Content: Sendable {
    case portfolio(Portfolio)
    /// A record in a file of its own.
    case record(LooseRecord)
    /// It could not be read, or nobody can tell what it is.
    case nothing
  }
}
