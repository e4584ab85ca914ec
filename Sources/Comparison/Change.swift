internal import Model

/// One difference in meaning between two editions.
package struct Change: Sendable {
  package let rule: ChangeRule

  /// What changed: its id, its sort in the framework's own words, and its title or text. Plain text.
  package let id: String
  package let noun: String
  package let title: String

  /// What it was and what it is, as far as that can be said in a line. Plain text.
  package let before: String?
  package let after: String?

  /// Which part of it, where a thing has parts that people name: a field of a record, an item of a crosswalk.
  package let part: String?

  package var touches = Touches()

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

/// Whom and what a change concerns, by id and in the order of the new edition.
package struct Touches: Sendable {
  package var roles: [String] = []
  package var phases: [String] = []
  package var records: [String] = []

  /// The paths in the output of the schemas that take something else than before. That each names its edition is not
  /// counted.
  package var schemas: [String] = []
}

/// What two editions have of one thing, ready to be compared.
struct ComparedItem: Sendable {
  let id: String
  let noun: String
  let title: String
}

/// The same by a name that nothing in the model has.
package typealias EditionChange = Change
