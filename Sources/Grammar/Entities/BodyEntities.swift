extension Entity {
  static let domain = Entity(
    .domain, "a domain", nesting: .file,
    "A broad area of the framework, with its outcomes. It has a file of its own whose first key is `domain`.",
    example: """
      domain: relationships
      title: Relationships and communication
      outcomes:
        - id: REL-1
          title: Builds relationships in which children are heard
          statements:
            - id: REL-1.1
              kind: knowledge
              text: trust grows from a worker who is reliable and honest
              phase: year-1
      """,
    fields: [
      Field(.domain, .identifier, required: true, "The domain's id.", example: "relationships"),
      .title(example: "Relationships and communication"),
      .summary(example: "How workers and families come to trust each other."),
      Field(
        .outcomes, .list(.record(.outcome)), required: true, "Its outcomes, in order.",
        example: "[{id: REL-1, title: Builds relationships}]"),
    ])

  static let outcome = Entity(
    .outcome, "an outcome", "What people who meet its statements achieve together.",
    example: "{id: REL-1, title: Builds relationships in which children are heard}",
    fields: [
      .id(example: "REL-1"), .title(example: "Builds relationships in which children are heard"),
      .summary(example: "Trust comes before anything else."),
      Field(
        .statements, .list(.record(.statement)), "Its statements, in order.",
        example: "[{id: REL-1.1, text: trust grows from a worker who is reliable}]"),
    ])

  static let statement = Entity(
    .statement, "a statement", "One thing to know or to be able to do.",
    example: """
      id: REL-1.2
      kind: skill
      text: plan direct work that fits a child's age, culture, language and disability
      phase: year-1
      relies-on: [REL-1.1]
      evidence: {any-of: [observation], at-least: 2, observers: 2}
      """,
    fields: [
      .id(example: "REL-1.2"),
      Field(
        .kind, .reference([.kind]), "Which kind it is. Needed where the framework has kinds.",
        example: "skill"),
      Field(
        .text, .phrase, required: true,
        "What is to be known or done: one idea, going on from the stem of its kind.",
        example: "plan direct work that fits a child's age"),
      Field(.phase, .reference([.phase]), "When it is due.", example: "year-1"),
      Field(
        .specialism, .reference([.specialism]), "The specialism that it belongs to.",
        example: "child-protection"),
      Field(
        .roles, .list(.reference([.role])), "The roles that it is for; all, if it names none.",
        example: "[analyst]"),
      Field(
        .levels, .map([.role], .reference([.level])),
        "The level at which each role has to meet it.",
        example: "{analyst: working}"),
      Field(
        .reliesOn, .list(.reference([.statement])), "The knowledge that this skill relies on.",
        example: "[REL-1.1]"),
      Field(
        .after, .list(.reference([.statement, .outcome])), "What has to be achieved before it.",
        example: "[REL-1.1]"),
      Field(
        .buildsOn, .prose, "What earlier training covers, and what this adds to it.",
        example: "qualifying training covers observation; this adds planned direct work"),
      .sources,
      Field(
        .evidence, .record(.evidenceRule), "What shows that it is met.",
        example: "{any-of: [observation, feedback], at-least: 2}"),
      Field(
        .alternative, .prose, "Another way of showing it, as a reasonable adjustment.",
        example: "A recorded conversation in place of a written reflection."),
      Field(
        .progression, .map([.phase, .level], .prose),
        "What more is expected in later phases, or at each level.",
        example: "{year-2: adapts the plan with the child}"),
      Field(
        .notes, .map([.role], .prose), "What each role should know about it.",
        example: "{supervisor: Ask what the child said in their own words.}"),
      Field(
        .examples, .list(.record(.example)), "What it looks like in practice, by setting.",
        example: "[{setting: children's home, text: A worker and a child plan a visit.}]"),
      Field(
        .aligns, .list(.record(.alignment)), "What it corresponds to in other frameworks.",
        example: "[{to: kss-practitioner/1, relation: narrower}]"),
      Field(
        .status, .shorthand(.statementStatus),
        "How far this statement has come, if not as far as the whole.",
        example: "{is: withdrawn, since: 2026-09-01, because: The law has changed.}"),
      Field(.tags, .list(.line), "Words to find it by.", example: "[recording, digital]"),
    ])

  static let citation = Entity(
    .citation, "a citation", "A source that a statement rests on, and where in it.",
    example: "{source: working-together, facts: [2]}",
    fields: [
      Field(
        .source, .reference([.source]), required: true, "The source's id.",
        example: "working-together"),
      Field(
        .facts, .list(.number(1...100_000)), "The numbers of the facts in the source's record.",
        example: "[2, 3]"),
      Field(.at, .line, "Where in the document.", example: "section 17"),
    ])

  static let evidenceRule = Entity(
    .evidenceRule, "an evidence rule", "What evidence is asked for, and how much.",
    example: "{any-of: [observation, feedback], at-least: 2, observers: 2}",
    fields: [
      Field(
        .anyOf, .list(.reference([.evidenceType])), "Types of which any will do.",
        example: "[observation, feedback]"),
      Field(
        .allOf, .list(.reference([.evidenceType])), "Types that are all needed.",
        example: "[observation]"),
      Field(.atLeast, .number(1...99), "How many pieces of evidence at least.", example: "2"),
      Field(
        .observers, .number(1...9), "How many different people have to have observed it.",
        example: "2"),
    ])

  static let example = Entity(
    .example, "an example", "What a statement looks like in one setting.",
    example: "{setting: children's home, text: A worker and a child plan a visit.}",
    fields: [
      Field(.setting, .line, required: true, "Where it takes place.", example: "children's home"),
      Field(
        .text, .prose, required: true, "What happens.",
        example: "A worker and a child plan a visit."),
      .language,
    ])
}

extension Entity {
  static let alignment = Entity(
    .alignment, "an alignment", "What a statement corresponds to in another framework.",
    example:
      "{to: kss-practitioner/1, relation: narrower, because: It is about one part of the heading.}",
    fields: [
      Field(
        .to, .item, required: true, "The crosswalk's id, a slash, and the item's code.",
        example: "kss-practitioner/1"),
      Field(
        .relation, .choice(.relations), required: true,
        "How this statement relates to the item.", example: "narrower"),
      Field(
        .because, .prose, "Why, where that is not obvious.",
        example: "It is about one part of the heading."),
    ])

  static let statementStatus = Entity(
    .statementStatus, "a status",
    "How far one statement has come, and what became of it.",
    example:
      "{is: withdrawn, since: 2026-09-01, because: Two said the same., merged-into: REL-1.1}",
    fields: [
      Field(.isNow, .choice(.statuses), required: true, "The status.", example: "withdrawn"),
      Field(.since, .date(exact: true), "The day from which it has it.", example: "2026-09-01"),
      Field(.because, .prose, "Why.", example: "Two statements said the same."),
      Field(
        .replacedBy, .reference([.statement]), "The statement that takes its place.",
        example: "REL-1.3"),
      Field(
        .mergedInto, .reference([.statement]), "The statement that it has become a part of.",
        example: "REL-1.1"),
      Field(
        .splitInto, .list(.reference([.statement])),
        "The statements that it has been divided into.",
        example: "[REL-1.3, REL-1.4]"),
    ])
}

extension [Choice] {
  fileprivate static let relations = [
    Choice("exact", "It says the same."),
    Choice("narrower", "It is a part of what the item says."),
    Choice("broader", "The item is a part of what it says."),
    Choice("related", "They touch on each other."),
  ]
}
