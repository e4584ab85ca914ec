package import Model
internal import Output

extension Comparison {
  /// The fate of every id of the earlier edition, and whether its evidence carries over.
  package var migration: MigrationMap {
    let writer = MigrationWriter(self)
    return MigrationMap(
      framework: new.id, from: old.edition, to: new.edition,
      entries: oldContents.contents.subjects.filter { $0 != .framework }.map(writer.entry))
  }
}

/// Determines the fate of an id.
private struct MigrationWriter {
  let old: EditionContents
  let new: EditionContents
  let rules: [String: [ChangeRule]]
  let subjects: [String: Subject]
  let retired: [String: RetiredID]

  init(_ comparison: Comparison) {
    old = comparison.oldContents
    let new = comparison.newContents
    self.new = new
    rules = Dictionary(grouping: comparison.changes, by: \.id).mapValues { $0.map(\.rule) }
    subjects = Dictionary(
      new.contents.subjects.map { (new.id($0), $0) }, uniquingKeysWith: { first, _ in first })
    retired = Dictionary(
      new.contents.retired.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func entry(_ subject: Subject) -> MigratedID {
    let id = old.id(subject)
    let rules = rules[id] ?? []
    let (fate, becomes) = fate(of: id, rules)
    return MigratedID(
      id: id, sort: subject.sort, fate: fate, becomes: becomes,
      evidence: evidence(fate, becomes, rules, subject), because: rules.map(\.name).uniqued)
  }

  private func fate(of id: String, _ rules: [ChangeRule]) -> (MigratedID.Fate, [String]) {
    guard let subject = subjects[id] else {
      return retired[id]?.replacedBy.map { (.replaced, [new.id($0)]) } ?? (.gone, [])
    }
    if case .statement(let ref) = subject, new.contents.statements[ref].isRetired {
      return ending(new.contents.statements[ref].status, isRenamed: rules.contains(.renamed))
    }
    return (rules.isEmpty ? .same : .changed, [id])
  }

  private func ending(
    _ status: StatementStatus?, isRenamed: Bool
  ) -> (MigratedID.Fate, [String]) {
    func id(_ ref: Ref<Statement>) -> String { new.contents.statements[ref].id }
    if let ref = status?.replacedBy { return (isRenamed ? .renamed : .replaced, [id(ref)]) }
    if let ref = status?.mergedInto { return (.merged, [id(ref)]) }
    let parts = status?.splitInto.map(id) ?? []
    return parts.isEmpty ? (.withdrawn, []) : (.split, parts)
  }

  private func evidence(
    _ fate: MigratedID.Fate, _ becomes: [String], _ rules: [ChangeRule], _ subject: Subject
  ) -> MigratedID.Carrying {
    switch fate {
    case .withdrawn, .gone: return .noLongerCounts
    case .merged, .split: return .lookAgain
    case .replaced:
      // Other codes than those of statements have only been renamed.
      guard case .statement(let ref) = subject else { return .asItIs }
      let text = old.plain(old.contents.statements[ref].text)
      guard let first = becomes.first, case .statement(let next) = subjects[first] else {
        return .lookAgain
      }
      return text == new.plain(new.contents.statements[next].text) ? .asItIs : .lookAgain
    case .same, .changed, .renamed:
      let all = rules + becomes.flatMap { self.rules[$0] ?? [] }
      return all.contains(where: \.asksForAnotherLook) ? .lookAgain : .asItIs
    }
  }
}

extension ChangeRule {
  /// Whether evidence may no longer fit. It does not depend on when and by whom a statement is to be met.
  package var asksForAnotherLook: Bool {
    [
      ChangeRule.reworded, .kindChanged, .evidenceTightened, .levelsChanged, .progressionChanged,
      .revived, .fieldDemanded, .fieldRemoved, .fieldRetyped, .choicesNarrowed,
    ].contains(self)
  }
}

extension [String] {
  /// The elements without repetitions, in the order of first occurrence.
  fileprivate var uniqued: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}

extension MigrationMap {
  /// The path of a migration map in a project.
  package static func path(from: Edition, to: Edition) -> String { "migrations/\(from)-\(to).json" }

  /// The map as `docs/migration.schema.json` describes it.
  package func json() -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.key("version")
      json.integer(1)
      for (key, value) in [
        ("framework", framework), ("from", from.description), ("to", to.description),
      ] {
        json.key(key)
        json.string(value)
      }
      json.key("ids")
      json.array { json in
        for entry in entries { entry.write(to: &json) }
      }
    }
    return json.finish()
  }
}

extension MigratedID {
  fileprivate func write(to json: inout JSONWriter) {
    json.object { json in
      for (key, value) in [("id", id), ("sort", sort), ("fate", fate.rawValue)] {
        json.key(key)
        json.string(value)
      }
      for (key, values) in [("becomes", becomes), ("because", because)] {
        json.key(key)
        json.array { json in
          for value in values { json.string(value) }
        }
      }
      json.key("evidence")
      json.string(evidence.rawValue)
    }
  }
}
