internal import Diagnostics
internal import Grammar
internal import Model

/// A source that should have been looked at again before the framework was issued.
struct SourcePastReview: Problem {
  static let rule = Rule(
    "KSF0618", "source-past-review", .warning,
    summary:
      "Warns of a source whose `review-by` lies before the day on which the framework is issued.",
    reason: "Law and guidance change. What rested on the source may no longer hold.",
    bad: "review-by: 2026-03-31  # and the framework is issued on 2026-11-30",
    good: "review-by: 2027-03-31")

  let range: SourceRange?
  let source: String
  let reviewBy: CalendarDate
  let issued: CalendarDate
  let issuedPlace: SourceRange?

  var message: String {
    "`\(source)` was to be looked at again by \(reviewBy), before this framework is issued on \(issued)"
  }

  var notes: [Diagnostic.Note] {
    issuedPlace.map { [Diagnostic.Note("the framework is issued on \(issued)", at: $0)] } ?? []
  }

  var help: String {
    "Look whether the source still holds and whether there is a newer one. Then set `review-by` to the next day to look."
  }

  static func check(_ draft: Draft, _ bag: inout DiagnosticBag) {
    guard let issued = draft.contents.identity.issued else { return }
    for (ref, source) in draft.contents.sources.entries {
      guard let reviewBy = source.reviewBy, reviewBy.isBefore(issued),
        // One before the source itself is a slip, which is reported as such.
        source.date.map({ !reviewBy.isBefore($0) }) ?? true
      else { continue }
      bag.report(
        SourcePastReview(
          range: draft.range(of: .source(ref), .reviewBy), source: source.id, reviewBy: reviewBy,
          issued: issued, issuedPlace: draft.range(of: .framework, .issued)))
    }
  }
}
