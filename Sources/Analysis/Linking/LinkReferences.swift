internal import Diagnostics
internal import Grammar
internal import Model
internal import Syntax

extension Linker {
  /// Makes the sources, before all that cites facts of them.
  mutating func linkSources() {
    for (index, record) in records(.source).enumerated() {
      let before = bag.diagnostics.count
      let source = source(record)
      if bag.diagnostics.count > before { damagedSources.insert(Ref(index)) }
      for fact in source.facts { factNumbers.append(Int32(clamping: fact.number)) }
      factNumbers.endList()
      draft.contents.sources.append(source)
    }
  }

  /// Makes the glossary, the history and the list of changes.
  mutating func linkTerms() {
    for record in records(.term) {
      var term = Term(
        term: record.text(.term) ?? "", abbreviation: record.text(.abbreviation),
        also: record.texts(.also), definition: record.markdown(.definition) ?? Markdown(""))
      term.language = record.text(.language)
      draft.contents.terms.append(term)
    }
    for record in records(.change) {
      draft.contents.changes.append(
        Change(
          edition: record.edition(.edition) ?? Edition(0, 0, 0), date: record.date(.date),
          text: record.markdown(.text) ?? Markdown("")))
    }
    for record in records(.event) {
      let citations = citations(of: record)
      draft.contents.events.append(
        Event(
          date: record.date(.date), title: title(of: record),
          text: record.markdown(.text) ?? Markdown(""), citations: citations))
    }
  }

  private mutating func source(_ record: RecordReader) -> Source {
    var source = Source(
      id: id(of: record, .source), title: title(of: record),
      publisher: record.text(.publisher) ?? "",
      rights: record.text(.rights) ?? "")
    source.date = record.date(.date)
    source.kind = record.choice(.kind, as: SourceKind.self)
    source.address = record.text(.address)
    source.accessed = record.date(.accessed)
    source.reviewBy = record.date(.reviewBy)
    source.language = record.text(.language)
    source.summary = record.markdown(.summary)
    source.facts = facts(of: record)
    return source
  }

  private mutating func facts(of record: RecordReader) -> [Fact] {
    var facts: [Fact] = []
    var places: [SourceRange] = []
    var highest = -1
    for fact in record.records(.facts) {
      guard let number = fact.number(.number), let text = fact.markdown(.text) else { continue }
      // Numbers mostly ascend, and then none can stand there twice.
      if number <= highest, let first = facts.firstIndex(where: { $0.number == number }) {
        bag.report(DuplicateFact(range: fact.range(.number), number: number, first: places[first]))
        continue
      }
      highest = max(highest, number)
      places.append(fact.range(.number))
      facts.append(Fact(number: number, text: text, declined: fact.markdown(.declined)))
    }
    return facts
  }

  /// Whether a mistake in a source's own file may hide one of its facts.
  private func hidesFacts(_ source: Ref<Source>) -> Bool {
    let file = records(.source)[Int(source.index)].declarations
    return file.lost.contains(.fact) || file.diagnostics.errorCount > 0
      || damagedSources.contains(source)
  }

  /// The citations in a record's `sources`.
  mutating func citations(of record: RecordReader) -> [Citation] {
    var citations: [Citation] = []
    forEachCitation(of: record) { citations.append($0) }
    return citations
  }

  /// Calls `body` with each citation in a record's `sources`, in order.
  mutating func forEachCitation(of record: RecordReader, _ body: (Citation) -> Void) {
    for record in record.records(.sources) {
      if let citation = citation(record) { body(citation) }
    }
  }

  private mutating func citation(_ record: RecordReader) -> Citation? {
    guard let ref = ref(.source, of: record, as: .source) else { return nil }
    let place = Int(ref.index)
    var facts: [Int] = []
    record.forEachItem(.facts) { item in
      guard let number = record.number(at: item) else { return }
      if factNumbers[place].contains(where: { Int($0) == number }) {
        facts.append(number)
      } else if !hidesFacts(ref) {
        let source = draft.contents.sources[ref]
        bag.report(
          UnknownFact(
            range: record.tree.range(of: item), number: number, source: source.id,
            known: source.facts.map(\.number)))
      }
    }
    return Citation(source: ref, facts: facts, at: record.text(.at))
  }
}
