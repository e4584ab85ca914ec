extension Entity {
  static let level = Entity(
    .level, "a level", "A level at which a statement can be met, such as working or expert.",
    example: "{id: working, title: Working, summary: Does it alone.}",
    fields: [
      .id(example: "working"), .title(example: "Working"), .summary(example: "Does it alone."),
    ])

  static let result = Entity(
    .result, "a result", "What a review can come to.",
    example: "{id: support-plan, title: Support plan}",
    fields: [
      .id(example: "support-plan"), .title(example: "Support plan"),
      .summary(example: "More support is agreed, with a date to look again."),
    ])

  static let retiredID = Entity(
    .retiredID, "a retired id", "An id that was published and that nothing has any more.",
    example: "{id: REL-9, because: It was about another service., replaced-by: REL-1.1}",
    fields: [
      Field(.id, .code, required: true, "The id. Nothing may have it again.", example: "REL-9"),
      Field(
        .because, .prose, required: true, "Why it is gone.",
        example: "It was about another service."),
      Field(
        .replacedBy,
        .reference([
          .statement, .outcome, .domain, .phase, .specialism, .role, .kind, .evidenceType, .level,
          .result, .duty, .review, .form, .source, .crosswalk,
        ]), "What takes its place.", example: "REL-1.1"),
    ])

  static let budget = Entity(
    .budget, "a budget", "How large the framework may grow. Beyond it there is a warning.",
    example: "{statements: 110, words-per-statement: 25, statements-per-phase: {year-1: 60}}",
    fields: [
      Field(.statements, .number(1...1_000_000), "How many statements in all.", example: "110"),
      Field(.outcomes, .number(1...100_000), "How many outcomes in all.", example: "26"),
      Field(
        .wordsPerStatement, .number(1...1000), "How many words in a statement. 25 is assumed.",
        example: "25", assumed: "25"),
      Field(
        .statementsPerPhase, .map([.phase], .number(1...1_000_000)),
        "How many statements in a phase.", example: "{year-1: 60}"),
    ])

  static let wording = Entity(
    .wording, "wording rules", "Words that the authors agreed to avoid, or to allow.",
    example: "{avoid: [{word: cases, instead: families}], allow: [leverage]}",
    fields: [
      Field(
        .avoid, .list(.record(.avoidedWord)), "Words to avoid, beside those that ksf knows.",
        example: "[{word: cases, instead: families}]"),
      Field(
        .allow, .list(.line), "Words that ksf would warn of, but which are meant here.",
        example: "[leverage]"),
    ])

  static let avoidedWord = Entity(
    .avoidedWord, "a word to avoid", "A word to avoid, and what to write in its place.",
    example: "{word: cases, instead: families}",
    fields: [
      Field(.word, .line, required: true, "The word or words.", example: "cases"),
      Field(.instead, .line, "What to write in its place.", example: "families"),
    ])

  static let ruleSetting = Entity(
    .ruleSetting, "a rule setting",
    "A warning that this framework treats in another way. Errors cannot be changed.",
    example: "{rule: long-sentence, severity: off, because: The law is quoted.}",
    fields: [
      Field(.rule, .rule, required: true, "The rule's name or code.", example: "long-sentence"),
      Field(
        .severity, .choice(.severities), required: true, "What becomes of it.", example: "off"),
      Field(.because, .line, required: true, "Why.", example: "The law is quoted."),
    ])

  static let handbook = Entity(
    .handbook, "a handbook",
    "How the handbook looks, and what it says of itself. Nothing here changes the framework.",
    example: """
      name: Early career handbook
      colour: 0b5d66
      logo: assets/logo.svg
      logo-text: Example College
      footer: Example College, 1 High Street.
      """,
    fields: [
      Field(
        .name, .line, "A short name for the head of each page. The framework's title is assumed.",
        example: "Early career handbook"),
      Field(
        .colour, .colour,
        "The colour of links and edges, as six hexadecimal digits. It has to be read well on white.",
        example: "0b5d66"),
      Field(
        .colourDark, .colour,
        "The same for the dark scheme. A lighter shade of `colour` is assumed.", example: "7cc6cd"),
      Field(
        .logo, .path,
        "A picture before the name: a file of the project's own below `templates/handbook/`.",
        example: "assets/logo.svg"),
      Field(
        .logoText, .line,
        "What the picture shows, for those who do not see it. Not needed if the name beside it says so.",
        example: "Example College"),
      Field(
        .footer, .prose, "What stands at the foot of each page.",
        example: "Example College, 1 High Street."),
      Field(
        .repository, .address,
        """
        Where the files are kept: the address to which a file's path and `#L` with a line are added, for the links \
        that lead from a page to where it is written.
        """,
        example: "https://example.org/framework/blob/main/"),
      Field(
        .contact, .prose, "Whom to tell of a mistake, or of a page that one cannot use.",
        example: "Write to [the editors](mailto:editors@example.org)."),
      Field(
        .accessibility, .prose,
        "What else there is to say on the page about accessibility: limits, other formats, by when.",
        example: "We send any page in large print within five days."),
    ])
}

extension [Choice] {
  fileprivate static let severities = [
    Choice("off", "It is not reported."),
    Choice("warning", "It is reported as a warning, as it is without a setting."),
    Choice("error", "It stops the build."),
  ]
}
