internal import Model

/// What a change means for those who use a framework already, from the harmless to the worst.
package enum ChangeClass: String, CaseIterable, Comparable, Sendable {
  /// Nothing that is expected of anybody, and nothing that a program reads, means anything else.
  case editorial

  /// There is more to use, or less to do. What people have and what programs store stays good.
  case compatible

  /// Somebody who is part-way through has more or other things to do, or evidence to look at again.
  case breakingForPeople = "breaking-for-people"

  /// What a program has stored may no longer fit: an id is gone, or a schema refuses what the last one took.
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

  /// As people read it.
  package var title: String {
    switch self {
    case .editorial: "editorial"
    case .compatible: "compatible"
    case .breakingForPeople: "breaking for people part-way through"
    case .breakingForMachines: "breaking for machines"
    }
  }

  /// What it demands of the edition's number, as a sentence.
  package var demand: String {
    let base = Edition(1, 4, 2)
    let early = Edition(0, 4, 2)
    return
      "after \(base) at least \(RequiredEdition(after: base, self).lowest); after \(early), where nobody may rely on anything yet, at least \(RequiredEdition(after: early, self).lowest)."
  }

  /// What it comes to, in a sentence for the reference.
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
