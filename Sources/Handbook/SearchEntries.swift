internal import Markup
internal import Model
internal import Output
internal import Search

/// The things that a search of the handbook can find, by number: statements first, since most people look for one, then the
/// rest in the order of the menu. Each entry is made when it is asked for; texts are plain.
struct SearchEntries: Sendable {
  private let framework: Framework
  private let renderer: MarkdownRenderer
  private let addresses: Addresses

  /// How many statements there are, and what comes behind them.
  private let statements: Int
  private let others: [Thing]

  /// What each of thousands is called.
  private let statementWord: String

  private enum Thing: Sendable {
    case subject(Subject)
    /// By its place in the glossary.
    case term(Int)
    case event(Int)
  }

  init(_ framework: Framework) {
    self.framework = framework
    addresses = Addresses(framework: framework)
    renderer = MarkdownRenderer { id in
      framework.links.subject(withID: id).map { subject in
        let isStatement = if case .statement = subject { true } else { false }
        return MarkdownRenderer.Target(
          address: "", label: isStatement ? id : framework.title(of: subject))
      }
    }
    let contents = framework.contents
    statements = contents.statements.count
    statementWord = contents.identity.vocabulary.statement.title
    others =
      SearchEntries.subjects(contents).map(Thing.subject)
      + (0..<contents.terms.count).map(Thing.term) + (0..<contents.events.count).map(Thing.event)
  }

  private static func subjects(_ contents: Contents) -> [Subject] {
    contents.outcomes.refs.map(Subject.outcome) + contents.domains.refs.map(Subject.domain)
      + contents.phases.refs.map(Subject.phase) + contents.specialisms.refs.map(Subject.specialism)
      + contents.roles.refs.map(Subject.role)
      + contents.evidenceTypes.refs.map(Subject.evidenceType)
      + contents.levels.refs.map(Subject.level) + contents.reviews.refs.map(Subject.review)
      + contents.results.refs.map(Subject.result) + contents.forms.refs.map(Subject.form)
      + contents.duties.refs.map(Subject.duty) + contents.sources.refs.map(Subject.source)
      + contents.crosswalks.refs.map(Subject.crosswalk)
  }

  var count: Int { statements + others.count }

  /// Where a thing is, relative to the handbook's folder.
  func address(of number: Int) -> String {
    guard number >= statements else { return addresses.address(of: .statement(Ref(number))) }
    switch others[number - statements] {
    case .subject(let subject): return addresses.address(of: subject)
    case .term(let term): return "\(Section.glossary.path)#term-\(term + 1)_"
    case .event: return Section.history.path
    }
  }

  /// Fills an entry, which is empty, with what is said of a thing.
  func fill(_ number: Int, _ entry: inout SearchEntry) {
    guard number >= statements else { return fill(&entry, with: Ref<Statement>(number)) }
    switch others[number - statements] {
    case .subject(let subject): fill(&entry, with: subject)
    case .term(let number): fill(&entry, with: contents.terms.elements[number])
    case .event(let number): fill(&entry, with: contents.events.elements[number])
    }
  }

  private var contents: Contents { framework.contents }
  private var words: Vocabulary { framework.contents.identity.vocabulary }
}

/// What is said of each kind of thing.
extension SearchEntries {
  private func fill(_ entry: inout SearchEntry, with ref: Ref<Statement>) {
    let statement = framework.contents.statements[ref]
    entry.kind = statementWord
    entry.code = statement.id
    renderer.appendPlainText(statement.text.bytes, to: &entry.title)
    add(statement.buildsOn, to: &entry)
    add(statement.alternative, to: &entry)
    for note in statement.notes { add(note.text, to: &entry) }
    for step in statement.progression { add(step.text, to: &entry) }
    for example in statement.examples {
      add(Markdown(example.setting), to: &entry)
      add(example.text, to: &entry)
    }
    let tags = statement.tags
    if !tags.isEmpty { add(Markdown(tags.joined(separator: ", ")), to: &entry) }
  }

  private func fill(_ entry: inout SearchEntry, with subject: Subject) {
    let (word, texts) = about(subject)
    entry.kind = word.title
    if case .outcome(let ref) = subject { entry.code = contents.outcomes[ref].id }
    entry.title.append(raw: framework.title(of: subject))
    for text in texts { add(text, to: &entry) }
  }

  private func about(_ subject: Subject) -> (word: Word, texts: [Markdown?]) {
    switch subject {
    case .outcome(let ref): return (words.outcome, [contents.outcomes[ref].summary])
    case .domain(let ref): return (words.domain, [contents.domains[ref].summary])
    case .phase(let ref): return (words.phase, [contents.phases[ref].summary])
    case .specialism(let ref): return (words.specialism, [contents.specialisms[ref].summary])
    case .role(let ref): return (words.role, [contents.roles[ref].summary])
    case .evidenceType(let ref): return (words.evidence, [contents.evidenceTypes[ref].summary])
    case .level(let ref): return (words.level, [contents.levels[ref].summary])
    case .review(let ref):
      let review = contents.reviews[ref]
      return (words.review, [review.summary] + review.ready)
    case .result(let ref): return (words.review, [contents.results[ref].summary])
    case .form(let ref):
      let form = contents.forms[ref]
      return (words.record, [form.summary] + form.fields.map { Markdown($0.title) })
    case .duty(let ref):
      let duty = contents.duties[ref]
      return (words.duty, [duty.text, duty.measure, duty.differs])
    case .source(let ref):
      let source = contents.sources[ref]
      return (
        words.source, [Markdown(source.publisher), source.summary] + source.facts.map(\.text)
      )
    case .crosswalk(let ref):
      let crosswalk = contents.crosswalks[ref]
      return (words.crosswalk, [crosswalk.summary] + crosswalk.items.map { Markdown($0.title) })
    case .kind, .statement, .framework:
      preconditionFailure("only what is listed in `subjects` is asked about")
    }
  }

  private func fill(_ entry: inout SearchEntry, with term: Term) {
    entry.kind = Section.glossary.title(words)
    entry.title.append(raw: term.abbreviation.map { "\(term.term) (\($0))" } ?? term.term)
    add(Markdown(term.also.joined(separator: ", ")), to: &entry)
    add(term.definition, to: &entry)
  }

  private func fill(_ entry: inout SearchEntry, with event: Event) {
    entry.kind = Section.history.title(words)
    entry.title.append(raw: event.title)
    add(event.text, to: &entry)
  }

  /// Adds a text as plain text on one line, behind a mark if there is one before it.
  private func add(_ text: Markdown?, to entry: inout SearchEntry) {
    guard let text else { return }
    let end = entry.text.count
    if end > 0 { entry.text.append(fixed: " · ") }
    let start = entry.text.count
    renderer.appendPlainText(text.bytes, to: &entry.text)
    entry.text.spaceSingly(from: start)
    if entry.text.count == start { entry.text.removeAll(from: end) }
  }
}
