internal import Markup
internal import Model
internal import Output
internal import Search

extension Framework {
  /// How many things a search of the handbook can find, and what makes the entry of each: statements first, since most
  /// people look for one, then the rest in the order of the menu.
  func searchEntries() -> (count: Int, entry: @Sendable (Int) -> SearchEntry) {
    let finder = SearchEntryWriter(framework: self)
    let statements = contents.statements.count
    let rest = finder.entriesBesideStatements
    return (
      statements + rest.count,
      { $0 < statements ? finder.entry(Ref<Statement>($0)) : rest[$0 - statements] }
    )
  }
}

/// Makes the entry of each thing. Texts are plain.
private struct SearchEntryWriter: Sendable {
  let framework: Framework
  private let renderer: MarkdownRenderer

  init(framework: Framework) {
    self.framework = framework
    renderer = MarkdownRenderer { id in
      framework.links.subject(withID: id).map { subject in
        let isStatement = if case .statement = subject { true } else { false }
        return MarkdownRenderer.Target(
          address: "", label: isStatement ? id : framework.title(of: subject))
      }
    }
  }

  var entriesBesideStatements: [SearchEntry] {
    contents.outcomes.refs.map(entry) + contents.domains.refs.map(entry)
      + contents.phases.refs.map(entry) + contents.specialisms.refs.map(entry)
      + contents.roles.refs.map(entry) + contents.evidenceTypes.refs.map(entry)
      + contents.levels.refs.map(entry) + contents.reviews.refs.map(entry)
      + contents.results.refs.map(entry) + contents.forms.refs.map(entry)
      + contents.duties.refs.map(entry) + contents.sources.refs.map(entry)
      + contents.crosswalks.refs.map(entry)
      + contents.terms.elements.enumerated().map { entry($0.element, number: $0.offset + 1) }
      + contents.events.elements.map(entry)
  }

  private var contents: Contents { framework.contents }
  private var words: Vocabulary { framework.contents.identity.vocabulary }
  private var addresses: Addresses { Addresses(framework: framework) }

  private func entry(
    _ subject: Subject, _ word: Word, code: String? = nil, title: String? = nil,
    _ texts: [Markdown?]
  ) -> SearchEntry {
    SearchEntry(
      address: addresses.address(of: subject), kind: word.title, code: code,
      title: title ?? framework.title(of: subject), text: joined(texts))
  }

  private func joined(_ texts: [Markdown?]) -> [UInt8] {
    var buffer = ByteBuffer(reserving: 1 << 10)
    for case let text? in texts {
      let end = buffer.count
      if end > 0 { buffer.append(fixed: " · ") }
      let start = buffer.count
      renderer.appendPlainText(text.bytes, to: &buffer)
      buffer.spaceSingly(from: start)
      if buffer.count == start { buffer.removeAll(from: end) }
    }
    return buffer.bytes
  }

  func entry(_ ref: Ref<Statement>) -> SearchEntry {
    let statement = contents.statements[ref]
    return entry(
      .statement(ref), words.statement, code: statement.id,
      title: renderer.plainText(statement.text.bytes),
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
