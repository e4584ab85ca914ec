/// All that a framework says, as resolved values in tables.
///
/// The contents of a draft lack what could not be resolved; the contents of a `Framework` lack nothing.
package struct Contents: Sendable {
  package var identity = Identity()
  package var kinds = Table<Kind>()
  package var phases = Table<Phase>()
  package var specialisms = Table<Specialism>()
  package var roles = Table<Role>()
  package var evidenceTypes = Table<EvidenceType>()
  package var levels = Table<Level>()
  package var results = Table<ReviewResult>()
  package var retired: [RetiredID] = []
  package var domains = Table<Domain>()
  package var outcomes = Table<Outcome>()
  package var statements = Statements()
  package var duties = Table<Duty>()
  package var reviews = Table<Review>()
  package var forms = Table<Form>()
  package var sources = Table<Source>()
  package var crosswalks = Table<Crosswalk>()
  package var terms = Table<Term>()
  package var events = Table<Event>()
  package var changes = Table<Change>()

  package init() {}
}

/// A thing with an id, of any kind.
package enum Subject: Hashable, Sendable {
  case framework
  case kind(Ref<Kind>)
  case phase(Ref<Phase>)
  case specialism(Ref<Specialism>)
  case role(Ref<Role>)
  case evidenceType(Ref<EvidenceType>)
  case level(Ref<Level>)
  case result(Ref<ReviewResult>)
  case domain(Ref<Domain>)
  case outcome(Ref<Outcome>)
  case statement(Ref<Statement>)
  case duty(Ref<Duty>)
  case review(Ref<Review>)
  case form(Ref<Form>)
  case source(Ref<Source>)
  case crosswalk(Ref<Crosswalk>)
}

extension Contents {
  /// The id that the author gave it.
  ///
  /// Always inlined, so that `Framework` need not copy all tables in order to ask.
  @inline(__always)
  package func id(of subject: Subject) -> String {
    switch subject {
    case .framework: identity.id
    case .kind(let ref): kinds[ref].id
    case .phase(let ref): phases[ref].id
    case .specialism(let ref): specialisms[ref].id
    case .role(let ref): roles[ref].id
    case .evidenceType(let ref): evidenceTypes[ref].id
    case .level(let ref): levels[ref].id
    case .result(let ref): results[ref].id
    case .domain(let ref): domains[ref].id
    case .outcome(let ref): outcomes[ref].id
    case .statement(let ref): statements[ref].id
    case .duty(let ref): duties[ref].id
    case .review(let ref): reviews[ref].id
    case .form(let ref): forms[ref].id
    case .source(let ref): sources[ref].id
    case .crosswalk(let ref): crosswalks[ref].id
    }
  }

  /// The words that readers know it by: its title, or the text of a statement (Markdown).
  @inline(__always)
  package func title(of subject: Subject) -> String {
    switch subject {
    case .framework: identity.title
    case .kind(let ref): kinds[ref].title
    case .phase(let ref): phases[ref].title
    case .specialism(let ref): specialisms[ref].title
    case .role(let ref): roles[ref].title
    case .evidenceType(let ref): evidenceTypes[ref].title
    case .level(let ref): levels[ref].title
    case .result(let ref): results[ref].title
    case .domain(let ref): domains[ref].title
    case .outcome(let ref): outcomes[ref].title
    case .statement(let ref): statements[ref].text.markdown
    case .duty(let ref): duties[ref].title
    case .review(let ref): reviews[ref].title
    case .form(let ref): forms[ref].title
    case .source(let ref): sources[ref].title
    case .crosswalk(let ref): crosswalks[ref].title
    }
  }

  /// Every thing with an id, in the order of the tables.
  package var subjects: [Subject] {
    var subjects: [Subject] = [.framework]
    func add<Element>(_ table: Table<Element>, _ subject: (Ref<Element>) -> Subject) {
      for index in 0..<table.count { subjects.append(subject(Ref(index))) }
    }
    add(kinds, Subject.kind)
    add(phases, Subject.phase)
    add(specialisms, Subject.specialism)
    add(roles, Subject.role)
    add(evidenceTypes, Subject.evidenceType)
    add(levels, Subject.level)
    add(results, Subject.result)
    add(domains, Subject.domain)
    add(outcomes, Subject.outcome)
    for ref in statements.refs { subjects.append(.statement(ref)) }
    add(duties, Subject.duty)
    add(reviews, Subject.review)
    add(forms, Subject.form)
    add(sources, Subject.source)
    add(crosswalks, Subject.crosswalk)
    return subjects
  }
}
