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
}

extension [Choice] {
  fileprivate static let severities = [
    Choice("off", "It is not reported."),
    Choice("warning", "It is reported as a warning, as it is without a setting."),
    Choice("error", "It stops the build."),
  ]
}
