internal import Diagnostics
package import Model

/// The data of one person's portfolio, without free texts.
package struct Portfolio: Sendable {
  package var person = ""
  package var role: Ref<Role>?
  package var started: Day?
  /// The person's working time in percent of full time.
  package var percent = 100
  package var phases: Set<Ref<Phase>> = []
  package var specialisms: Set<Ref<Specialism>> = []
  package var pauses: [Pause] = []
  package var evidence: [Evidence] = []
  package var progress: [Step] = []
  package var reviews: [HeldReview] = []
  package var records: [CompletedRecord] = []

  package struct Pause: Sendable {
    let from: Day
    let to: Day?
    let range: SourceRange
  }

  /// A piece of evidence.
  package struct Evidence: Sendable {
    let id: String
    let type: Ref<EvidenceType>?
    let on: Day
    let statements: [Ref<Statement>]
    let by: String?
    let role: Ref<Role>?
    let isAlternative: Bool
    let range: SourceRange
  }

  /// The person's progress with one statement.
  package struct Step: Sendable {
    let statement: Ref<Statement>
    var isShown: Bool
    let on: Day
    let range: SourceRange
  }

  package struct HeldReview: Sendable {
    let review: Ref<Review>
    let on: Day
    let range: SourceRange
  }

  package struct CompletedRecord: Sendable {
    let form: Ref<Form>
    let on: Day
    let review: Ref<Review>?
    let range: SourceRange
  }
}

/// A record in a file of its own, which counts for the portfolio of the same person.
package struct LooseRecord: Sendable {
  package let person: String
  package let record: Portfolio.CompletedRecord
}
