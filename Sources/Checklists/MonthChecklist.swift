internal import Model
internal import Output
internal import Templates

/// The actions of each month: phases that begin, duties, and reviews with their preparations.
struct MonthChecklist: RecordShape {
  static let layout = RecordLayout<Self>("month checklist")
  static let template = PageTemplate<MonthChecklist>("month-checklist", .markdown)

  let opening = Field<Record<ChecklistOpening>>("opening", "What stands at the head.")
  let months = Field<[Record<MonthItem>]>("months", "The months in which something is to be done.")
}

/// A month with its actions.
struct MonthItem: RecordShape {
  static let layout = RecordLayout<Self>("month")

  let title = Field<String>("title", "Which month it is, in words.")
  let starting = Field<String>("starting", "The phase that begins.")
  let actions = Field<[Record<ActionItem>]>("actions", "What is to be done in this month.")
  let kept = Field<String>("kept", "The duties that go on, by name or by their number.")
}

extension ChecklistWriter {
  var hasMonths: Bool { !contents.reviews.isEmpty || !contents.duties.isEmpty }

  func months() -> Record<MonthChecklist> {
    let timeline = contents.timeline
    let lastReview = contents.reviews.elements.map(\.month).max() ?? 0
    let everyMonth = timeline.mandatoryMonths
    return Record(in: values) { record, field in
      record[field.opening] = opening(
        "Month by month", purpose: "What falls due in which month, counted from the start.",
        completedBy: titles(Array(contents.roles.refs)), summary: nil,
        people: titles(Array(contents.roles.refs)))
      record[field.months] = (0...max(lastReview, everyMonth, 1)).compactMap { month in
        self.month(month, timeline, isListedAnyway: month > 0 && month <= everyMonth)
      }
    }
  }

  /// The actions of a month. Month 0 is the start; things that begin with a phase belong to the phase's first month.
  private func month(
    _ month: Int, _ timeline: PhaseTimeline, isListedAnyway: Bool
  ) -> Record<MonthItem>? {
    let starting = timeline.spans.filter { $0.firstMonth == month }.map(\.phase)
    let begun = contents.duties.refs.filter { begins($0, in: month, timeline) }
    let reviews = reviewsInTime.filter { contents.reviews[$0].month == month }
    let coming = reviewsInTime.filter { contents.reviews[$0].month == month + 1 }
    let actions =
      begun.map(beginning) + coming.flatMap(preparation) + reviews.map(holding)
    guard isListedAnyway || !actions.isEmpty || !starting.isEmpty else { return nil }
    let kept = month == 0 ? [] : contents.duties.refs.filter { goesOn($0, in: month, timeline) }
    return Record(in: values) { record, field in
      record[field.title] = month == 0 ? "At the start" : "Month \(month)"
      record[field.starting] = starting.map(beginning).joined(separator: ", ")
      record[field.actions] = actions
      record[field.kept] = keptUp(kept)
    }
  }

  private func beginning(_ ref: Ref<Phase>) -> String {
    let phase = contents.phases[ref]
    return phase.requirement == .mandatory
      ? phase.title : "\(phase.title) (\(phase.requirement.rawValue))"
  }

  /// A duty with its title and measure only. The list of duties has the full text.
  private func beginning(_ ref: Ref<Duty>) -> Record<ActionItem> {
    action(
      contents.duties[ref].title, details: [line(contents.duties[ref].measure)].compactMap { $0 })
  }

  /// A few duties by title, or the number of more. Their full texts are where they begin.
  private func keptUp(_ duties: [Ref<Duty>]) -> String {
    duties.count > 3
      ? "the \(words.duty.counted(duties.count)) that began in this month or before"
      : duties.map { contents.duties[$0].title }.joined(separator: "; ")
  }

  private func begins(_ ref: Ref<Duty>, in month: Int, _ timeline: PhaseTimeline) -> Bool {
    let phases = contents.duties[ref].phases
    guard !phases.isEmpty else { return month == 0 }
    return timeline.spans.filter { phases.contains($0.phase) }.map(\.firstMonth).min() ?? 0 == month
  }

  private func goesOn(_ ref: Ref<Duty>, in month: Int, _ timeline: PhaseTimeline) -> Bool {
    let phases = contents.duties[ref].phases
    if phases.isEmpty || timeline.spans.isEmpty { return true }
    return timeline.spans.contains { phases.contains($0.phase) && $0.holds(month: month) }
  }

  /// The preparations for a review, which are due in the month before it.
  private func preparation(_ ref: Ref<Review>) -> [Record<ActionItem>] {
    let review = contents.reviews[ref]
    guard !review.ready.isEmpty else { return [] }
    return [
      action("Get ready for: \(review.title)", details: review.ready.compactMap { line($0) })
    ]
  }

  private func holding(_ ref: Ref<Review>) -> Record<ActionItem> {
    let review = contents.reviews[ref]
    let forms = forms(for: ref).map { contents.forms[$0].title }
    let details = [
      review.attends.isEmpty ? nil : titles(review.attends).joined(separator: ", "),
      forms.isEmpty ? nil : "\(words.record.titleMany): " + forms.joined(separator: ", "),
    ]
    return action("Hold: \(review.title)", details: details.compactMap { $0.map(escaped) })
  }

  private func escaped(_ text: String) -> SafeMarkup {
    values.markup { $0.append(markdown: text) }
  }
}
