extension ChangeRule {
  static let reworded = ChangeRule(
    "C201", "reworded", .breakingForPeople, "was reworded",
    purpose: """
      The words of a statement changed by more than a slip. Whoever has evidence for it has to look whether it still \
      fits.
      """)
  static let retouched = ChangeRule(
    "C202", "retouched", .editorial, "was retouched",
    purpose: "Spelling, punctuation or emphasis changed; the words are the same but for a slip.")
  static let moved = ChangeRule(
    "C203", "moved", .compatible, "moved",
    purpose: "It belongs elsewhere now. What it asks is the same, and its address and id stay.")
  static let broughtForward = ChangeRule(
    "C204", "brought-forward", .breakingForPeople, "is due earlier",
    purpose: "People in the earlier phase have more to do.")
  static let putBack = ChangeRule(
    "C205", "put-back", .compatible, "is due later",
    purpose: "People have more time. What they have done for it stays good.")
  static let madeMandatory = ChangeRule(
    "C206", "made-mandatory", .breakingForPeople, "became mandatory",
    purpose: "It stands in a phase that everybody goes through, and did not before.")
  static let madeOptional = ChangeRule(
    "C207", "made-optional", .compatible, "is no longer mandatory",
    purpose: "It stands in a phase that people may decline or choose.")
  static let kindChanged = ChangeRule(
    "C208", "kind-changed", .breakingForPeople, "is of another kind",
    purpose: "What was to be known is to be done, or the other way round. Other evidence shows it.")
  static let specialismChanged = ChangeRule(
    "C209", "specialism-changed", .breakingForPeople, "belongs to another specialism",
    purpose: "Other people are to meet it.")
  static let evidenceTightened = ChangeRule(
    "C210", "evidence-tightened", .breakingForPeople, "asks for more evidence",
    purpose:
      "More pieces, more observers, a type that is always needed, or fewer types to choose from.")
  static let evidenceEased = ChangeRule(
    "C211", "evidence-eased", .compatible, "asks for less evidence",
    purpose: "Whatever was enough before is enough now.")
  static let prerequisiteAdded = ChangeRule(
    "C212", "prerequisite-added", .breakingForPeople, "has a new prerequisite",
    purpose: "Something else has to come first, or is relied on, that was not before.")
  static let prerequisiteRemoved = ChangeRule(
    "C213", "prerequisite-removed", .compatible, "has lost a prerequisite",
    purpose: "It can be begun earlier than before.")
  static let rolesWidened = ChangeRule(
    "C214", "roles-widened", .breakingForPeople, "is for more roles",
    purpose: "People in another role are to meet it.")
  static let rolesNarrowed = ChangeRule(
    "C215", "roles-narrowed", .compatible, "is for fewer roles",
    purpose: "Fewer people have to meet it.")
  static let levelsChanged = ChangeRule(
    "C216", "levels-changed", .breakingForPeople, "is expected at another level",
    purpose: "What a role has to reach is not what it was.")
  static let progressionChanged = ChangeRule(
    "C217", "progression-changed", .breakingForPeople, "grows in another way",
    purpose: "What more is expected in a later phase, or at a level, is not what it was.")
  static let crosswalkChanged = ChangeRule(
    "C218", "crosswalk-changed", .compatible, "is aligned differently",
    purpose: "What it corresponds to in another framework changed. What it asks did not.")
  static let supportChanged = ChangeRule(
    "C219", "support-changed", .editorial, "is explained differently",
    purpose:
      "Notes, examples, sources, tags and the like. They help, and nothing is expected because of them."
  )
  static let alternativeChanged = ChangeRule(
    "C220", "alternative-changed", .compatible, "has another alternative",
    purpose: "The other way in which it can be shown is not what it was.")

  static let statementRules = [
    reworded, retouched, moved, broughtForward, putBack, madeMandatory, madeOptional, kindChanged,
    specialismChanged, evidenceTightened, evidenceEased, prerequisiteAdded, prerequisiteRemoved,
    rolesWidened, rolesNarrowed, levelsChanged, progressionChanged, crosswalkChanged,
    supportChanged, alternativeChanged,
  ]
}
