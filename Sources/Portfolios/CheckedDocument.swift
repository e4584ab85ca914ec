package import Diagnostics

/// A document after its check.
package struct CheckedDocument: Sendable {
  /// The file with all personal data masked. Each character keeps its length, so that offsets stay valid.
  package let file: SourceFile

  package let diagnostics: [Diagnostic]

  package let content: Content

  package enum Content: Sendable {
    case portfolio(Portfolio)
    /// A record in a file of its own.
    case record(LooseRecord)
    /// The file could not be read, or its kind is unknown.
    case nothing
  }
}
