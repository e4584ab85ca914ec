/// The fate of every id from one edition of a framework to another.
package struct MigrationMap: Sendable {
  /// The id of the framework in the later edition.
  package let framework: String
  package let from: Edition
  package let to: Edition

  /// In the order of the earlier edition.
  package let entries: [MigratedID]

  package init(framework: String, from: Edition, to: Edition, entries: [MigratedID]) {
    self.framework = framework
    self.from = from
    self.to = to
    self.entries = entries
  }
}

/// The fate of one id.
package struct MigratedID: Sendable {
  package let id: String

  /// The kind of thing that it is, in words that no framework's vocabulary changes.
  package let sort: String
  package let fate: Fate

  /// The ids that have its place now: its own if it stayed, none if nothing has.
  package let becomes: [String]
  package var evidence: Carrying

  /// The names of the rules of change that apply to it.
  package let because: [String]

  package enum Fate: String, CaseIterable, Sendable {
    case same, changed, renamed, replaced, merged, split, withdrawn, gone
  }

  /// The fate of the evidence that people have gathered under an id, from the best to the worst.
  package enum Carrying: String, CaseIterable, Comparable, Sendable {
    case asItIs = "as-it-is"
    case lookAgain = "look-again"
    case noLongerCounts = "no-longer-counts"

    package static func < (left: Carrying, right: Carrying) -> Bool { left.rank < right.rank }

    private var rank: Int { Carrying.allCases.firstIndex(of: self) ?? 0 }
  }

  package init(
    id: String, sort: String, fate: Fate, becomes: [String], evidence: Carrying, because: [String]
  ) {
    self.id = id
    self.sort = sort
    self.fate = fate
    self.becomes = becomes
    self.evidence = evidence
    self.because = because
  }
}

extension Subject {
  /// The kind of thing that it is, in words that no framework's vocabulary changes.
  package var sort: String {
    switch self {
    case .framework: "framework"
    case .kind: "kind"
    case .phase: "phase"
    case .specialism: "specialism"
    case .role: "role"
    case .evidenceType: "evidence"
    case .domain: "domain"
    case .outcome: "outcome"
    case .statement: "statement"
    case .level: "level"
    case .result: "result"
    case .duty: "duty"
    case .review: "review"
    case .form: "record"
    case .source: "source"
    case .crosswalk: "crosswalk"
    }
  }
}
