internal import Model

/// One difference in meaning between two editions.
package struct Change: Sendable {
  package let rule: ChangeRule

  /// The element that changed: its id, its noun in the framework's own words, and its title or text. Plain text.
  package let id: String
  package let noun: String
  package let title: String

  /// The values before and after, if they fit in a line. Plain text.
  package let before: String?
  package let after: String?

  /// The named component that changed, such as a field of a record or an item of a crosswalk.
  package let part: String?

  package var impact = Impact()

  init(
    _ rule: ChangeRule, _ item: ComparedItem, before: String? = nil, after: String? = nil,
    part: String? = nil
  ) {
    self.rule = rule
    id = item.id
    noun = item.noun
    title = item.title
    self.before = before
    self.after = after
    self.part = part
  }
}

/// The impact of a change: the roles, phases, records and schemas that it concerns, by id, in the order of the new edition.
package struct Impact: Sendable {
  package var roles: [String] = []
  package var phases: [String] = []
  package var records: [String] = []

  /// The output paths of the schemas that accept different documents. The edition that each schema names is not counted.
  package var schemas: [String] = []
}

/// An element that both editions have, as changes name it.
struct ComparedItem: Sendable {
  let id: String
  let noun: String
  let title: String
}

/// A second name for `Change`, which no type of the model has.
package typealias EditionChange = Change
