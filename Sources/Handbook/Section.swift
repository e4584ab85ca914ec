internal import Model

/// The main parts of the handbook. The first of them stand in the menu, all of them at the foot of each page.
enum Section: Int, CaseIterable {
  case home, domains, phases, roles, reviews, duties, records, glossary, index
  case levels, evidence, sources, crosswalks, history, changes, downloads, accessibility

  var path: String {
    switch self {
    case .home: "index.html"
    case .domains: "domains.html"
    case .phases: "phases.html"
    case .levels: "levels.html"
    case .roles: "roles.html"
    case .evidence: "evidence.html"
    case .reviews: "reviews.html"
    case .records: "records.html"
    case .duties: "duties.html"
    case .crosswalks: "crosswalks.html"
    case .sources: "sources.html"
    case .glossary: "glossary.html"
    case .index: "a-to-z.html"
    case .history: "history.html"
    case .changes: "changes.html"
    case .downloads: "downloads.html"
    case .accessibility: "accessibility.html"
    }
  }

  func title(_ words: Vocabulary) -> String {
    switch self {
    case .home: "Home"
    case .domains: words.domain.titleMany
    case .phases: words.phase.titleMany
    case .levels: words.level.titleMany
    case .roles: words.role.titleMany
    case .evidence: words.evidence.titleMany
    case .reviews: words.review.titleMany
    case .records: words.record.titleMany
    case .duties: words.duty.titleMany
    case .crosswalks: words.crosswalk.titleMany
    case .sources: words.source.titleMany
    case .glossary: "Glossary"
    case .index: "A to Z"
    case .history: "History"
    case .changes: "Changes"
    case .downloads: "Downloads"
    case .accessibility: "Accessibility"
    }
  }

  /// Whether it is in the menu at the head of each page. The name of the handbook there leads home.
  var isInMenu: Bool {
    switch self {
    case .domains, .phases, .roles, .reviews, .duties, .records, .glossary, .index: true
    default: false
    }
  }

  func isPresent(in contents: Contents, hasDownloads: Bool, hasEditions: Bool) -> Bool {
    switch self {
    case .home, .domains, .index, .accessibility: true
    case .phases: !contents.phases.isEmpty
    case .levels: !contents.levels.isEmpty
    case .roles: !contents.roles.isEmpty
    case .evidence: !contents.evidenceTypes.isEmpty
    case .reviews: !contents.reviews.isEmpty || !contents.results.isEmpty
    case .records: !contents.forms.isEmpty
    case .duties: !contents.duties.isEmpty
    case .crosswalks: !contents.crosswalks.isEmpty
    case .sources: !contents.sources.isEmpty
    case .glossary: !contents.terms.isEmpty
    case .history: !contents.events.isEmpty
    case .changes:
      hasEditions || !contents.changes.isEmpty || !contents.retired.isEmpty
        || contents.statements.current.count < contents.statements.count
    case .downloads: hasDownloads
    }
  }
}
