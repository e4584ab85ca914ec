internal import Model
internal import Records

/// A report for one person and those who meet with them: what is shown, what the next review covers, and what has to wait.
///
/// It is worded to start a conversation. Nothing is counted against anybody.
package struct PortfolioReport: Sendable {
  private let standing: Standing

  /// `loose` are the person's records in files of their own.
  package init(
    _ portfolio: Portfolio, with loose: [LooseRecord], on day: Day, _ catalogue: Catalogue
  ) {
    var portfolio = portfolio
    portfolio.records += loose.map(\.record)
    standing = Standing(portfolio, on: day, catalogue)
  }

  private var contents: Contents { standing.contents }
  private var words: Vocabulary { contents.identity.vocabulary }

  /// The report as Markdown that is also readable as plain text.
  package var text: String {
    let sections = [head, nextReview, talk, ready, waiting, shown, later].filter { !$0.isEmpty }
    return sections.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  private var head: [String] {
    let identity = contents.identity
    let start =
      standing.portfolio.started.map { "Started on \($0.description)" }
      ?? "No start is written down"
    let month =
      standing.monthsBehind.map {
        ", \($0 == 1 ? "1 month" : "\($0) months") ago by the framework's count"
      } ?? ""
    let pace =
      standing.portfolio.percent == 100 ? "" : " Works \(standing.portfolio.percent)% of full time."
    return [
      "# \(standing.portfolio.person), as of \(standing.today.description)", "",
      "\(identity.title), edition \(identity.edition)", "", "\(start)\(month).\(pace)",
    ]
  }

  private var nextReview: [String] {
    guard let next = standing.next else {
      return [
        "## What comes next", "",
        "No \(words.review.one) is left to come. What was learned is worth looking back on together.",
      ]
    }
    let review = contents.reviews[next.review]
    let days = next.due.number - standing.today.number
    let time =
      days == 0
      ? "today"
      : days > 0
        ? "in \(counted(days, "day"))"
        : "\(counted(-days, "day")) ago, and nothing is written of it yet"
    var lines = ["## Next: \(review.title)", "", "Due on \(next.due.description), \(time)."]
    if !review.attends.isEmpty {
      lines.append(
        "With: \(review.attends.map { contents.roles[$0].title }.joined(separator: ", ")).")
    }
    for past in standing.unrecorded {
      lines.append(
        "Of this one nothing is written: \(contents.reviews[past.review].title) (\(past.due.description)). If it was held, write it down."
      )
    }
    return lines
  }

  /// The open statements of the next review that can be worked on now.
  private var talk: [String] {
    guard let next = standing.next else { return [] }
    let open = standing.covered(by: next.review).filter {
      !standing.isShown($0) && standing.openPrerequisites(of: $0).isEmpty
    }
    let all = standing.covered(by: next.review)
    if open.isEmpty {
      let isWhole = all.allSatisfy(standing.isShown)
      return isWhole && !all.isEmpty
        ? [
          "## To talk about", "",
          "All that it looks at has been shown. What went well, and what would you like to go deeper into?",
        ]
        : []
    }
    return [
      "## To talk about before then", "", "Where in the work could each of these be seen?", "",
    ]
      + open.flatMap(topic)
  }

  private func topic(_ ref: Ref<Statement>) -> [String] {
    let found = standing.evidence(for: ref)
    let missing = standing.missingEvidence(for: ref)
    var notes: [String] = []
    if !found.isEmpty {
      notes.append("Already there: \(found.map(described).joined(separator: ", ")).")
    }
    if !missing.isEmpty {
      notes.append("Still asked for: \(missing.joined(separator: "; ")).")
    } else if !found.isEmpty {
      notes.append("That is all the evidence asked for. Do you agree that it shows this?")
    }
    let line = "- **\(contents.statements[ref].id)** \(sentence(ref))"
    return notes.isEmpty ? [line] : [line, "  " + notes.joined(separator: " ")]
  }

  private func sentence(_ ref: Ref<Statement>) -> String {
    standing.catalogue.shapes.sentence(contents.statements[ref])
  }

  private func described(_ piece: Portfolio.Evidence) -> String {
    let type = piece.type.map { contents.evidenceTypes[$0].title.lowercased() } ?? "evidence"
    return "\(type) \(piece.id) (\(piece.on.description))"
  }

  private var ready: [String] {
    guard let next = standing.next else { return [] }
    let things = contents.reviews[next.review].ready.map { standing.catalogue.shapes.text($0) }
    let forms = standing.missingRecords(for: next.review).map { contents.forms[$0].title }
    let toBeReady = things.isEmpty ? [] : ["## To have ready", ""] + things.map { "- \($0)" }
    let toComplete =
      forms.isEmpty
      ? []
      : ["## \(words.record.titleMany) still to complete for it", ""] + forms.map { "- \($0)" }
    return toBeReady + (toBeReady.isEmpty || toComplete.isEmpty ? [] : [""]) + toComplete
  }

  /// The statements of the next review that cannot be attempted yet.
  private var waiting: [String] {
    guard let next = standing.next else { return [] }
    let blocked = standing.covered(by: next.review).compactMap { ref -> String? in
      let open = standing.openPrerequisites(of: ref)
      guard !standing.isShown(ref), !open.isEmpty else { return nil }
      return
        "- **\(contents.statements[ref].id)** \(standing.catalogue.shapes.sentence(contents.statements[ref]))\n  First: \(open.joined(separator: ", "))."
    }
    return blocked.isEmpty ? [] : ["## What has to wait for something else", ""] + blocked
  }

  private var shown: [String] {
    let all = contents.statements.refs.filter { standing.isShown($0) }
    guard !all.isEmpty else {
      return [
        "## What the evidence shows", "",
        "Nothing has been agreed yet. That is where everybody begins.",
      ]
    }
    let last = standing.portfolio.reviews.map(\.on).filter { $0 <= standing.today }.max()
    let lines = all.map { ref -> String in
      let statement = contents.statements[ref]
      let day = standing.dayShown(ref)
      let isNew = last.map { last in day.map { $0 > last } ?? false } ?? false
      return
        "- **\(statement.id)** \(standing.catalogue.shapes.sentence(statement)) (\(day?.description ?? "")\(isNew ? ", new since the last \(words.review.one)" : ""))"
    }
    return ["## What the evidence shows", ""] + lines
  }

  /// The number of other open statements, which are not listed.
  private var later: [String] {
    let covered = standing.next.map { Set(standing.covered(by: $0.review)) } ?? []
    let rest = contents.statements.refs.filter {
      standing.applies($0) && !standing.isShown($0) && !covered.contains($0)
    }
    return rest.isEmpty
      ? []
      : standing.next == nil
        ? ["Still open: \(words.statement.counted(rest.count))."]
        : [
          "Not for the next \(words.review.one): \(words.statement.counted(rest.count)), for which there is time."
        ]
  }

  private func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}
