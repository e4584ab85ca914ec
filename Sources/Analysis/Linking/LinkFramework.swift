internal import Grammar
internal import Model
internal import Syntax

extension Linker {
  /// Makes the framework's identity and the lists that everything else refers to.
  mutating func linkFramework() {
    if let record = records(.framework).first {
      draft.contents.identity = identity(record)
      _ = subjects(.domains, of: record, as: [.domain])
    }
    for record in records(.kind) {
      draft.contents.kinds.append(
        Kind(
          id: id(of: record), title: title(of: record), stem: record.text(.stem),
          summary: record.markdown(.summary)))
    }
    for record in records(.phase) {
      var phase = Phase(
        id: id(of: record), title: title(of: record), months: record.number(.months),
        requirement: record.choice(.requirement, as: Requirement.self) ?? .mandatory,
        summary: record.markdown(.summary))
      phase.citations = citations(of: record)
      draft.contents.phases.append(phase)
    }
    for record in records(.specialism) {
      var specialism = Specialism(
        id: id(of: record), title: title(of: record), phase: ref(.phase, of: record, as: .phase),
        summary: record.markdown(.summary))
      specialism.citations = citations(of: record)
      draft.contents.specialisms.append(specialism)
    }
    linkRoles()
    linkLevels()
    if let record = records(.framework).first?.record(.budget) {
      draft.contents.identity.budget = budget(record)
    }
  }

  private mutating func linkRoles() {
    for record in records(.role) {
      var role = Role(
        id: id(of: record), title: title(of: record), verb: record.text(.verb),
        notAlso: refs(.notAlso, of: record, as: .role), summary: record.markdown(.summary))
      role.share = record.choice(.statements, as: RoleShare.self)
      role.citations = citations(of: record)
      draft.contents.roles.append(role)
    }
    for record in records(.evidenceType) {
      var type = EvidenceType(
        id: id(of: record), title: title(of: record),
        completedBy: ref(.completedBy, of: record, as: .role), summary: record.markdown(.summary))
      type.citations = citations(of: record)
      draft.contents.evidenceTypes.append(type)
    }
  }

  private mutating func linkLevels() {
    for record in records(.level) {
      draft.contents.levels.append(
        Level(id: id(of: record), title: title(of: record), summary: record.markdown(.summary)))
    }
    for record in records(.result) {
      draft.contents.results.append(
        ReviewResult(
          id: id(of: record), title: title(of: record), summary: record.markdown(.summary)))
    }
    for record in records(.retiredID) {
      let successor = record.node(.replacedBy).flatMap { resolve($0, in: record, as: []) }
      draft.contents.retired.append(
        RetiredID(
          id: record.text(.id) ?? "", replacedBy: successor,
          reason: record.markdown(.because) ?? Markdown("")))
    }
  }

  private mutating func budget(_ record: RecordReader) -> Budget {
    var budget = Budget()
    budget.statements = record.number(.statements)
    budget.outcomes = record.number(.outcomes)
    budget.wordsPerStatement = record.number(.wordsPerStatement) ?? budget.wordsPerStatement
    for (key, value) in record.pairs(.statementsPerPhase) {
      if case .phase(let ref) = resolve(key, in: record, as: [.phase]),
        let count = record.number(at: value)
      {
        budget.statementsPerPhase.append((ref, count))
      }
    }
    return budget
  }

  private func identity(_ record: RecordReader) -> Identity {
    var identity = Identity()
    identity.id = id(of: record, .framework)
    identity.title = title(of: record)
    identity.edition = record.edition(.edition) ?? identity.edition
    identity.language = record.text(.language) ?? identity.language
    identity.status = record.choice(.status, as: Status.self) ?? .draft
    identity.issued = record.date(.issued)
    identity.inForce = record.date(.inForce)
    identity.supersedes = record.text(.supersedes)
    identity.supersededBy = record.text(.supersededBy)
    identity.base = record.text(.base).map { $0.hasSuffix("/") ? $0 : $0 + "/" }
    identity.publisher = record.text(.publisher)
    identity.licence = record.text(.licence)
    identity.notice = record.markdown(.notice)
    identity.summary = record.markdown(.summary)
    if let words = record.record(.vocabulary) { identity.vocabulary = vocabulary(words) }
    if let settings = record.record(.handbook) { identity.handbook = handbook(settings) }
    return identity
  }

  private func handbook(_ record: RecordReader) -> HandbookSettings {
    var settings = HandbookSettings()
    settings.name = record.text(.name)
    settings.colour = record.colour(.colour)
    settings.darkColour = record.colour(.colourDark)
    settings.logo = record.text(.logo)
    settings.logoText = record.text(.logoText)
    settings.footer = record.markdown(.footer)
    settings.repository = record.text(.repository).map { $0.hasSuffix("/") ? $0 : $0 + "/" }
    settings.contact = record.markdown(.contact)
    settings.accessibility = record.markdown(.accessibility)
    return settings
  }

  private func vocabulary(_ record: RecordReader) -> Vocabulary {
    var vocabulary = Vocabulary()
    let words: [(Key, WritableKeyPath<Vocabulary, Word>)] = [
      (.domain, \.domain), (.outcome, \.outcome), (.statement, \.statement), (.phase, \.phase),
      (.specialism, \.specialism), (.role, \.role), (.kind, \.kind), (.evidence, \.evidence),
      (.source, \.source), (.level, \.level), (.duty, \.duty), (.review, \.review),
      (.record, \.record), (.crosswalk, \.crosswalk),
    ]
    for (key, path) in words {
      guard let word = record.record(key), let one = word.text(.one), let many = word.text(.many)
      else { continue }
      vocabulary[keyPath: path] = Word(one, many)
    }
    return vocabulary
  }

  func id(of record: RecordReader, _ key: Key = .id) -> String { record.text(key) ?? "" }

  func title(of record: RecordReader) -> String { record.text(.title) ?? "" }
}
