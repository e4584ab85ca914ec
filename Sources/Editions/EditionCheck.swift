package import Analysis
internal import Comparison
package import Diagnostics
package import Lock
internal import Model
package import Project

/// Checks the recorded editions against the lock, and the framework against the last of them.
package func checkEditions(
  _ comparisons: EditionComparisons, _ lock: Lock?, _ draft: Draft,
  _ sources: [ProjectTexts.Text], isWhole: Bool
) -> [Diagnostic] {
  var bag = DiagnosticBag()
  let recorded = Dictionary(
    comparisons.editions.map { ($0.edition.description, $0) },
    uniquingKeysWith: { first, _ in first })
  for entry in (lock?.editions ?? []) where recorded[entry.edition]?.digest != entry.digest {
    bag.report(
      ChangedEdition(
        range: entry.range, edition: entry.edition,
        what: recorded[entry.edition] == nil ? .isGone : .isChanged))
  }
  let noted = Set((lock?.editions ?? []).map(\.edition))
  for edition in comparisons.editions where !noted.contains(edition.edition.description) {
    bag.report(
      ChangedEdition(range: nil, edition: edition.edition.description, what: .isNotNoted))
  }
  if isWhole, bag.diagnostics.isEmpty { checkNumber(comparisons, draft, sources, &bag) }
  return bag.diagnostics
}

/// Checks that the edition's number is high enough for the changes since the last recorded edition.
private func checkNumber(
  _ comparisons: EditionComparisons, _ draft: Draft, _ sources: [ProjectTexts.Text],
  _ bag: inout DiagnosticBag
) {
  guard let last = comparisons.editions.last else { return }
  let now = draft.contents.identity.edition
  guard !last.has(sources) else { return }
  let required = comparisons.comparison(with: comparisons.editions.count - 1).requiredEdition
  guard !required.allows(now) else { return }
  let worst = required.changeClass ?? .editorial
  bag.report(
    EditionTooLow(
      range: draft.editionPlace, edition: now.description, last: last.edition.description,
      lowest: required.lowest.description, worst: worst.title))
}
