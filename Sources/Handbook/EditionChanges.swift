/// The changes since an earlier edition, as the page of changes shows them.
package struct EditionChanges: Sendable {
  package let edition: String

  /// In a sentence: "3 standards reworded".
  package let summary: String
  package let groups: [Group]

  /// The number of further changes, which are not listed.
  package let restCount: Int

  /// Changes that mean the same to people.
  package struct Group: Sendable {
    package let title: String
    package let items: [Item]

    package init(title: String, items: [Item]) {
      self.title = title
      self.items = items
    }
  }

  package struct Item: Sendable {
    package let id: String

    /// The kind of change, as in "standard was reworded".
    package let event: String

    /// What it said and says, with what differs; empty if that cannot be said in a line.
    package let words: [Words]

    package init(id: String, event: String, words: [Words]) {
      self.id = id
      self.event = event
      self.words = words
    }
  }

  /// A run of words.
  package struct Words: Sendable {
    package enum Kind: Sendable { case same, removed, added }

    package let kind: Kind
    package let text: String

    package init(_ kind: Kind, _ text: String) {
      self.kind = kind
      self.text = text
    }
  }

  package init(edition: String, summary: String, groups: [Group], restCount: Int) {
    self.edition = edition
    self.summary = summary
    self.groups = groups
    self.restCount = restCount
  }
}
