internal import Model

/// Determines the impact of a change, in the new edition or, for removed elements, in the old one.
struct ImpactFinder {
  private let new: IndexedEdition
  private let old: IndexedEdition
  private let forms: [Form]

  init(old: EditionContents, new: EditionContents) {
    self.old = IndexedEdition(old)
    self.new = IndexedEdition(new)
    forms = new.contents.forms.elements
  }

  func impact(of change: Change) -> Impact {
    // A renamed element is looked up by its new id.
    let isThere = new.subjects[change.id] != nil
    let edition = isThere ? new : old
    guard let subject = edition.subjects[change.id] else { return Impact() }
    var impact = edition.people(of: subject)
    impact.records = records(change, subject, edition)
    impact.schemas = schemas(change, subject, impact.records).flatMap(ImpactFinder.dialects)
    // A review's records are listed even though nobody fills them in differently.
    if case .review(let ref) = subject {
      impact.records = edition.edition.ids(
        edition.contents.reviews[ref].forms, Subject.form)
    }
    return impact
  }

  /// The ids of the records that accept different values, or whose own wording changed.
  private func records(
    _ change: Change, _ subject: Subject, _ edition: IndexedEdition
  ) -> [String] {
    if case .form = subject { return [change.id] }
    guard change.rule.changesCodes else { return [] }
    return switch subject {
    case .statement: forms.filter { $0.has(.statements) }.map(\.id)
    case .level: forms.filter(\.asksForLevel).map(\.id)
    case .review: forms.map(\.id)
    default: []
    }
  }

  /// The names of the schemas that accept different documents.
  private func schemas(_ change: Change, _ subject: Subject, _ records: [String]) -> [String] {
    if change.rule == .reidentified || change.rule == .readdressed {
      return ["framework", "language", "portfolio"] + forms.map { "records/\($0.id)" }
    }
    let own = records.map { "records/\($0)" }
    let documents = ["portfolio"] + own
    let codes = change.rule.changesCodes
    switch subject {
    case .statement: return codes ? documents : []
    case .form:
      return (codes ? ["framework"] : []) + (codes || change.rule.changesFields ? documents : [])
    case .review, .role, .evidenceType, .level, .result, .specialism:
      return codes ? ["framework"] + documents : []
    case .phase(let ref):
      return (codes ? ["framework"] : []) + (changesChoice(change, ref) ? ["portfolio"] : [])
    case .kind, .domain, .outcome, .crosswalk: return codes ? ["framework"] : []
    case .framework, .duty, .source: return []
    }
  }

  /// Only a phase that is not mandatory can be chosen.
  private func changesChoice(_ change: Change, _ phase: Ref<Phase>) -> Bool {
    let mandatory = Requirement.mandatory.rawValue
    let wasOrIs = [change.before, change.after].contains(mandatory)
    if change.rule == .madeCompulsory || change.rule == .requirementEased { return wasOrIs }
    let edition = new.subjects[change.id] != nil ? new : old
    return change.rule.changesCodes
      && edition.contents.phases[phase].requirement != .mandatory
  }

  /// The output paths of a schema, in both dialects.
  private static func dialects(_ name: String) -> [String] {
    ["schemas/\(name).schema.json", "schemas/draft-07/\(name).schema.json"]
  }
}

/// An edition with its elements by id.
private struct IndexedEdition {
  let edition: EditionContents
  let subjects: [String: Subject]

  var contents: Contents { edition.contents }

  init(_ edition: EditionContents) {
    self.edition = edition
    subjects = Dictionary(
      edition.contents.subjects.map { (edition.id($0), $0) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// The roles and phases that an element concerns.
  func people(of subject: Subject) -> Impact {
    var impact = Impact()
    switch subject {
    case .statement(let ref):
      let statement = contents.statements[ref]
      impact.roles = edition.ids(statement.roles, Subject.role)
      impact.phases = phase(statement.phase)
    case .phase, .role:
      let ids = [edition.id(subject)]
      if case .phase = subject { impact.phases = ids } else { impact.roles = ids }
    case .specialism(let ref): impact.phases = phase(contents.specialisms[ref].phase)
    case .review(let ref):
      let review = contents.reviews[ref]
      impact.roles = edition.ids(review.attends, Subject.role)
      impact.phases = review.covers.compactMap { covered in
        if case .phase = covered { edition.id(covered) } else { nil }
      }
    case .duty(let ref):
      impact.roles = role(contents.duties[ref].owner)
      impact.phases = edition.ids(contents.duties[ref].phases, Subject.phase)
    case .evidenceType(let ref): impact.roles = role(contents.evidenceTypes[ref].completedBy)
    case .form(let ref): impact.roles = role(contents.forms[ref].completedBy)
    default: break
    }
    return impact
  }

  private func phase(_ ref: Ref<Phase>?) -> [String] { ref.map { [edition.id(.phase($0))] } ?? [] }
  private func role(_ ref: Ref<Role>?) -> [String] { ref.map { [edition.id(.role($0))] } ?? [] }
}

extension Form {
  fileprivate func has(_ type: FormFieldType) -> Bool { fields.contains { $0.type == type } }

  /// Choices and ratings without choices of their own offer the framework's levels.
  fileprivate var asksForLevel: Bool {
    fields.contains { [.choice, .rating].contains($0.type) && $0.choices.isEmpty }
  }
}

extension ChangeRule {
  /// Whether it changes the set of codes. Withdrawn elements keep their codes.
  fileprivate var changesCodes: Bool {
    [
      ChangeRule.added, .addedForAll, .removed, .retired, .renamed, .successor, .dropped,
    ].contains(self)
  }

  /// Whether it changes the values that a record's field accepts.
  fileprivate var changesFields: Bool {
    [
      ChangeRule.fieldAdded, .fieldDemanded, .fieldFreed, .fieldRemoved, .fieldRetyped,
      .choicesNarrowed, .choicesWidened,
    ].contains(self)
  }
}
