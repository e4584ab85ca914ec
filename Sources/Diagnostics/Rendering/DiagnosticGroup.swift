/// Diagnostics that say the same at several places.
package struct DiagnosticGroup: Sendable {
  package let first: Diagnostic

  /// The ranges of the others, in reading order.
  package fileprivate(set) var others: [SourceRange] = []

  /// The number of diagnostics.
  package var count: Int { others.count + 1 }

  /// The most equal diagnostics that are shown one by one.
  static let mostSingle = 3

  /// The most places that are listed.
  static let mostPlaces = 5
}

extension [Diagnostic] {
  /// The diagnostics in their order. If more than a few say the same, the first stands for all of them.
  package var grouped: [DiagnosticGroup] {
    var counts: [DiagnosticWords: Int] = [:]
    for diagnostic in self where diagnostic.range != nil {
      counts[DiagnosticWords(diagnostic), default: 0] += 1
    }
    var places: [DiagnosticWords: Int] = [:]
    var groups: [DiagnosticGroup] = []
    for diagnostic in self {
      let words = DiagnosticWords(diagnostic)
      guard let range = diagnostic.range, counts[words, default: 0] > DiagnosticGroup.mostSingle
      else {
        groups.append(DiagnosticGroup(first: diagnostic))
        continue
      }
      if let place = places[words] {
        groups[place].others.append(range)
      } else {
        places[words] = groups.count
        groups.append(DiagnosticGroup(first: diagnostic))
      }
    }
    return groups
  }
}

/// All that a diagnostic says, without its place.
private struct DiagnosticWords: Hashable {
  let code: String
  let severity: Severity
  let message: String
  let label: String
  let help: String

  init(_ diagnostic: Diagnostic) {
    code = diagnostic.rule.code
    severity = diagnostic.severity
    message = diagnostic.message
    label = diagnostic.label
    help = diagnostic.help
  }
}
