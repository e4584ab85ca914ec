internal import Model

/// The framework's words as they stand on each page of a statement, with a capital, made once.
final class Headings: Sendable {
  let statement: String
  let phase: String
  let evidence: String
  let sources: String
  let crosswalks: String

  init(_ words: Vocabulary) {
    statement = words.statement.title
    phase = words.phase.title
    evidence = words.evidence.titleMany
    sources = words.source.titleMany
    crosswalks = words.crosswalk.titleMany
  }
}
