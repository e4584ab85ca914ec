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
}
