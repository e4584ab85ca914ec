internal import Diagnostics
internal import Model
internal import Syntax

/// Migration of codes of an earlier edition to their successors.
extension DocumentChecker {
  /// The only successor of a code of an earlier edition; the code itself if there are none or several.
  func carried(_ code: String) -> String {
    guard let becomes = migration?[code]?.becomes, becomes.count == 1 else { return code }
    return becomes[0]
  }

  /// Migrates the code of a statement. False if evidence for it no longer counts.
  mutating func carry(_ node: Int, _ code: String, _ carried: Migration.CarriedID) -> Bool {
    masking.show(tree.range(of: node))
    let next = carried.becomes.filter { catalogue.statements[$0] != nil }
    let evidence = next.isEmpty ? .noLongerCounts : carried.evidence
    carriedCodes[node] = evidence == .noLongerCounts ? [] : next
    if evidence != .asItIs, unconfirmed.updateValue(evidence, forKey: code) == nil {
      bag.report(
        NeedsAnotherLook(
          range: tree.range(of: node), code: code, noLongerCounts: evidence == .noLongerCounts,
          because: carried.because.map { "`\($0.rule)` in \($0.edition)" },
          successors: next == [code]
            ? [] : next.compactMap { catalogue.statements[$0] }.map(catalogue.quoted)))
    }
    return evidence != .noLongerCounts
  }

  mutating func tellOfMigration(at node: Int?) {
    guard let migration, let node else { return }
    bag.report(
      EarlierEdition(
        range: tree.range(of: node), from: migration.from.description,
        to: migration.to.description, over: migration.over.map(\.description),
        lookAgain: unconfirmed.values.count { $0 == .lookAgain },
        noLongerCounts: unconfirmed.values.count { $0 == .noLongerCounts }))
  }
}
