extension Entity {
  static let duties = Entity(
    .duties, "a list of duties", nesting: .file,
    "What the employer owes. A file of its own whose first key is `duties`.",
    example: """
      duties:
        - id: supervision
          title: Regular supervision
          text: The employer gives each worker supervision.
          measure: every week for the first six weeks
      """,
    fields: [
      Field(
        .duties, .list(.record(.duty)), required: true, "The duties, in order.",
        example: "[{id: supervision, title: Regular supervision, text: Each worker has it.}]")
    ])

  static let duty = Entity(
    .duty, "a duty", "One thing that the employer owes, with its own source and date.",
    example: "{id: supervision, title: Regular supervision, text: Each worker has it weekly.}",
    fields: [
      .id(example: "supervision"), .title(example: "Regular supervision"),
      Field(
        .text, .prose, required: true, "What is owed.",
        example: "The employer gives each worker supervision."),
      Field(
        .owner, .reference([.role]), "The role that owes it.", example: "employer"),
      Field(
        .measure, .phrase,
        "How much, how often or by when, so that one can tell whether it is met.",
        example: "every week for the first six weeks"),
      Field(
        .phases, .list(.reference([.phase])),
        "The phases in which it is owed; all, if it names none.", example: "[year-1]"),
      Field(.from, .date(exact: false), "From when it is owed.", example: "2026-09"),
      Field(
        .differs, .prose, "Where sources disagree: what each says, and what is followed here.",
        example: "Another page says fortnightly; the employer standards are followed."),
      .sources,
    ])

  static let reviews = Entity(
    .reviews, "a list of reviews", nesting: .file,
    "The points at which progress is looked at. A file of its own whose first key is `reviews`.",
    example: """
      reviews:
        - id: review-3
          title: Three-month review
          month: 3
          attends: [worker, assessor]
      """,
    fields: [
      Field(
        .reviews, .list(.record(.review)), required: true, "The reviews, in order of time.",
        example: "[{id: review-3, title: Three-month review, month: 3}]")
    ])

  static let review = Entity(
    .review, "a review", "A point at which progress is looked at.",
    example: "{id: review-3, title: Three-month review, month: 3, attends: [worker, assessor]}",
    fields: [
      .id(example: "review-3"), .title(example: "Three-month review"),
      Field(
        .month, .number(0...600), required: true, "In which month from the start it is held.",
        example: "3"),
      .summary(example: "A first look back together."),
      Field(
        .attends, .list(.reference([.role])), "The roles that attend.",
        example: "[worker, assessor]"),
      Field(
        .covers, .list(.reference([.phase, .domain, .outcome])),
        "The phases, domains or outcomes that are looked at.", example: "[year-1]"),
      Field(
        .ready, .list(.phrase), "What has to be ready before it.",
        example: "[one direct observation]"),
      Field(
        .records, .list(.reference([.form])), "The records that are filled in for it.",
        example: "[review-record]"),
      Field(
        .results, .list(.reference([.result])), "What it can come to.",
        example: "[on-track, support-plan]"),
      .sources,
    ])

  static let form = Entity(
    .form, "a record", nesting: .file,
    """
    A form that people fill in. A file of its own whose first key is `record`. It has no field for the name of a child \
    or family.
    """,
    example: """
      record: direct-observation
      title: Direct observation
      completed-by: assessor
      fields:
        - {name: observed-on, title: Date of the observation, type: date, required: yes}
        - {name: went-well, title: What went well, type: text}
      """,
    fields: [
      Field(
        .record, .identifier, required: true, "The record's id.", example: "direct-observation"),
      .title(example: "Direct observation"),
      .summary(example: "Completed after a planned observation."),
      Field(
        .completedBy, .reference([.role]), "The role that completes it.", example: "assessor"),
      Field(
        .reviews, .list(.reference([.review])), "The reviews that it is needed for.",
        example: "[review-3]"),
      Field(
        .fields, .list(.record(.formField)), required: true, "What is filled in, in order.",
        example: "[{name: went-well, title: What went well, type: text}]"),
      .sources,
    ])

  static let formField = Entity(
    .formField, "a field", "One thing to fill in.",
    example: "{name: went-well, title: What went well, type: text, required: yes}",
    fields: [
      Field(
        .name, .name, required: true,
        "Its name in data: like an id, but only this record's fields must have names of their own.",
        example: "went-well"),
      Field(.title, .line, required: true, "The question or label.", example: "What went well"),
      Field(.type, .choice(.fieldTypes), required: true, "What is filled in.", example: "text"),
      Field(
        .required, .yesNo, "Whether it has to be filled in. No is assumed.", example: "yes",
        assumed: "no"),
      Field(
        .choices, .list(.line), "What to choose from, for a choice or a rating.",
        example: "[met, not yet met]"),
      Field(
        .role, .reference([.role]), "The role of the person or of who signs.", example: "assessor"),
      .summary(example: "Write about the worker's practice, not about the family."),
    ])

  static let crosswalk = Entity(
    .crosswalk, "a crosswalk", nesting: .file,
    "Another framework that statements are aligned to. A file of its own whose first key is `crosswalk`.",
    example: """
      crosswalk: standards
      title: Professional standards
      publisher: The regulator
      version: "2019"
      items:
        - {id: 1, title: Rights and strengths}
        - {id: 2, title: Trust, declined: It is part of every statement.}
      """,
    fields: [
      Field(.crosswalk, .identifier, required: true, "The crosswalk's id.", example: "standards"),
      .title(example: "Professional standards"),
      Field(.publisher, .line, required: true, "Who publishes it.", example: "The regulator"),
      Field(.version, .line, required: true, "Which version is meant.", example: "2019"),
      Field(.address, .address, "Where it can be read.", example: "https://example.org/standards"),
      .language,
      .summary(example: "By heading only."),
      Field(
        .items, .list(.record(.crosswalkItem)), required: true, "Its items, in order.",
        example: "[{id: 1, title: Rights and strengths}]"),
      .sources,
    ])

  static let crosswalkItem = Entity(
    .crosswalkItem, "an item", "A part of another framework, by its own code.",
    example: "{id: 1, title: Rights and strengths}",
    fields: [
      Field(.id, .code, required: true, "Its code over there.", example: "1"),
      Field(
        .title, .line, required: true, "A short label, in our own words.",
        example: "Rights and strengths"),
      Field(
        .declined, .phrase, "Why no statement covers it, if none is to.",
        example: "It is for managers only."),
    ])

  static let history = Entity(
    .history, "a history", nesting: .file,
    "How the framework came about. A file of its own whose first key is `history`.",
    example: """
      history:
        - {date: 2023-03, title: The plan is announced, text: Five years of support were planned.}
      """,
    fields: [
      Field(
        .history, .list(.record(.event)), required: true, "What happened, in order of time.",
        example: "[{date: 2023-03, title: The plan is announced, text: It was announced.}]")
    ])

  static let event = Entity(
    .event, "an event", "Something in the framework's history.",
    example: "{date: 2023-03, title: The plan is announced, text: Five years were planned.}",
    fields: [
      Field(.date, .date(exact: false), required: true, "When.", example: "2023-03"),
      Field(
        .title, .line, required: true, "What, in a few words.", example: "The plan is announced"),
      Field(.text, .prose, required: true, "What happened.", example: "Five years were planned."),
      .sources,
    ])
}

extension Entity {
  static let changes = Entity(
    .changes, "a list of changes", nesting: .file,
    "What is new in each edition, for those who know the one before. A file of its own whose first key is `changes`.",
    example: """
      changes:
        - {edition: 1.1.0, date: 2027-09-01, text: The statements on court work are new.}
      """,
    fields: [
      Field(
        .changes, .list(.record(.change)), required: true, "The editions, in any order.",
        example: "[{edition: 1.1.0, date: 2027-09-01, text: Court work is new.}]")
    ])

  static let change = Entity(
    .change, "the changes of an edition", "What is new in one edition.",
    example: "{edition: 1.1.0, date: 2027-09-01, text: The statements on court work are new.}",
    fields: [
      Field(.edition, .edition, required: true, "The edition.", example: "1.1.0"),
      Field(.date, .date(exact: false), "When it was issued.", example: "2027-09-01"),
      Field(
        .text, .prose, required: true,
        "What has changed, for readers. `[[REL-1.2]]` leads to what it is about.",
        example: "The statements on court work are new."),
    ])
}

extension [Choice] {
  fileprivate static let fieldTypes = [
    Choice("text", "Free text, without names of children or families."),
    Choice("date", "A day."),
    Choice("choice", "One of the choices."),
    Choice("yes-no", "Yes or no."),
    Choice("rating", "A place on the scale that the choices name, or else the framework's levels."),
    Choice("statements", "The ids of statements."),
    Choice("person", "Somebody in a role, by name or number."),
    Choice("signature", "A name and a day, to sign with."),
  ]
}
