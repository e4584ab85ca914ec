internal import Analysis
internal import Grammar
internal import Model
internal import Schemas

extension Snapshot {
  /// The schema of the source files for editors, with the ids of this project. It exists whatever is wrong with the framework.
  package func languageSchema() -> [UInt8] {
    Schemas.language(contents.identity, knownIDs)
  }

  private var knownIDs: KnownIDs {
    guard let draft else { return KnownIDs() }
    let kinds = Set(KnownIDs.referredKinds.joined())
    return KnownIDs(
      entries: Dictionary(uniqueKeysWithValues: kinds.map { ($0, draft.declaredIDs(of: $0)) }),
      items: draft.declaredItems,
      uncertain: kinds.union([.crosswalk]).filter(draft.mayMissIDs))
  }
}
