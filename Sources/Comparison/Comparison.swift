package import Model
internal import Output

/// The changes in meaning from one edition of a framework to another.
package struct Comparison: Sendable {
  package let old: Identity
  package let new: Identity

  /// The changes in the order of the new edition: the framework, the body, the process, then the references.
  package let changes: [Change]

  let oldContents: EditionContents
  let newContents: EditionContents

  /// The ids and titles of the phases, in order.
  let phaseTitles: [(id: String, title: String)]

  /// The plural of each of the framework's own nouns, by its singular.
  let plurals: [String: String]

  /// Compares two editions. They may contain errors; unresolved references are not compared.
  package init(from old: Contents, to new: Contents) {
    self.old = old.identity
    self.new = new.identity
    var comparer = Comparer(old: EditionContents(old), new: EditionContents(new))
    comparer.compareAll()
    (oldContents, newContents) = (comparer.old, comparer.new)
    let finder = ImpactFinder(old: comparer.old, new: comparer.new)
    changes = comparer.changes.map { change in
      var change = change
      change.impact = finder.impact(of: change)
      return change
    }
    phaseTitles = new.phases.elements.map { ($0.id, $0.title) }
    plurals = Dictionary(
      new.identity.vocabulary.words.map { ($0.word.one, $0.word.many) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The edition that the changes demand.
  package var requiredEdition: RequiredEdition {
    RequiredEdition(
      after: old.edition, changes.filter(\.isEditionMatter).map(\.rule.changeClass).max())
  }

  /// The worst class among the changes; nil if there are none.
  package var changeClass: ChangeClass? { changes.map(\.rule.changeClass).max() }
}

extension Change {
  /// Whether the content of the edition changed, and not only its status or dates.
  fileprivate var isEditionMatter: Bool { rule != .statusChanged && rule != .datesChanged }
}

/// Collects the changes.
private struct Comparer {
  let old: EditionContents
  let new: EditionContents
  var changes: [Change] = []

  /// The rules for elements that were added or removed.
  private struct Existence<Element: Sendable> {
    var added: (Element) -> ChangeRule = { _ in .added }
    var removed = ChangeRule.removed
  }

  mutating func compareAll() {
    let (was, now) = (old.contents, new.contents)
    let words = now.identity.vocabulary
    compareFramework()
    compareRetired()
    compare(\.kinds, words.kind, Subject.kind, kindAspects)
    compare(\.phases, words.phase, Subject.phase, phaseAspects)
    compare(\.specialisms, words.specialism, Subject.specialism, specialismAspects)
    compare(\.roles, words.role, Subject.role, roleAspects)
    compare(\.evidenceTypes, words.evidence, Subject.evidenceType, evidenceTypeAspects)
    compare(\.levels, words.level, Subject.level, levelAspects)
    compare(\.results, Word("result", "results"), Subject.result, resultAspects)
    compareOrder(\.phases, words.phase, .stagesReordered, Subject.phase)
    compareOrder(\.levels, words.level, .stagesReordered, Subject.level)
    compareOrder(\.domains, words.domain, .reordered, Subject.domain)
    compareOrder(\.reviews, words.review, .reordered, Subject.review)
    compare(\.domains, words.domain, Subject.domain, domainAspects)
    compare(\.outcomes, words.outcome, Subject.outcome, outcomeAspects)
    compareStatements()
    compareOrder()
    compare(\.duties, words.duty, Subject.duty, dutyAspects)
    compare(
      \.reviews, words.review, Subject.review, reviewAspects,
      Existence(added: { _ in .addedForAll }))
    compare(\.forms, words.record, Subject.form, formAspects)
    compare(
      \.sources, words.source, Subject.source, sourceAspects, Existence(removed: .dropped))
    compare(
      \.crosswalks, words.crosswalk, Subject.crosswalk, crosswalkAspects,
      Existence(removed: .dropped))
    compareNamed(was.terms, now.terms, "term", termAspects) { $0.term }
    compareNamed(was.events, now.events, "event", eventAspects) { event in
      [event.date?.description, event.title].compactMap { $0 }.joined(separator: " ")
    }
  }

  private mutating func compareFramework() {
    let (was, now) = (old.contents.identity, new.contents.identity)
    let item = ComparedItem(id: now.id, noun: "framework", title: now.title)
    changes += Comparer.differences(
      Side(element: was, contents: old), Side(element: now, contents: new), item, frameworkAspects)
  }

  /// Compares the list of retired ids. The removal of an element is reported where the element is compared.
  private mutating func compareRetired() {
    let identity = new.contents.identity
    let framework = ComparedItem(id: identity.id, noun: "framework", title: identity.title)
    func retired(_ edition: EditionContents, besides other: EditionContents) -> [String] {
      let things = Set(other.contents.subjects.map(other.id))
      return edition.contents.retired.map(\.id).filter { !things.contains($0) }
    }
    let (gone, come) = (retired(old, besides: new), retired(new, besides: old))
    if Set(gone) != Set(come) {
      changes.append(
        Change(
          .described, framework, before: gone.joined(separator: ", "),
          after: come.joined(separator: ", "), part: "retired"))
    }
    for now in new.contents.retired {
      guard let was = old.contents.retired.first(where: { $0.id == now.id }) else { continue }
      let item = ComparedItem(id: now.id, noun: "retired id", title: now.id)
      let successors = (was.replacedBy.map(old.id), now.replacedBy.map(new.id))
      if successors.0 != successors.1 {
        changes.append(Change(.fateChanged, item, before: successors.0, after: successors.1))
      }
      let reasons = (old.plain(was.reason), new.plain(now.reason))
      if reasons.0 != reasons.1 {
        changes.append(Change(.described, item, before: reasons.0, after: reasons.1))
      }
    }
  }

  private mutating func compare<Element: Sendable>(
    _ table: KeyPath<Contents, Table<Element>>, _ word: Word,
    _ subject: (Ref<Element>) -> Subject, _ aspects: [Aspect<Element>],
    _ existence: Existence<Element> = Existence()
  ) {
    func list(_ edition: EditionContents) -> [(key: String, item: ComparedItem, element: Element)] {
      edition.contents[keyPath: table].entries.map { ref, element in
        let id = edition.id(subject(ref))
        let title = inOneLine(edition.contents.title(of: subject(ref)))
        return (id, ComparedItem(id: id, noun: word.one, title: title), element)
      }
    }
    compare(list(old), list(new), aspects, existence)
  }

  /// Compares elements without an id, which are identified by their names.
  private mutating func compareNamed<Element: Sendable>(
    _ was: Table<Element>, _ now: Table<Element>, _ noun: String, _ aspects: [Aspect<Element>],
    _ name: (Element) -> String
  ) {
    func list(_ table: Table<Element>) -> [(key: String, item: ComparedItem, element: Element)] {
      table.elements.map {
        (name($0), ComparedItem(id: name($0), noun: noun, title: name($0)), $0)
      }
    }
    compare(list(was), list(now), aspects, Existence(removed: .dropped))
  }

  private mutating func compare<Element: Sendable>(
    _ was: [(key: String, item: ComparedItem, element: Element)],
    _ now: [(key: String, item: ComparedItem, element: Element)], _ aspects: [Aspect<Element>],
    _ existence: Existence<Element>
  ) {
    let before = Dictionary(
      was.map { ($0.key, $0.element) }, uniquingKeysWith: { first, _ in first })
    let keys = Set(now.map(\.key))
    for entry in was where !keys.contains(entry.key) {
      changes.append(end(of: entry.item, existence.removed))
    }
    for entry in now {
      guard let element = before[entry.key] else {
        changes.append(Change(existence.added(entry.element), entry.item, after: entry.item.title))
        continue
      }
      changes += Comparer.differences(
        Side(element: element, contents: old), Side(element: entry.element, contents: new),
        entry.item, aspects)
    }
  }

  /// The change of a removed element: its fate under `retired:`, or else the given rule.
  private func end(of item: ComparedItem, _ rule: ChangeRule) -> Change {
    guard let retired = new.contents.retired.first(where: { $0.id == item.id }) else {
      return Change(rule, item, before: item.title)
    }
    // No record names a dropped element, so it does not matter whether it was retired.
    return Change(
      rule == .removed ? .retired : rule, item, before: item.title,
      after: retired.replacedBy.map(new.id) ?? new.plain(retired.reason))
  }

  /// Compares the order of elements that both editions have. The change is reported for the framework.
  private mutating func compareOrder<Element: Sendable>(
    _ table: KeyPath<Contents, Table<Element>>, _ word: Word, _ rule: ChangeRule,
    _ subject: (Ref<Element>) -> Subject
  ) {
    let before = old.contents[keyPath: table].refs.map { old.id(subject($0)) }
    let after = new.contents[keyPath: table].refs.map { new.id(subject($0)) }
    let (known, kept) = (Set(before), Set(after))
    guard before.filter(kept.contains) != after.filter(known.contains) else { return }
    let identity = new.contents.identity
    let item = ComparedItem(id: identity.id, noun: "framework", title: identity.title)
    changes.append(
      Change(rule, item, after: after.prefix(20).joined(separator: ", "), part: word.many))
  }

  private static func differences<Element: Sendable>(
    _ old: Side<Element>, _ new: Side<Element>, _ item: ComparedItem, _ aspects: [Aspect<Element>]
  ) -> [Change] {
    aspects.flatMap { $0.changes(old, new, item) }
  }
}

extension Comparer {
  private mutating func compareStatements() {
    let before = Dictionary(
      old.contents.statements.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let ids = Set(new.contents.statements.map(\.id))
    for statement in old.contents.statements where !ids.contains(statement.id) {
      changes.append(end(of: item(statement, old), .removed))
    }
    let successors = freshSuccessors(before)
    for statement in new.contents.statements {
      let item = item(statement, new)
      if let earlier = before[statement.id] {
        changes += statementChanges(earlier, statement, item)
      } else if !statement.isRetired, successors.renamed.contains(statement.id) {
        // The change of the older id reports it.
      } else if !statement.isRetired {
        let added: ChangeRule = new.isMandatory(statement) ? .addedForAll : .added
        changes.append(
          Change(
            successors.others.contains(statement.id) ? .successor : added, item,
            after: new.plain(statement.text)))
      }
    }
  }

  /// The ids of new statements that succeed statements ended in this edition: those with the same text, and the others.
  private func freshSuccessors(
    _ before: [String: Statement]
  ) -> (renamed: Set<String>, others: Set<String>) {
    var renamed: Set<String> = []
    var others: Set<String> = []
    for statement in new.contents.statements where statement.isRetired {
      guard let earlier = before[statement.id], !earlier.isRetired else { continue }
      if let same = sameUnderNewName(earlier, statement) {
        renamed.insert(same.id)
      } else {
        others.formUnion(new.ids(successors(of: statement), Subject.statement))
      }
    }
    return (renamed, others)
  }

  private func successors(of statement: Statement) -> [Ref<Statement>] {
    guard let status = statement.status else { return [] }
    return [status.replacedBy, status.mergedInto].compactMap { $0 } + status.splitInto
  }

  /// The successor with the same text and a new id; nil if there is none.
  private func sameUnderNewName(_ was: Statement, _ now: Statement) -> Statement? {
    guard let ref = now.status?.replacedBy else { return nil }
    let successor = new.contents.statements[ref]
    // If the successor existed before, two statements became one, and none got a new id.
    let isNew = !old.contents.statements.contains { $0.id == successor.id }
    return isNew && isSlip(old.plain(was.text), new.plain(successor.text)) ? successor : nil
  }

  private func statementChanges(
    _ was: Statement, _ now: Statement, _ item: ComparedItem
  ) -> [Change] {
    switch (was.isRetired, now.isRetired) {
    case (true, true):
      let before = old.ids(successors(of: was), Subject.statement).joined(separator: ", ")
      let after = new.ids(successors(of: now), Subject.statement).joined(separator: ", ")
      return (before == after ? [] : [Change(.fateChanged, item, before: before, after: after)])
        + Comparer.differences(
          Side(element: was, contents: old), Side(element: now, contents: new), item,
          [statusAspect])
    case (true, false): return [Change(.revived, item)]
    case (false, true): return ending(of: was, now, item)
    case (false, false): return differences(was, now, item)
    }
  }

  private func differences(_ was: Statement, _ now: Statement, _ item: ComparedItem) -> [Change] {
    Comparer.differences(
      Side(element: was, contents: old), Side(element: now, contents: new), item,
      statementAspects)
  }

  private func ending(of was: Statement, _ now: Statement, _ item: ComparedItem) -> [Change] {
    let text = old.plain(was.text)
    let ids = new.ids(successors(of: now), Subject.statement).joined(separator: ", ")
    guard !ids.isEmpty else {
      return [Change(.withdrawn, item, before: text, after: new.plain(now.status?.reason))]
    }
    guard let same = sameUnderNewName(was, now) else {
      return [Change(.replaced, item, before: text, after: ids)]
    }
    // Other properties may have changed along with the id.
    return [Change(.renamed, item, before: was.id, after: same.id)]
      + differences(was, same, self.item(same, new))
  }

  private func item(_ statement: Statement, _ edition: EditionContents) -> ComparedItem {
    ComparedItem(
      id: statement.id, noun: new.contents.identity.vocabulary.statement.one,
      title: edition.plain(statement.text))
  }

  /// Compares the order of outcomes in each domain and of statements in each outcome.
  private mutating func compareOrder() {
    let words = new.contents.identity.vocabulary
    compareOrder(\.domains, words.domain, { ($0.id, $0.title) }) { domain, edition in
      edition.ids(domain.outcomes, Subject.outcome)
    }
    compareOrder(\.outcomes, words.outcome, { ($0.id, $0.title) }) { outcome, edition in
      edition.ids(outcome.statements, Subject.statement)
    }
  }

  /// Compares the order of the children of each element in a table.
  private mutating func compareOrder<Element: Sendable>(
    _ table: KeyPath<Contents, Table<Element>>, _ word: Word,
    _ name: (Element) -> (id: String, title: String),
    _ parts: (Element, EditionContents) -> [String]
  ) {
    let before = Dictionary(
      old.contents[keyPath: table].elements.map { (name($0).id, parts($0, old)) },
      uniquingKeysWith: { first, _ in first })
    for element in new.contents[keyPath: table].elements {
      let (id, title) = name(element)
      guard let was = before[id] else { continue }
      let now = parts(element, new)
      guard was.filter(Set(now).contains) != now.filter(Set(was).contains) else { continue }
      changes.append(
        Change(
          .reordered, ComparedItem(id: id, noun: word.one, title: title),
          after: now.joined(separator: ", ")))
    }
  }
}
