internal import Model

/// The state of one person on a day: shown and open statements with their reasons, and the next review.
struct Standing {
  let catalogue: Catalogue
  let portfolio: Portfolio
  let today: Day

  private let shown: [Ref<Statement>: Day]
  private let pieces: [Ref<Statement>: [Portfolio.Evidence]]

  init(_ portfolio: Portfolio, on today: Day, _ catalogue: Catalogue) {
    self.catalogue = catalogue
    self.portfolio = portfolio
    self.today = today
    shown = Dictionary(
      portfolio.progress.filter(\.isShown).map { ($0.statement, $0.on) },
      uniquingKeysWith: { first, _ in first })
    var pieces: [Ref<Statement>: [Portfolio.Evidence]] = [:]
    for piece in portfolio.evidence {
      for statement in piece.statements { pieces[statement, default: []].append(piece) }
    }
    self.pieces = pieces
  }

  var contents: Contents { catalogue.contents }

  func isShown(_ ref: Ref<Statement>) -> Bool { shown[ref] != nil }
  func dayShown(_ ref: Ref<Statement>) -> Day? { shown[ref] }
  func evidence(for ref: Ref<Statement>) -> [Portfolio.Evidence] { pieces[ref] ?? [] }

  /// Whether a statement is for this person: it is in force, its phase is mandatory or was chosen, and so on.
  func applies(_ ref: Ref<Statement>) -> Bool {
    let statement = contents.statements[ref]
    if statement.isRetired { return false }
    if let phase = statement.phase, !goesThrough(phase) { return false }
    if let specialism = statement.specialism, !portfolio.specialisms.contains(specialism) {
      return false
    }
    guard let role = portfolio.role, !statement.roles.isEmpty else { return true }
    return statement.roles.contains(role)
  }

  private func goesThrough(_ phase: Ref<Phase>) -> Bool {
    contents.phases[phase].requirement == .mandatory || portfolio.phases.contains(phase)
  }

  /// The ids of a statement's open prerequisites.
  func openPrerequisites(of ref: Ref<Statement>) -> [String] {
    let statement = contents.statements[ref]
    var open: [String] = []
    for earlier in statement.reliesOn where applies(earlier) && !isShown(earlier) {
      open.append(contents.statements[earlier].id)
    }
    for prerequisite in statement.after {
      switch prerequisite {
      case .statement(let earlier):
        if applies(earlier), !isShown(earlier) { open.append(contents.statements[earlier].id) }
      case .outcome(let outcome):
        let all = contents.outcomes[outcome].statements
        if all.contains(where: { applies($0) && !isShown($0) }) {
          open.append(contents.outcomes[outcome].id)
        }
      }
    }
    return open
  }

  /// The missing evidence of a statement, in words; empty if nothing is missing.
  func missingEvidence(for ref: Ref<Statement>) -> [String] {
    guard let rule = contents.statements[ref].evidence else { return [] }
    let found = evidence(for: ref)
    func has(_ type: Ref<EvidenceType>) -> Bool { found.contains { $0.type == type } }
    func title(_ type: Ref<EvidenceType>) -> String {
      contents.evidenceTypes[type].title.lowercased()
    }
    var missing: [String] = []
    if !found.contains(where: \.isAlternative) {
      missing = rule.allOf.filter { !has($0) }.map(title)
      if !rule.anyOf.isEmpty, !rule.anyOf.contains(where: has), rule.allOf.isEmpty {
        missing.append("one of these: " + rule.anyOf.map(title).joined(separator: ", "))
      }
    }
    // The missing types named above count among the pieces.
    let more = max(rule.atLeast ?? 1, 1) - found.count - missing.count
    if more > 0 { missing.append("\(more) more \(more == 1 ? "piece" : "pieces") of evidence") }
    let observers = Set(found.compactMap(\.by)).count
    if let wanted = rule.observers, observers < wanted {
      missing.append(Standing.observers(wanted - observers, isFirst: observers == 0))
    }
    return missing
  }

  private static func observers(_ count: Int, isFirst: Bool) -> String {
    if count == 1 { return isFirst ? "an observer" : "another observer" }
    return isFirst ? "\(count) different observers" : "\(count) other observers"
  }
}

extension Standing {
  /// The date of a review for this person, later for part-time work and for pauses.
  func due(_ ref: Ref<Review>) -> Day? {
    portfolio.started.map { day(ofMonth: contents.reviews[ref].month, from: $0) }
  }

  /// The number of whole months of the framework that have passed; nil before the start.
  var monthsBehind: Int? {
    guard let started = portfolio.started, started <= today else { return nil }
    var months = 0
    while day(ofMonth: months + 1, from: started) <= today { months += 1 }
    return months
  }

  /// The day on which a month of the framework ends. Part-time work takes longer, in whole months; each day of a pause adds a
  /// day.
  private func day(ofMonth month: Int, from started: Day) -> Day {
    var day = started.adding(months: (month * 100 + portfolio.percent - 1) / portfolio.percent)
    for pause in pauses where pause.lowerBound < day.number { day = day.adding(days: pause.count) }
    return day
  }

  /// The days of absence in order, with overlapping pauses merged.
  private var pauses: [ClosedRange<Int>] {
    var merged: [ClosedRange<Int>] = []
    for pause in portfolio.pauses.sorted(by: { $0.from < $1.from }) {
      let last = pause.to ?? max(today, pause.from)
      guard last >= pause.from else { continue }
      if let before = merged.last, pause.from.number <= before.upperBound {
        merged[merged.count - 1] = before.lowerBound...max(before.upperBound, last.number)
      } else {
        merged.append(pause.from.number...last.number)
      }
    }
    return merged
  }

  /// Whether a review is for this person: it is in the time of a phase that the person goes through.
  private func applies(_ ref: Ref<Review>) -> Bool {
    let month = contents.reviews[ref].month
    guard let span = contents.timeline.spans.first(where: { $0.holds(month: month) }) else {
      return true
    }
    return goesThrough(span.phase)
  }

  /// The reviews after the last one held, in chronological order.
  private var coming: [Ref<Review>] {
    let held = Set(portfolio.reviews.filter { $0.on <= today }.map(\.review))
    let all = catalogue.reviewsInTime.filter { applies($0) }
    let last = all.lastIndex { held.contains($0) }
    return Array(all[(last.map { $0 + 1 } ?? 0)...])
  }

  /// The next review, with its date.
  var next: (review: Ref<Review>, due: Day)? {
    let dated = coming.compactMap { ref in due(ref).map { (ref, $0) } }
    return dated.first { $0.1 >= today } ?? dated.last
  }

  /// Past reviews without an entry.
  var unrecorded: [(review: Ref<Review>, due: Day)] {
    coming.compactMap { ref in
      due(ref).flatMap { $0 < today && ref != next?.review ? (ref, $0) : nil }
    }
  }

  /// The statements that a review covers and that are for this person, in the framework's order.
  func covered(by ref: Ref<Review>) -> [Ref<Statement>] {
    catalogue.covered[Int(ref.index)].filter { applies($0) }
  }

  /// The records that a review needs and that are missing. A record counts if it names the review, or dates from after the
  /// previous one.
  func missingRecords(for ref: Ref<Review>) -> [Ref<Form>] {
    let last = portfolio.reviews.map(\.on).filter { $0 <= today }.max()
    return catalogue.needed[Int(ref.index)].filter { form in
      !portfolio.records.contains { record in
        guard record.form == form else { return false }
        if let review = record.review { return review == ref }
        return last.map { record.on > $0 } ?? true
      }
    }
  }
}
