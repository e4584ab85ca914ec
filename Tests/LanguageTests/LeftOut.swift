import Grammar

/// Keys that are deliberately left out of an output, with the reason.
struct LeftOut: Sendable {
  static let path = "Tests/LanguageTests/LeftOut.swift"

  let entity: EntityName
  let keys: [Key]
  let views: [View]
  let reason: String

  init(_ keys: [Key], of entity: EntityName, from views: [View], because reason: String) {
    (self.entity, self.keys, self.views, self.reason) = (entity, keys, views, reason)
  }

  static let all = [
    // What readers of the framework have no use for.
    LeftOut(
      [.budget, .wording, .rules], of: .framework, from: [.data, .comparison, .pages],
      because: "It is an agreement among the authors, and `ksf check` holds them to it."),
    LeftOut(
      [.statements, .outcomes, .wordsPerStatement, .statementsPerPhase], of: .budget,
      from: [.data, .comparison, .pages],
      because: "It is an agreement among the authors, and `ksf check` holds them to it."),
    LeftOut(
      [.avoid, .allow], of: .wording, from: [.data, .comparison, .pages],
      because: "It is an agreement among the authors, and `ksf check` holds them to it."),
    LeftOut(
      [.word, .instead], of: .avoidedWord, from: [.data, .comparison, .pages],
      because: "It is an agreement among the authors, and `ksf check` holds them to it."),
    LeftOut(
      [.rule, .severity], of: .ruleSetting, from: [.data, .comparison, .pages],
      because: "It is an agreement among the authors, and `ksf check` holds them to it."),
    LeftOut(
      [.because], of: .ruleSetting, from: [.data, .comparison, .pages, .check],
      because: "The reason of a setting is for those who read the file. It only has to be there."),

    // What is about the handbook alone.
    LeftOut(
      [.handbook], of: .framework, from: [.data, .comparison],
      because: "It says how the handbook looks, and nothing about the framework."),
    LeftOut(
      [
        .name, .colour, .colourDark, .logo, .logoText, .footer, .repository, .contact,
        .accessibility,
      ], of: .handbook, from: [.data, .comparison],
      because: "It says how the handbook looks, and nothing about the framework."),

    // What is told otherwise.
    LeftOut(
      [.edition], of: .framework, from: [.comparison],
      because: "A comparison names both editions at its head. Another number alone is no change."),
    LeftOut(
      [.changes], of: .changes, from: [.comparison],
      because: "It tells readers in words about the changes that a comparison finds."),
    LeftOut(
      [.edition, .date, .text], of: .change, from: [.comparison],
      because: "It tells readers in words about the changes that a comparison finds."),
    LeftOut(
      [.id], of: .kind, from: [.pages],
      because:
        "Readers see the title. A kind has no page of its own, whose address would have the id."),
    LeftOut(
      [.name], of: .formField, from: [.pages],
      because: "Readers see the title. The name is for records that programs keep."),
  ]

  /// Whether a key is left out of a view.
  static func holds(_ key: EntityKey, _ view: View) -> Bool {
    all.contains {
      $0.entity == key.entity && $0.keys.contains(key.key) && $0.views.contains(view)
    }
  }
}
