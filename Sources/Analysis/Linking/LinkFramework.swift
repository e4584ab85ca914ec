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
      draft.contents.phases.append(
        Phase(
          id: id(of: record), title: title(of: record), months: record.number(.months),
          requirement: record.choice(.requirement, as: Requirement.self) ?? .mandatory,
          summary: record.markdown(.summary)))
    }
    for record in records(.specialism) {
      draft.contents.specialisms.append(
        Specialism(
          id: id(of: record), title: title(of: record), phase: phase(.phase, of: record),
          summary: record.markdown(.summary)))
    }
    linkRoles()
    for record in records(.evidenceType) {
      draft.contents.evidenceTypes.append(
        EvidenceType(
          id: id(of: record), title: title(of: record),
          completedBy: role(.completedBy, of: record), summary: record.markdown(.summary)))
    }
  }

  private mutating func linkRoles() {
    for record in records(.role) {
      let notAlso = subjects(.notAlso, of: record, as: [.role]).compactMap {
        if case .role(let ref) = $0 { ref } else { nil }
      }
      draft.contents.roles.append(
        Role(
          id: id(of: record), title: title(of: record), verb: record.text(.verb),
          notAlso: notAlso, summary: record.markdown(.summary)))
    }
  }

  private func identity(_ record: RecordReader) -> Identity {
    var identity = Identity()
    identity.id = id(of: record, .framework)
    identity.title = title(of: record)
    if let node = record.node(.edition), let edition = readEdition(record.tree.value(of: node)) {
      identity.edition = edition
    }
    identity.language = record.text(.language) ?? identity.language
    identity.status = record.choice(.status, as: Status.self) ?? .draft
    identity.issued = record.date(.issued)
    identity.inForce = record.date(.inForce)
    identity.publisher = record.text(.publisher)
    identity.licence = record.text(.licence)
    identity.notice = record.markdown(.notice)
    identity.summary = record.markdown(.summary)
    if let words = record.record(.vocabulary) { identity.vocabulary = vocabulary(words) }
    return identity
  }

  private func vocabulary(_ record: RecordReader) -> Vocabulary {
    var vocabulary = Vocabulary()
    let words: [(Key, WritableKeyPath<Vocabulary, Word>)] = [
      (.domain, \.domain), (.outcome, \.outcome), (.statement, \.statement), (.phase, \.phase),
      (.specialism, \.specialism), (.role, \.role), (.kind, \.kind), (.evidence, \.evidence),
      (.source, \.source),
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
