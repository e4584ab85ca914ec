internal import Model

/// The main parts of the handbook, which the menu leads to.
enum Section: CaseIterable {
  case home, phases, levels, roles, reviews, records, duties, crosswalks, sources, glossary, history

  var path: String {
    switch self {
    case .home: "index.html"
    case .phases: "phases.html"
    case .levels: "levels.html"
    case .roles: "roles.html"
    case .reviews: "reviews.html"
    case .records: "records.html"
    case .duties: "duties.html"
    case .crosswalks: "crosswalks.html"
    case .sources: "sources.html"
    case .glossary: "glossary.html"
    case .history: "history.html"
    }
  }

  func title(_ words: Vocabulary) -> String {
    switch self {
    case .home: "Home"
    case .phases: words.phase.titleMany
    case .levels: words.level.titleMany
    case .roles: "\(words.role.titleMany) and \(words.evidence.many)"
    case .reviews: words.review.titleMany
    case .records: words.record.titleMany
    case .duties: words.duty.titleMany
    case .crosswalks: words.crosswalk.titleMany
    case .sources: words.source.titleMany
    case .glossary: "Glossary"
    case .history: "History"
    }
  }

  func isPresent(in contents: Contents) -> Bool {
    switch self {
    case .home: true
    case .phases: !contents.phases.isEmpty
    case .levels: !contents.levels.isEmpty
    case .roles: !contents.roles.isEmpty || !contents.evidenceTypes.isEmpty
    case .reviews: !contents.reviews.isEmpty || !contents.results.isEmpty
    case .records: !contents.forms.isEmpty
    case .duties: !contents.duties.isEmpty
    case .crosswalks: !contents.crosswalks.isEmpty
    case .sources: !contents.sources.isEmpty
    case .glossary: !contents.terms.isEmpty
    case .history: !contents.events.isEmpty
    }
  }
}
