internal import Diagnostics
internal import Model
internal import Records
internal import Syntax

/// Checks a well-formed portfolio for contradictions and gaps.
extension DocumentChecker {
  mutating func check(_ portfolio: Portfolio, on today: Day) {
    let standing = Standing(portfolio, on: today, catalogue)
    checkRepetition(portfolio)
    checkTimes(portfolio, on: today)
    checkRoles(portfolio)
    // Gaps can be found only if everything could be read.
    guard bag.diagnostics.errorCount == 0 else { return }
    checkProgress(standing)
    checkReadiness(standing)
  }

  private mutating func checkRepetition(_ portfolio: Portfolio) {
    var pieces: [String: SourceRange] = [:]
    for piece in portfolio.evidence {
      if let first = pieces[piece.id] {
        bag.report(
          RepeatedInRecord(
            range: piece.range, first: first, what: "the code of a piece of evidence"))
      } else {
        pieces[piece.id] = piece.range
      }
    }
    var steps: [Ref<Statement>: SourceRange] = [:]
    for step in portfolio.progress {
      if let first = steps[step.statement] {
        let code = catalogue.contents.statements[step.statement].id
        bag.report(
          RepeatedInRecord(range: step.range, first: first, what: "`\(code)`"))
      } else {
        steps[step.statement] = step.range
      }
    }
  }

  private mutating func checkTimes(_ portfolio: Portfolio, on today: Day) {
    for pause in portfolio.pauses {
      if let to = pause.to, to < pause.from {
        bag.report(
          ImpossibleTime(range: pause.range, what: "this pause ends before it begins"))
      }
    }
    guard let started = portfolio.started else { return }
    let days =
      portfolio.evidence.map { ($0.on, $0.range, "this piece of evidence") }
      + portfolio.progress.map { ($0.on, $0.range, "this step of progress") }
      + portfolio.reviews.map {
        ($0.on, $0.range, "this \(catalogue.contents.identity.vocabulary.review.one)")
      }
      + portfolio.records.map {
        ($0.on, $0.range, "this \(catalogue.contents.identity.vocabulary.record.one)")
      }
    for (day, range, what) in days {
      if day < started {
        bag.report(
          ImpossibleTime(
            range: range, what: "\(what) is of a day before the person started"))
      } else if day > today {
        bag.report(
          ImpossibleTime(
            range: range,
            what:
              "\(what) is of a day that is still to come: it is checked as of \(today.description)")
        )
      }
    }
  }

  private mutating func checkRoles(_ portfolio: Portfolio) {
    let roles = catalogue.contents.roles
    var held: [String: [(role: Ref<Role>, range: SourceRange?)]] = [:]
    if let role = portfolio.role { held[portfolio.person] = [(role, nil)] }
    for piece in portfolio.evidence {
      if let type = piece.type, let role = piece.role,
        let wanted = catalogue.contents.evidenceTypes[type].completedBy, wanted != role
      {
        bag.report(
          OtherRole(
            range: piece.range, type: catalogue.contents.evidenceTypes[type].title,
            wanted: roles[wanted].title))
      }
      guard let by = piece.by, let role = piece.role else { continue }
      if let other = held[by]?.first(where: { areApart($0.role, role) }) {
        bag.report(
          RolesNotApart(
            range: piece.range, role: roles[role].title, other: roles[other.role].title,
            first: other.range))
      }
      held[by, default: []].append((role, piece.range))
    }
  }

  private func areApart(_ left: Ref<Role>, _ right: Ref<Role>) -> Bool {
    catalogue.contents.roles[left].notAlso.contains(right)
      || catalogue.contents.roles[right].notAlso.contains(left)
  }

  private mutating func checkProgress(_ standing: Standing) {
    for step in standing.portfolio.progress {
      let statement = catalogue.contents.statements[step.statement]
      if statement.isRetired {
        bag.report(
          StatementIsRetired(
            range: step.range, code: statement.id, successors: successors(of: statement)))
        continue
      }
      guard step.isShown else { continue }
      let missing = standing.missingEvidence(for: step.statement)
      if !missing.isEmpty {
        bag.report(
          ShownWithoutEvidence(
            range: step.range, statement: catalogue.quoted(step.statement),
            missing: missing.joined(separator: "; ")))
      }
      let open = standing.openPrerequisites(of: step.statement)
      if !open.isEmpty { bag.report(ShownTooEarly(range: step.range, open: open)) }
    }
  }

  private func successors(of statement: Statement) -> [String] {
    guard let status = statement.status else { return [] }
    let all = [status.replacedBy, status.mergedInto].compactMap { $0 } + status.splitInto
    return all.map(catalogue.quoted)
  }

  private mutating func checkReadiness(_ standing: Standing) {
    guard let next = standing.next, next.due.number - standing.today.number <= 31 else { return }
    let review = catalogue.contents.reviews[next.review]
    let open = standing.covered(by: next.review).filter { !standing.isShown($0) }
    let records = standing.missingRecords(for: next.review)
    guard !open.isEmpty || !records.isEmpty, let root = tree.root else { return }
    bag.report(
      NotReadyForReview(
        range: range("started", of: root), review: review.title, due: next.due.description,
        open: open.map(catalogue.quoted),
        records: records.map { catalogue.contents.forms[$0].title }))
  }
}
