extension Entity {
  static let framework = Entity(
    .framework, "a framework", nesting: .file,
    """
    What the whole is: its identity, its dates and status, and the lists that everything else refers to. There is one, \
    in a file of its own whose first key is `framework`.
    """,
    example: """
      framework: first-aid
      title: First aid at work
      edition: 1.0.0
      language: en-GB
      """,
    fields: [
      Field(
        .framework, .identifier, required: true,
        "The framework's id. It is part of permanent addresses, so it never changes.",
        example: "social-work-ecf"),
      Field(
        .title, .line, required: true, "What it is called, on covers and in headings.",
        example: "Early career framework"),
      Field(
        .edition, .edition, required: true,
        "Which edition this is: three numbers. Raise it whenever a published framework changes.",
        example: "1.0.0"),
      Field(
        .language, .language, required: true,
        "The language that the texts are written in, as a BCP 47 tag. Screen readers choose their voice by it.",
        example: "en-GB"),
      Field(
        .status, .choice(.statuses), "How far it has come. The first is assumed.",
        example: "consultation", assumed: "draft"),
      Field(.issued, .date(exact: true), "The day this edition is issued.", example: "2026-11-30"),
      Field(
        .inForce, .date(exact: true),
        "The day from which this edition applies, which is often later than the day it is issued.",
        example: "2027-04-01"),
      Field(
        .supersedes, .line, "The framework or edition that it replaces.",
        example: "Early career framework 0.9.0"),
      Field(
        .supersededBy, .line, "The framework or edition that has replaced it.",
        example: "Early career standards 2026"),
      Field(.publisher, .line, "Who publishes it.", example: "Example College"),
      Field(
        .base, .address,
        "The address under which it is published. Permanent links and the ids of schemas begin with it.",
        example: "https://example.org/frameworks/"),
      Field(
        .licence, .line, "What others may do with it, best as an SPDX identifier.",
        example: "CC-BY-4.0"),
      Field(
        .notice, .prose, "What every reader must know. It stands on every page and in every file.",
        example: "A draft for consultation."),
      Field(
        .summary, .prose, "What it is and for whom: the first thing on the home page.",
        example: "For everybody who gives first aid at work."),
      Field(
        .vocabulary, .record(.vocabulary),
        "The framework's own words, where they are not the usual ones.",
        example: "{statement: {one: standard, many: standards}}"),
      Field(
        .kinds, .list(.record(.kind)), "The kinds of statement, such as knowledge and skill.",
        example: "[{id: skill, title: Skill, stem: Know how to}]"),
      Field(
        .phases, .list(.record(.phase)), "The phases that people go through, in order of time.",
        example: "[{id: year-1, title: First year}]"),
      Field(
        .specialisms, .list(.record(.specialism)), "The branches that people may choose between.",
        example: "[{id: child-protection, title: Child protection, phase: expert}]"),
      Field(
        .roles, .list(.record(.role)), "Those who do, coach, assess or resource.",
        example: "[{id: assessor, title: Assessor, verb: assess}]"),
      Field(
        .evidence, .list(.record(.evidenceType)), "The types of evidence that statements ask for.",
        example: "[{id: observation, title: Direct observation}]"),
      Field(
        .levels, .list(.record(.level)),
        "The levels at which a statement can be met, lowest first.",
        example: "[{id: working, title: Working}]"),
      Field(
        .results, .list(.record(.result)), "What a review can come to.",
        example: "[{id: on-track, title: On track}]"),
      Field(
        .retired, .list(.record(.retiredID)),
        "Ids that were published and that nothing has any more, so that the lock does not miss them.",
        example: "[{id: REL-9, because: It was about another service.}]"),
      Field(
        .budget, .record(.budget), "How large the framework may grow.",
        example: "{statements: 110, words-per-statement: 25}"),
      Field(
        .wording, .record(.wording), "Words that its authors agreed to avoid, or to allow.",
        example: "{avoid: [{word: cases, instead: families}]}"),
      Field(
        .rules, .list(.record(.ruleSetting)), "Warnings that this framework treats in another way.",
        example: "[{rule: long-sentence, severity: off, because: The law is quoted.}]"),
      Field(
        .handbook, .record(.handbook), "How the handbook looks, and what it says of itself.",
        example: "{colour: 0b5d66, logo: assets/logo.svg}"),
      Field(
        .domains, .list(.reference([.domain])),
        "The order of the domains. Those that it leaves out follow, in the order of their files.",
        example: "[relationships, assessment]"),
    ])

  static let vocabulary = Entity(
    .vocabulary, "a vocabulary",
    "What this framework calls its own parts. Every output uses these words; those left out keep the usual one.",
    example: """
      domain: {one: area, many: areas}
      statement: {one: competence, many: competences}
      """,
    fields: [
      Key.domain, .outcome, .statement, .phase, .specialism, .role, .kind, .level, .evidence,
      .source, .duty, .review, .record, .crosswalk,
    ]
    .map { key in
      Field(
        key, .record(.word), "The framework's word for `\(key.rawValue)`.",
        example: "{one: standard, many: standards}")
    })

  static let word = Entity(
    .word, "a word", "A word of the vocabulary, in lower case, as it stands inside a sentence.",
    example: "{one: competence, many: competences}",
    fields: [
      Field(.one, .line, required: true, "The word for one of them.", example: "competence"),
      Field(.many, .line, required: true, "The word for more than one.", example: "competences"),
    ])

  static let kind = Entity(
    .kind, "a kind", "A kind of statement, with the words that its statements go on from.",
    example: "{id: skill, title: Skill, stem: Know how to}",
    fields: [
      .id(example: "skill"), .title(example: "Skill"),
      Field(
        .stem, .line, "The words that come before the text of each statement of this kind.",
        example: "Know how to"),
      .summary(example: "What a person can be seen to do."),
    ])

  static let phase = Entity(
    .phase, "a phase", "A stretch of time that people go through, such as a year of induction.",
    example: "{id: year-1, title: First year, months: 12, requirement: mandatory}",
    fields: [
      .id(example: "year-1"), .title(example: "First year of induction"),
      Field(
        .months, .number(1...600), "How long it lasts, in months, for a full-time worker.",
        example: "12"),
      Field(
        .requirement, .choice(.requirements),
        "Whether people must go through it. The first is assumed.",
        example: "mandatory", assumed: "mandatory"),
      .summary(example: "Learning to practise with close support."),
      .sources,
    ])

  static let specialism = Entity(
    .specialism, "a specialism", "A branch of a phase that a person may choose.",
    example: "{id: child-protection, title: Child protection, phase: expert}",
    fields: [
      .id(example: "child-protection"), .title(example: "Child protection"),
      Field(
        .phase, .reference([.phase]), required: true, "The phase in which it is chosen.",
        example: "expert"),
      .summary(example: "Work with children at risk of significant harm."),
      .sources,
    ])

  static let role = Entity(
    .role, "a role", "Somebody with a part in the framework.",
    example: "{id: assessor, title: Assessor, verb: assess, not-also: [supervisor]}",
    fields: [
      .id(example: "assessor"), .title(example: "Assessor"),
      Field(.verb, .line, "What this role does with a statement, in one word.", example: "assess"),
      Field(
        .notAlso, .list(.reference([.role])),
        "The roles that the same person may not have at the same time.", example: "[supervisor]"),
      Field(
        .statements, .choice(.shares),
        """
        Which statements this role's own pages show. Where nothing is said: `noted` if any statement has a note or \
        level for it, and otherwise `all`; a role that only owes duties sees none.
        """,
        example: "all"),
      .summary(example: "Makes the holistic judgement."),
      .sources,
    ])

  static let evidenceType = Entity(
    .evidenceType, "a type of evidence", "Something that can show that a statement is met.",
    example: "{id: observation, title: Direct observation, completed-by: assessor}",
    fields: [
      .id(example: "observation"), .title(example: "Direct observation"),
      Field(
        .completedBy, .reference([.role]), "The role that completes it.", example: "assessor"),
      .summary(example: "A planned observation of a visit or meeting."),
      .sources,
    ])
}

extension Field {
  static func id(example: String) -> Field {
    Field(
      .id, .identifier, required: true,
      "Its id: a short code, unique in the whole framework, that is never changed and never given to something else.",
      example: example)
  }

  static func title(example: String) -> Field {
    Field(.title, .line, required: true, "What it is called.", example: example)
  }

  static let sources = Field(
    .sources, .list(.shorthand(.citation)), "What it rests on.",
    example: "[{source: working-together, facts: [2]}]")

  /// For things that may be written in another language than the framework.
  static let language = Field(
    .language, .language,
    "The language that it is written in, if not the framework's own. Screen readers choose their voice by it.",
    example: "cy")

  static func summary(example: String) -> Field {
    Field(.summary, .prose, "What readers should know about it.", example: example)
  }
}

extension [Choice] {
  static let statuses = [
    Choice("draft", "Being written."),
    Choice("consultation", "Open for comment."),
    Choice("pilot", "Tried out by some before it applies to all."),
    Choice("published", "Applies, or will from the day it is in force."),
    Choice("superseded", "Replaced by a later edition or another framework."),
    Choice("withdrawn", "No longer applies, and nothing replaces it."),
  ]

  fileprivate static let shares = [
    Choice("all", "Every statement that is not for other roles only."),
    Choice("noted", "Those that name the role, or have a note or a level for it."),
    Choice("none", "None: the role has other things to do."),
  ]

  fileprivate static let requirements = [
    Choice("mandatory", "Everybody goes through it."),
    Choice("offered", "Everybody is offered it and may decline."),
    Choice("optional", "People choose it."),
  ]
}
