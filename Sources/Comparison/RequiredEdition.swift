package import Model

/// The edition that changes demand, by Semantic Versioning 2.0.0 applied to frameworks.
///
/// A breaking change, for people or programs, demands the next major edition. A compatible change demands the next minor one,
/// an editorial change the next patch. Before 1.0.0, where nobody may rely on anything yet, each demands one step less.
package struct RequiredEdition: Sendable {
  package let base: Edition
  package let changeClass: ChangeClass?

  package init(after base: Edition, _ changeClass: ChangeClass?) {
    self.base = base
    self.changeClass = changeClass
  }

  /// The lowest edition that may be declared.
  package var lowest: Edition {
    switch changeClass {
    case nil: base
    case .editorial: Edition(base.major, base.minor, base.patch + 1)
    case .compatible:
      base.major == 0
        ? Edition(0, base.minor, base.patch + 1) : Edition(base.major, base.minor + 1, 0)
    case .breakingForPeople, .breakingForMachines:
      base.major == 0 ? Edition(0, base.minor + 1, 0) : Edition(base.major + 1, 0, 0)
    }
  }

  package func allows(_ edition: Edition) -> Bool { edition >= lowest }
}

extension Status {
  /// Whether a framework may go from one status to another.
  ///
  /// It may be published without a pilot or a consultation, and may go back while nobody relies on it. A published framework
  /// can only be superseded or withdrawn, and a withdrawn one stays so.
  package func mayBecome(_ next: Status) -> Bool {
    switch (self, next) {
    case (let same, let other) where same == other: true
    case (.draft, .consultation), (.draft, .pilot), (.draft, .published), (.draft, .withdrawn): true
    case (.consultation, .draft), (.consultation, .pilot), (.consultation, .published),
      (.consultation, .withdrawn):
      true
    case (.pilot, .consultation), (.pilot, .published), (.pilot, .withdrawn): true
    case (.published, .superseded), (.published, .withdrawn): true
    case (.superseded, .withdrawn): true
    default: false
    }
  }
}

extension Comparison {
  /// The reasons that keep the new edition from being published, each as a sentence with the remedy.
  package var problems: [String] {
    var problems: [String] = []
    if !requiredEdition.allows(new.edition) {
      problems.append(
        "the edition is \(new.edition), but the changes demand \(requiredEdition.lowest): write `edition: \(requiredEdition.lowest)` in the framework's file"
      )
    }
    if !old.status.mayBecome(new.status) {
      problems.append(
        "the status cannot go from `\(old.status.rawValue)` to `\(new.status.rawValue)`; it may become \(old.status.successors)"
      )
    }
    return problems
  }
}

extension Status {
  fileprivate var successors: String {
    let allowed = Status.allCases.filter { $0 != self && mayBecome($0) }.map { "`\($0.rawValue)`" }
    return allowed.isEmpty ? "nothing else" : allowed.joined(separator: ", ")
  }
}
