internal import Model

/// The framework's words and names that stand on most pages, made once.
///
/// Pages that are made at the same time would else count references to the same phases and roles, and wait for one
/// another.
final class Headings: Sendable {
  /// Words with a capital.
  let statement: String
  let phase: String
  let evidence: String
  let sources: String
  let crosswalks: String

  /// The heading of what is said to each role.
  let notes: String

  /// By phase: `Offered` or `Optional`; nil if everybody has to meet it.
  let options: [String?]

  /// By role.
  let roles: [String]

  init(_ contents: Contents) {
    let words = contents.identity.vocabulary
    statement = words.statement.title
    phase = words.phase.title
    evidence = words.evidence.titleMany
    sources = words.source.titleMany
    crosswalks = words.crosswalk.titleMany
    notes = "For each \(words.role.one)"
    options = contents.phases.elements.map {
      $0.requirement == .mandatory ? nil : $0.requirement.title
    }
    roles = contents.roles.elements.map(\.title)
  }
}
