/// When the phases of a framework begin and end for a full-time worker, in months from the start.
package struct PhaseTimeline: Sendable {
  /// In the framework's order. A phase without a length ends the timeline: what comes after it has no known start.
  package let spans: [Span]

  /// The end of the last mandatory phase with a known end; 0 if there is none.
  package let mandatoryMonths: Int

  package struct Span: Sendable {
    package let phase: Ref<Phase>
    package let start: Int
    /// Nil if the phase has no length.
    package let end: Int?

    /// The month in which it begins: 0, the start itself, for the first.
    package var firstMonth: Int { start == 0 ? 0 : start + 1 }

    /// Whether a month belongs to it. Month 1 is the first month of a phase that starts at 0.
    package func holds(month: Int) -> Bool { month > start && end.map { month <= $0 } ?? true }
  }

  init(_ phases: Table<Phase>) {
    var spans: [Span] = []
    var start: Int? = 0
    var mandatory = 0
    for (ref, phase) in phases.entries {
      guard let begin = start else { break }
      let end = phase.months.map { begin + $0 }
      spans.append(Span(phase: ref, start: begin, end: end))
      if phase.requirement == .mandatory, let end { mandatory = end }
      start = end
    }
    self.spans = spans
    mandatoryMonths = mandatory
  }
}

extension Contents {
  package var timeline: PhaseTimeline { PhaseTimeline(phases) }

  /// Whether a review looks at a statement: one of a phase that it names; one of a domain or outcome that it names, if
  /// the statement's phase has begun by then; and where it names nothing, any whose phase has begun.
  package func covers(_ ref: Ref<Review>, _ statement: Statement) -> Bool {
    let review = reviews[ref]
    guard !review.covers.isEmpty else { return hasBegun(statement, by: review) }
    return review.covers.contains { subject in
      switch subject {
      case .phase(let phase): statement.phase == phase
      case .outcome(let outcome): statement.outcome == outcome && hasBegun(statement, by: review)
      case .domain(let domain):
        outcomes[statement.outcome].domain == domain && hasBegun(statement, by: review)
      default: false
      }
    }
  }

  private func hasBegun(_ statement: Statement, by review: Review) -> Bool {
    guard let phase = statement.phase else { return true }
    let spans = timeline.spans
    guard let span = spans.first(where: { $0.phase == phase }) else {
      // The phases before it have no lengths, so nobody can tell.
      return true
    }
    return span.start < max(1, review.month)
  }
}
