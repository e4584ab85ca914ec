/// A document that statements rest on.
package struct Source: Sendable {
  package var id: String
  package var title: String
  package var publisher: String
  package var date: CalendarDate?
  package var kind: SourceKind?
  package var rights: String
  package var address: String?
  package var accessed: CalendarDate?
  package var reviewBy: CalendarDate?
  /// A BCP 47 tag, if its title is not in the framework's language.
  package var language: String?
  package var summary: Markdown?
  package var facts: [Fact] = []

  package init(id: String, title: String, publisher: String, rights: String) {
    self.id = id
    self.title = title
    self.publisher = publisher
    self.rights = rights
  }

  package func fact(numbered number: Int) -> Fact? {
    facts.place(ofNumber: number).map { facts[$0] }
  }
}

package enum SourceKind: String, CaseIterable, Sendable {
  case research, law, guidance, policy, standards, news
  case livedExperience = "lived-experience"

  /// As readers see it.
  package var title: String {
    switch self {
    case .research: "Research"
    case .law: "Law"
    case .guidance: "Guidance"
    case .policy: "Policy"
    case .standards: "Standards"
    case .news: "News report"
    case .livedExperience: "Lived experience"
    }
  }
}

/// One thing that a source says, in the framework's own words.
package struct Fact: Sendable {
  package let number: Int
  package let text: Markdown
  /// Why the framework does not take it up, if it does not.
  package let declined: Markdown?

  package init(number: Int, text: Markdown, declined: Markdown? = nil) {
    self.number = number
    self.text = text
    self.declined = declined
  }
}

extension [Fact] {
  /// The index of the fact with a number.
  package func place(ofNumber number: Int) -> Int? {
    // Nearly all lists of facts are numbered from 1 on.
    if indices.contains(number - 1), self[number - 1].number == number { return number - 1 }
    return firstIndex { $0.number == number }
  }
}

/// A source that a statement rests on, and where in it.
package struct Citation: Sendable {
  package let source: Ref<Source>
  /// The numbers of facts in the source's record.
  package let facts: [Int]
  package let at: String?

  package init(source: Ref<Source>, facts: [Int], at: String?) {
    self.source = source
    self.facts = facts
    self.at = at
  }
}
