internal import Model

let kindAspects: [Aspect<Kind>] = [
  .value(.retitled) { $0.element.title },
  .value(.described) { $0.contents.plain($0.element.summary) },
  .value(.described) { $0.element.stem },
]

let levelAspects: [Aspect<Level>] = [
  .value(.retitled) { $0.element.title },
  .value(.described) { $0.contents.plain($0.element.summary) },
]

let resultAspects: [Aspect<ReviewResult>] = [
  .value(.retitled) { $0.element.title },
  .value(.described) { $0.contents.plain($0.element.summary) },
]

let domainAspects: [Aspect<Domain>] = [
  .value(.retitled) { $0.element.title },
  .value(.described) { $0.contents.plain($0.element.summary) },
]

let outcomeAspects: [Aspect<Outcome>] = [
  .value(.retitled) { $0.element.title },
  .value(.described) { $0.contents.plain($0.element.summary) },
  .value(.moved) { side in side.contents.id(.domain(side.element.domain)) },
]

let sourceAspects: [Aspect<Source>] = [
  .value(.retitled) { $0.element.title },
  .value(.described) { $0.contents.plain($0.element.summary) },
  .list(.described) { side in
    [
      side.element.publisher, side.element.date?.description, side.element.kind?.rawValue,
      side.element.rights, side.element.address, side.element.accessed?.description,
      side.element.reviewBy?.description, side.element.language,
    ].map { $0 ?? "" }
  },
  .list(.described, "facts") { side in
    side.element.facts.map { fact in
      let declined = side.contents.plain(fact.declined).map { " (declined: \($0))" } ?? ""
      return "\(fact.number): \(side.contents.plain(fact.text))\(declined)"
    }
  },
]

let crosswalkAspects: [Aspect<Crosswalk>] = [
  .value(.retitled) { $0.element.title },
  .value(.described) { $0.contents.plain($0.element.summary) },
  .list(.crosswalkChanged) { side in
    [
      side.element.publisher, side.element.version, side.element.address ?? "",
      side.element.language ?? "",
    ]
  },
  .list(.crosswalkChanged, "items") { side in
    side.element.items.map { item in
      let declined = side.contents.plain(item.declined).map { " (declined: \($0))" } ?? ""
      return "\(item.code): \(item.title)\(declined)"
    }
  },
  .list(.described, "sources") { $0.contents.citations($0.element.citations) },
]

let termAspects: [Aspect<Term>] = [
  .value(.described) { $0.contents.plain($0.element.definition) },
  .list(.described) { [$0.element.abbreviation ?? ""] + $0.element.also },
  .value(.described) { $0.element.language },
]

let eventAspects: [Aspect<Event>] = [
  .value(.described) { $0.contents.plain($0.element.text) },
  .list(.described, "sources") { $0.contents.citations($0.element.citations) },
]

let frameworkAspects: [Aspect<Identity>] = [
  .value(.reidentified) { $0.element.id }, .value(.readdressed) { $0.element.base },
  .value(.languageChanged) { $0.element.language }, .value(.retitled) { $0.element.title },
  .value(.statusChanged) { $0.element.status.rawValue },
  .value(.datesChanged) { $0.element.issued.map { "issued \($0)" } },
  .value(.datesChanged) { $0.element.inForce.map { "in force from \($0)" } },
  .value(.described) { $0.contents.plain($0.element.summary) },
  .value(.imprintChanged) { $0.contents.plain($0.element.notice) },
  .list(.imprintChanged) { side in
    [
      side.element.publisher, side.element.licence, side.element.supersedes,
      side.element.supersededBy,
    ].compactMap { $0 }
  },
  .list(.imprintChanged, "vocabulary") { side in
    side.element.vocabulary.words.map { "\($0.word.one)/\($0.word.many)" }
  },
]
