internal import Comparison
internal import Handbook
internal import Model

extension EditionChanges {
  /// The number of earlier editions on the page of changes, and the most changes that are listed of each.
  static let mostEditions = 8
  private static let mostChanges = 200

  init(_ comparison: Comparison) {
    var groups: [Group] = []
    var left = EditionChanges.mostChanges
    for changeClass in ChangeClass.allCases.reversed() {
      let items = comparison.changes.filter { $0.rule.changeClass == changeClass }
        .prefix(left).map(Item.init)
      left -= items.count
      if !items.isEmpty { groups.append(Group(title: changeClass.readersTitle, items: items)) }
    }
    self.init(
      edition: comparison.old.edition.description,
      summary: comparison.changes.isEmpty
        ? "Nothing changed in meaning." : comparison.summary + ".",
      groups: groups,
      restCount: comparison.changes.count - groups.reduce(0) { $0 + $1.items.count })
  }
}

extension EditionChanges.Item {
  fileprivate init(_ change: EditionChange) {
    let part = change.part.map { " (\($0))" } ?? ""
    self.init(
      id: change.id, event: "\(change.noun) \(change.rule.verb)\(part)",
      words: EditionChanges.Words.list(change))
  }
}

extension EditionChanges.Words {
  fileprivate static func list(_ change: EditionChange) -> [EditionChanges.Words] {
    if let before = change.before, let after = change.after, change.rule.showsWords {
      return wordDifference(before, after).map { run in
        switch run.kind {
        case .same: EditionChanges.Words(.same, run.text)
        case .removed: EditionChanges.Words(.removed, run.text)
        case .added: EditionChanges.Words(.added, run.text)
        }
      }
    }
    return [
      change.before.map { EditionChanges.Words(.removed, $0) },
      change.after.map { EditionChanges.Words(.added, $0) },
    ].compactMap { $0 }
  }
}

extension ChangeClass {
  /// The title for those who use a framework and do not write it.
  fileprivate var readersTitle: String {
    switch self {
    case .editorial: "Only the wording or the layout changed"
    case .compatible: "More to use, or less to do"
    case .breakingForPeople: "Look at these if you are part-way through"
    case .breakingForMachines: "Records and programs have to follow"
    }
  }
}
