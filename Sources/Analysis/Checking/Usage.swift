internal import Model

/// The entries of the framework's lists that something uses.
struct Usage {
  private let contents: Contents

  /// The ids that texts link to; a text may be the only place that speaks of something.
  private let linked: Set<String>

  private var kinds: UsedRefs<Kind>
  private var phases: UsedRefs<Phase>
  private var specialisms: UsedRefs<Specialism>
  private var roles: UsedRefs<Role>
  private var evidenceTypes: UsedRefs<EvidenceType>
  private var levels: UsedRefs<Level>
  private var results: UsedRefs<ReviewResult>

  /// Whether every statement names the roles that it is for; otherwise it is for all.
  private var allNameRoles = true
  private var hasEvidenceRules = false
  private var usesScale = false

  init(_ draft: Draft) {
    contents = draft.contents
    linked = Set(draft.files.flatMap { $0.links.map(\.id) })
    kinds = UsedRefs(contents.kinds)
    phases = UsedRefs(contents.phases)
    specialisms = UsedRefs(contents.specialisms)
    roles = UsedRefs(contents.roles)
    evidenceTypes = UsedRefs(contents.evidenceTypes)
    levels = UsedRefs(contents.levels)
    results = UsedRefs(contents.results)
    addStatements()
    addLists()
    addProcess()
  }

  /// The entries that nothing uses, list by list.
  func unused(_ words: Vocabulary) -> [(subjects: [Subject], word: String)] {
    guard !contents.statements.isEmpty else { return [] }
    let found: [(subjects: [Subject], word: String)] = [
      (rest(of: kinds).map(Subject.kind), words.kind.one),
      (rest(of: phases).map(Subject.phase), words.phase.one),
      (specialisms.unused.map(Subject.specialism), words.specialism.one),
      (unusedRoles.map(Subject.role), words.role.one),
      (
        hasEvidenceRules ? evidenceTypes.unused.map(Subject.evidenceType) : [],
        words.evidence.one
      ),
      // A scale is whole, even if its ends are not reached.
      (
        usesScale || levels.unused.count < contents.levels.count
          ? [] : levels.unused.prefix(1).map(Subject.level), words.level.one
      ),
      (rest(of: results).map(Subject.result), "result"),
    ]
    return found.map { subjects, word in
      (subjects.filter { !linked.contains(contents.id(of: $0)) }, word)
    }
  }

  /// The roles that nothing names. Statements that name none are for all, of which the first of the list are those who learn.
  private var unusedRoles: [Ref<Role>] {
    allNameRoles ? roles.unused : rest(of: roles).filter { $0.index > 0 }
  }

  /// The unused ones of a list some of which are used.
  private func rest<Element>(of list: UsedRefs<Element>) -> [Ref<Element>] {
    let unused = list.unused
    return unused.count == list.count ? [] : unused
  }

  private mutating func addStatements() {
    let statements = contents.statements
    var isAsked = Array(repeating: false, count: statements.evidenceRules.count)
    for ref in statements.current {
      let statement = statements[ref]
      if let kind = statement.kind { kinds.insert(kind) }
      if let phase = statement.phase { phases.insert(phase) }
      if let specialism = statement.specialism { specialisms.insert(specialism) }
      if let rule = statement.evidenceNumber { isAsked[rule] = true }
      for role in statement.roles { roles.insert(role) }
      for entry in statement.levels {
        roles.insert(entry.role)
        levels.insert(entry.level)
      }
      if statement.roles.isEmpty, statement.levels.isEmpty { allNameRoles = false }
      for note in statement.notes { roles.insert(note.role) }
      for step in statement.progression {
        switch step.stage {
        case .phase(let phase): phases.insert(phase)
        case .level(let level): levels.insert(level)
        }
      }
    }
    hasEvidenceRules = isAsked.contains(true)
    for (rule, isAsked) in zip(statements.evidenceRules, isAsked) where isAsked {
      for type in rule.anyOf + rule.allOf { evidenceTypes.insert(type) }
    }
  }

  private mutating func addLists() {
    for specialism in contents.specialisms.elements {
      if let phase = specialism.phase { phases.insert(phase) }
    }
    for role in contents.roles.elements {
      for other in role.notAlso { roles.insert(other) }
    }
    for type in contents.evidenceTypes.elements {
      if let role = type.completedBy { roles.insert(role) }
    }
  }

  private mutating func addProcess() {
    for duty in contents.duties.elements {
      if let owner = duty.owner { roles.insert(owner) }
      for phase in duty.phases { phases.insert(phase) }
    }
    for review in contents.reviews.elements {
      for role in review.attends { roles.insert(role) }
      for result in review.results { results.insert(result) }
      for case .phase(let phase) in review.covers { phases.insert(phase) }
    }
    for form in contents.forms.elements {
      if let role = form.completedBy { roles.insert(role) }
      for field in form.fields {
        if let role = field.role { roles.insert(role) }
        if field.type == .rating, field.choices.isEmpty { usesScale = true }
      }
    }
  }
}

/// The elements of a table that are used.
private struct UsedRefs<Element: Sendable> {
  private var isUsed: [Bool]

  init(_ table: Table<Element>) {
    isUsed = Array(repeating: false, count: table.count)
  }

  var count: Int { isUsed.count }
  var unused: [Ref<Element>] { isUsed.indices.filter { !isUsed[$0] }.map { Ref($0) } }

  mutating func insert(_ ref: Ref<Element>) { isUsed[Int(ref.index)] = true }
}
