extension Entity {
  static let source = Entity(
    .source, "a source", nesting: .file,
    """
    A document that statements rest on, with numbered facts in the framework's own words. It has a file of its own, by \
    custom in `seeds/`, whose first key is `source`.
    """,
    example: """
      source: working-together
      title: Working together to safeguard children
      publisher: Department for Education
      date: 2023-12
      kind: guidance
      rights: Open Government Licence v3.0
      facts:
        - {number: 1, text: Agencies share responsibility for keeping children safe.}
      """,
    fields: [
      Field(.source, .identifier, required: true, "The source's id.", example: "working-together"),
      .title(example: "Working together to safeguard children"),
      Field(
        .publisher, .line, required: true, "Who published it.", example: "Department for Education"),
      Field(
        .date, .date(exact: false), required: true,
        "When it was published: a year, a year and month, or a day.", example: "2023-12"),
      Field(
        .kind, .choice(.sourceKinds), required: true, "What sort of document it is.",
        example: "guidance"),
      Field(
        .rights, .line, required: true, "What its publisher allows others to do with it.",
        example: "Open Government Licence v3.0"),
      Field(
        .address, .address, "Where it can be read.", example: "https://example.org/document"),
      Field(
        .accessed, .date(exact: true), "The day it was last read there.", example: "2026-11-01"),
      Field(
        .reviewBy, .date(exact: true),
        "The day by which somebody should look whether it still holds.",
        example: "2027-11-01"),
      .language,
      .summary(example: "Statutory guidance on how agencies work together."),
      Field(
        .facts, .list(.record(.fact)), "What it says that the framework uses, in our own words.",
        example: "[{number: 1, text: Agencies share responsibility.}]"),
    ])

  static let fact = Entity(
    .fact, "a fact", "One thing that a source says, in the framework's own words.",
    example: "{number: 1, text: Agencies share responsibility for keeping children safe.}",
    fields: [
      Field(
        .number, .number(1...100_000), required: true,
        "Its number in this source. Statements cite it, so it stays the same.", example: "1"),
      Field(
        .text, .prose, required: true, "What the source says.",
        example: "Agencies share responsibility for keeping children safe."),
      Field(
        .declined, .phrase, "Why the framework does not take it up, if it does not.",
        example: "It concerns adult services."),
    ])

  static let glossary = Entity(
    .glossary, "a glossary", nesting: .file,
    "Terms and abbreviations with their definitions. A file of its own whose first key is `glossary`.",
    example: """
      glossary:
        - term: early career framework
          abbreviation: ECF
          definition: What people learn in their first years of practice.
      """,
    fields: [
      Field(
        .glossary, .list(.record(.term)), required: true, "The terms, in any order.",
        example: "[{term: kinship care, definition: Care by relatives or friends.}]")
    ])

  static let term = Entity(
    .term, "a term", "A word that readers may not know, explained once.",
    example: "{term: kinship care, definition: Care by relatives or friends.}",
    fields: [
      Field(.term, .line, required: true, "The term.", example: "kinship care"),
      Field(.abbreviation, .line, "Its abbreviation.", example: "ECF"),
      Field(
        .also, .list(.line), "Other forms of it, such as the plural.", example: "[kinship carer]"),
      .language,
      Field(
        .definition, .prose, required: true, "What it means here.",
        example: "Care by relatives or friends."),
    ])
}

extension [Choice] {
  fileprivate static let sourceKinds = [
    Choice("research", "A study or a synthesis of studies."),
    Choice("law", "An Act, a regulation or a judgment."),
    Choice("guidance", "What a public body tells others to do or advises."),
    Choice("policy", "What a government or organisation intends."),
    Choice("standards", "What a regulator or profession requires."),
    Choice("news", "A report in the press."),
    Choice("lived-experience", "What people say of their own lives."),
  ]
}
