internal import Model

/// The consequence of a change for those who already use a framework, from harmless to worst.
package enum ChangeClass: String, CaseIterable, Comparable, Sendable {
  /// Nothing that is expected of people or read by programs has changed its meaning.
  case editorial

  /// There is more to use, or less to do. People's evidence and programs' data stay valid.
  case compatible

  /// Somebody part-way through has more or other things to do, or evidence to look at again.
  case breakingForPeople = "breaking-for-people"

  /// Stored data may be invalid: an id is gone, or a schema refuses documents that the last one accepted.
  case breakingForMachines = "breaking-for-machines"

  package static func < (left: ChangeClass, right: ChangeClass) -> Bool {
    left.rank < right.rank
  }

  private var rank: Int {
    switch self {
    case .editorial: 0
    case .compatible: 1
    case .breakingForPeople: 2
    case .breakingForMachines: 3
    }
  }

  /// The name that people read.
  package var title: String {
    switch self {
    case .editorial: "editorial"
    case .compatible: "compatible"
    case .breakingForPeople: "breaking for people part-way through"
    case .breakingForMachines: "breaking for machines"
    }
  }

  /// The demand on the edition's number, as a sentence.
  package var demand: String {
    let base = Edition(1, 4, 2)
    let early = Edition(0, 4, 2)
    return
      "after \(base) at least \(RequiredEdition(after: base, self).lowest); after \(early), where nobody may rely on anything yet, at least \(RequiredEdition(after: early, self).lowest)."
  }

  /// The meaning of the class, as a sentence for the reference.
  package var meaning: String {
    switch self {
    case .editorial:
      "Nothing that is expected of anybody, and nothing that a program reads, means anything else."
    case .compatible:
      "There is more to use, or less to do. What people have and what programs store stays good."
    case .breakingForPeople:
      "Somebody part-way through has more or other things to do, or evidence to look at again."
    case .breakingForMachines:
      "What a program has stored may no longer fit: an id is gone, or a schema refuses what the last one took."
    }
  }
}
