internal import Model
internal import Output
internal import Search

extension Site {
  /// All that a search of the handbook can find: statements first, since most people look for one, then the rest in the
  /// order of the menu.
  func searchEntries() -> [SearchEntry] {
    let finder = SearchEntryWriter(site: self)
    return contents.statements.refs.map(finder.entry) + contents.outcomes.refs.map(finder.entry)
      + contents.domains.refs.map(finder.entry) + contents.phases.refs.map(finder.entry)
      + contents.specialisms.refs.map(finder.entry) + contents.roles.refs.map(finder.entry)
      + contents.evidenceTypes.refs.map(finder.entry) + contents.levels.refs.map(finder.entry)
      + contents.reviews.refs.map(finder.entry) + contents.results.refs.map(finder.entry)
      + contents.forms.refs.map(finder.entry) + contents.duties.refs.map(finder.entry)
      + contents.sources.refs.map(finder.entry) + contents.crosswalks.refs.map(finder.entry)
      + contents.terms.elements.enumerated().map { finder.entry($0.element, number: $0.offset + 1) }
      + contents.events.elements.map(finder.entry)
  }
}

/// Makes the entry of each thing. Texts are plain.
private struct SearchEntryWriter {
  let site: Site
  private let writer: PageWriter

  init(site: Site) {
    self.site = site
    writer = PageWriter(site, PagePlace(path: Section.home.path))
  }

  private var contents: Contents { site.contents }
  private var words: Vocabulary { site.words }

  private func entry(
    _ subject: Subject, _ word: Word, code: String? = nil, title: String? = nil,
    _ texts: [Markdown?]
  ) -> SearchEntry {
    SearchEntry(
      address: writer.address(of: subject), kind: word.title, code: code,
      title: title ?? site.framework.title(of: subject), text: joined(texts))
  }

  private func joined(_ texts: [Markdown?]) -> String {
    texts.compactMap {
      $0.map { writer.plain($0).singleSpaced }
    }
    .filter { !$0.isEmpty }.joined(separator: " · ")
  }

  func entry(_ ref: Ref<Statement>) -> SearchEntry {
    let statement = contents.statements[ref]
    return entry(
      .statement(ref), words.statement, code: statement.id, title: writer.plain(statement.text),
      [statement.buildsOn, statement.alternative] + statement.notes.map(\.text)
        + statement.progression.map(\.text)
        + statement.examples.flatMap { [Markdown($0.setting), $0.text] }
        + [Markdown(statement.tags.joined(separator: ", "))])
  }

  func entry(_ ref: Ref<Outcome>) -> SearchEntry {
    let outcome = contents.outcomes[ref]
    return entry(.outcome(ref), words.outcome, code: outcome.id, [outcome.summary])
  }

  func entry(_ ref: Ref<Domain>) -> SearchEntry {
    entry(.domain(ref), words.domain, [contents.domains[ref].summary])
  }

  func entry(_ ref: Ref<Phase>) -> SearchEntry {
    entry(.phase(ref), words.phase, [contents.phases[ref].summary])
  }

  func entry(_ ref: Ref<Specialism>) -> SearchEntry {
    entry(.specialism(ref), words.specialism, [contents.specialisms[ref].summary])
  }

  func entry(_ ref: Ref<Role>) -> SearchEntry {
    entry(.role(ref), words.role, [contents.roles[ref].summary])
  }

  func entry(_ ref: Ref<EvidenceType>) -> SearchEntry {
    entry(.evidenceType(ref), words.evidence, [contents.evidenceTypes[ref].summary])
  }

  func entry(_ ref: Ref<Level>) -> SearchEntry {
    entry(.level(ref), words.level, [contents.levels[ref].summary])
  }

  func entry(_ ref: Ref<Review>) -> SearchEntry {
    let review = contents.reviews[ref]
    return entry(.review(ref), words.review, [review.summary] + review.ready)
  }

  func entry(_ ref: Ref<ReviewResult>) -> SearchEntry {
    entry(.result(ref), words.review, [contents.results[ref].summary])
  }

  func entry(_ ref: Ref<Form>) -> SearchEntry {
    let form = contents.forms[ref]
    return entry(
      .form(ref), words.record, [form.summary] + form.fields.map { Markdown($0.title) })
  }

  func entry(_ ref: Ref<Duty>) -> SearchEntry {
    let duty = contents.duties[ref]
    return entry(.duty(ref), words.duty, [duty.text, duty.measure, duty.differs])
  }

  func entry(_ ref: Ref<Source>) -> SearchEntry {
    let source = contents.sources[ref]
    return entry(
      .source(ref), words.source,
      [Markdown(source.publisher), source.summary] + source.facts.map(\.text))
  }

  func entry(_ ref: Ref<Crosswalk>) -> SearchEntry {
    let crosswalk = contents.crosswalks[ref]
    return entry(
      .crosswalk(ref), words.crosswalk,
      [crosswalk.summary] + crosswalk.items.map { Markdown($0.title) })
  }

  func entry(_ term: Term, number: Int) -> SearchEntry {
    SearchEntry(
      address: "\(Section.glossary.path)#term-\(number)_", kind: Section.glossary.title(words),
      code: nil,
      title: term.abbreviation.map { "\(term.term) (\($0))" } ?? term.term,
      text: joined([Markdown(term.also.joined(separator: ", ")), term.definition]))
  }

  func entry(_ event: Event) -> SearchEntry {
    SearchEntry(
      address: Section.history.path, kind: Section.history.title(words), code: nil,
      title: event.title, text: joined([event.text]))
  }
}
