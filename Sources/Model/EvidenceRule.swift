/// The evidence that a statement asks for, and how much of it.
///
/// A class, though it never changes: thousands of statements share a handful of rules, and pages that are made at the same
/// time would count references to both lists of a structure.
@usableFromInline
package final class EvidenceRule: Sendable {
  /// Types of which any will do.
  package let anyOf: [Ref<EvidenceType>]
  /// Types that are all needed.
  package let allOf: [Ref<EvidenceType>]
  /// The least number of pieces of evidence.
  package let atLeast: Int?
  /// The least number of different people who observed it.
  package let observers: Int?

  package init(
    anyOf: [Ref<EvidenceType>], allOf: [Ref<EvidenceType>], atLeast: Int?, observers: Int?
  ) {
    self.anyOf = anyOf
    self.allOf = allOf
    self.atLeast = atLeast
    self.observers = observers
  }
}

extension EvidenceRule: Hashable {
  @usableFromInline
  package static func == (left: EvidenceRule, right: EvidenceRule) -> Bool {
    left === right
      || left.anyOf == right.anyOf && left.allOf == right.allOf && left.atLeast == right.atLeast
        && left.observers == right.observers
  }

  @usableFromInline
  package func hash(into hasher: inout Hasher) {
    hasher.combine(anyOf)
    hasher.combine(allOf)
    hasher.combine(atLeast)
    hasher.combine(observers)
  }
}
