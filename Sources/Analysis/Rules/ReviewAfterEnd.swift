internal import Diagnostics
internal import Grammar
internal import Model
internal import Syntax

/// A review in a month after the last of all phases.
struct ReviewAfterEnd: Problem {
  static let rule = Rule(
    "KSF0312", "review-after-end",
    summary:
      "Reports a review in a month that lies after the end of the last phase, where all phases say how long they last.",
    reason: "There is nobody left to review by then, so one of the numbers is a slip.",
    bad: """
      phases: [{id: year-1, title: First year, months: 12}]
      # in a list of reviews
      - {id: review-6, title: Six-month review, month: 60}
      """,
    good: """
      phases: [{id: year-1, title: First year, months: 12}]
      # in a list of reviews
      - {id: review-6, title: Six-month review, month: 6}
      """)

  let range: SourceRange?
  let month: Int

  /// The total length of all phases in months.
  let months: Int
  let phasesPlace: SourceRange?
  let phaseWord: Word

  var message: String {
    "this review is in month \(month), but all \(phaseWord.many) together last \(months) months"
  }

  var notes: [Diagnostic.Note] {
    phasesPlace.map { [Diagnostic.Note("the \(phaseWord.many) are declared here", at: $0)] } ?? []
  }

  var help: String {
    "Months are counted from the start. Correct `month`, or the `months` of the \(phaseWord.many)."
  }

  static func check(_ draft: Draft, _ bag: inout DiagnosticBag) {
    let lengths = draft.contents.phases.elements.map(\.months)
    let known = lengths.compactMap { $0 }
    guard !known.isEmpty, known.count == lengths.count else { return }
    let months = known.reduce(0, +)
    for (ref, review) in draft.contents.reviews.entries where review.month > months {
      bag.report(
        ReviewAfterEnd(
          range: draft.range(of: .review(ref), .month), month: review.month, months: months,
          phasesPlace: draft.records(.framework).first?.keyRange(.phases),
          phaseWord: draft.phaseWord))
    }
  }
}

extension RecordReader {
  /// The range of a key.
  func keyRange(_ key: Key) -> SourceRange? {
    entry(key).map { tree.range(of: Int($0.keyNode)) }
  }
}
