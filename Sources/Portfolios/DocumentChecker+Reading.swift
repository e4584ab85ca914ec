internal import Diagnostics
internal import Model
internal import Syntax

/// Reads the data of a document whose shape was checked. Values that were reported as wrong are left out.
extension DocumentChecker {
  func readPortfolio(_ root: Int) -> Portfolio {
    var portfolio = Portfolio()
    portfolio.person = text("person", of: root) ?? ""
    portfolio.role = text("role", of: root).flatMap { catalogue.roles[$0] }
    portfolio.started = day("started", of: root)
    portfolio.percent = value("percent", of: root).flatMap { number(tree.value(of: $0)) } ?? 100
    for id in texts("chosen", of: root) {
      if let phase = catalogue.phases[id] { portfolio.phases.insert(phase) }
      if let specialism = catalogue.specialisms[id] {
        portfolio.specialisms.insert(specialism)
        if let phase = catalogue.contents.specialisms[specialism].phase {
          portfolio.phases.insert(phase)
        }
      }
    }
    portfolio.pauses = items("pauses", of: root).compactMap(pause)
    portfolio.evidence = items("evidence", of: root).compactMap(piece)
    portfolio.progress = merged(items("progress", of: root).flatMap(steps))
    portfolio.reviews = items("reviews", of: root).compactMap { node in
      guard let review = text("review", of: node).flatMap({ catalogue.reviews[$0] }),
        let on = day("date", of: node)
      else { return nil }
      return Portfolio.HeldReview(review: review, on: on, range: range("date", of: node))
    }
    portfolio.records = items("records", of: root).compactMap(readRecord)
    return portfolio
  }

  func readRecord(_ node: Int) -> Portfolio.CompletedRecord? {
    guard let form = text("record", of: node).flatMap({ catalogue.forms[$0] }),
      let on = day("date", of: node)
    else { return nil }
    return Portfolio.CompletedRecord(
      form: form, on: on, review: text("review", of: node).flatMap { catalogue.reviews[$0] },
      range: range("date", of: node))
  }

  private func pause(_ node: Int) -> Portfolio.Pause? {
    day("from", of: node).map {
      Portfolio.Pause(from: $0, to: day("to", of: node), range: range("from", of: node))
    }
  }

  private func piece(_ node: Int) -> Portfolio.Evidence? {
    guard let id = text("id", of: node), let on = day("date", of: node) else { return nil }
    return Portfolio.Evidence(
      id: id, type: text("type", of: node).flatMap { catalogue.evidenceTypes[$0] }, on: on,
      statements: texts("statements", of: node).compactMap { catalogue.statements[$0] },
      by: text("by", of: node), role: text("role", of: node).flatMap { catalogue.roles[$0] },
      isAlternative: value("alternative", of: node).flatMap { readFlag(tree.value(of: $0)) }
        ?? false,
      range: range("id", of: node))
  }

  /// The steps of an entry, several if its statement was split. A statement that needs another look does not count as shown.
  private func steps(_ node: Int) -> [Portfolio.Step] {
    guard let value = value("statement", of: node), let on = day("date", of: node),
      let state = text("state", of: node)
    else { return [] }
    let isSettled = unconfirmed[tree.text(of: value)] == nil
    return codes(value).compactMap { catalogue.statements[$0] }.map {
      Portfolio.Step(
        statement: $0, isShown: state == "shown" && isSettled, on: on,
        range: range("statement", of: node))
    }
  }

  /// One step for several entries whose statements were merged. It is shown if all of them were.
  private func merged(_ steps: [Portfolio.Step]) -> [Portfolio.Step] {
    guard migration != nil else { return steps }
    func written(_ step: Portfolio.Step) -> ArraySlice<UInt8> {
      file.bytes[Int(step.range.start)..<Int(step.range.end)]
    }
    var merged: [Portfolio.Step] = []
    for step in steps {
      // A repeated code is a mistake in any edition.
      if let index = merged.firstIndex(where: {
        $0.statement == step.statement && written($0) != written(step)
      }) {
        merged[index].isShown = merged[index].isShown && step.isShown
      } else {
        merged.append(step)
      }
    }
    return merged
  }

  /// The code at a node, or the successors of its code of an earlier edition.
  private func codes(_ node: Int) -> [String] { carriedCodes[node] ?? [tree.text(of: node)] }

  // MARK: By key

  private func value(_ key: String, of node: Int) -> Int? { entries[node]?[key] }

  func text(_ key: String, of node: Int) -> String? {
    value(key, of: node).map { carriedCodes[$0]?.first ?? tree.text(of: $0) }
  }

  private func day(_ key: String, of node: Int) -> Day? {
    value(key, of: node).flatMap { readDay(tree.value(of: $0)) }
  }

  private func items(_ key: String, of node: Int) -> [Int] {
    value(key, of: node).map { Array(tree.children(of: $0)).filter { entries[$0] != nil } } ?? []
  }

  private func texts(_ key: String, of node: Int) -> [String] {
    guard let list = value(key, of: node) else { return [] }
    return tree.children(of: list).filter { tree.nodes[$0].kind == .scalar }
      .flatMap(codes)
  }

  /// The range of the value of a key.
  func range(_ key: String, of node: Int) -> SourceRange {
    value(key, of: node).map { tree.range(of: $0) } ?? start(of: node)
  }
}
