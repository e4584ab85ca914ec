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
}

/// The statements that a review looks at.
///
/// It looks at all statements of a phase that it names. It looks at the statements of a domain or outcome that it names if
/// their phase has begun by then. If it names nothing, it looks at all statements whose phase has begun.
package struct ReviewScope: Sendable {
  private let covers: [Subject]

  /// By phase: whether it has begun when the review is held.
  private let hasBegun: [Bool]

  package init(_ contents: Contents, _ ref: Ref<Review>) {
    let review = contents.reviews[ref]
    let spans = contents.timeline.spans
    covers = review.covers
    hasBegun = contents.phases.refs.map { phase in
      // If the phases before it have no lengths, nobody can tell.
      spans.first { $0.phase == phase }.map { $0.start < max(1, review.month) } ?? true
    }
  }

  package func contains(_ statement: Statement) -> Bool {
    let phase = statement.phase
    let hasBegun = phase.map { self.hasBegun[Int($0.index)] } ?? true
    guard !covers.isEmpty else { return hasBegun }
    return covers.contains { subject in
      switch subject {
      case .phase(let covered): phase == covered
      case .outcome(let covered): statement.outcome == covered && hasBegun
      case .domain(let covered): statement.domain == covered && hasBegun
      default: false
      }
    }
  }
}
