package import Diagnostics

/// A recorded edition that differs from its record in the lock.
package struct ChangedEdition: Problem {
  package static let rule = Rule(
    "KSF0909", "changed-edition",
    summary: "Refuses a recorded edition that was changed, is gone, or was put there by hand.",
    reason:
      "People have an edition in their hands. What it said has to stay findable, word for word.",
    bad: "# editions/1.0.0/framework/framework.yaml, edited after 1.0.0 was recorded",
    good: "# a change in framework/, and a new edition: ksf release")

  enum What: Sendable { case isChanged, isGone, isNotNoted }

  package let range: SourceRange?
  let edition: String
  let what: What

  package var message: String {
    switch what {
    case .isChanged: "the recorded edition \(edition) was changed"
    case .isGone: "the recorded edition \(edition) is gone"
    case .isNotNoted: "the lock does not know the edition in `editions/\(edition)`"
    }
  }

  package var help: String {
    switch what {
    case .isChanged, .isGone:
      "Get it back: git checkout HEAD -- editions/\(edition). What is to change belongs in `framework/`, and into an edition of its own."
    case .isNotNoted:
      "Editions are recorded by `ksf release`. Remove the folder, or get back the lock that knows it."
    }
  }
}
