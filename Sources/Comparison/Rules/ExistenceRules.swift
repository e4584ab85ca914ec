extension ChangeRule {
  static let added = ChangeRule(
    "C101", "added", .compatible, "was added",
    purpose: "A new thing that nobody has to do or to answer to. Nothing that exists is touched.")
  static let addedForAll = ChangeRule(
    "C102", "added-for-all", .breakingForPeople, "was added and is expected of everybody",
    purpose: """
      A new statement in a mandatory phase, or a new review. People who are part-way through have something to do that \
      they did not know of.
      """)
  static let removed = ChangeRule(
    "C103", "removed", .breakingForMachines, "is gone",
    purpose: """
      An id that was there is not there any more, and nothing says what became of it. Records that name it can no \
      longer be read. Keep the id and withdraw it, or say what replaces it.
      """)
  static let dropped = ChangeRule(
    "C104", "dropped", .editorial, "was dropped",
    purpose: "A source, a term or an event that is gone. No record names it.")
  static let withdrawn = ChangeRule(
    "C105", "withdrawn", .breakingForPeople, "was withdrawn",
    purpose:
      "Nobody is to meet it any more. Evidence for it no longer counts, but records stay readable.")
  static let replaced = ChangeRule(
    "C106", "replaced", .breakingForPeople, "was replaced",
    purpose: """
      Another statement takes its place, or several do. Evidence carries over, but somebody has to look at it again.
      """)
  static let renamed = ChangeRule(
    "C107", "renamed", .compatible, "has a new id",
    purpose: """
      It was replaced by a statement that says the same. Records of the old id stay readable and its evidence carries \
      over as it is.
      """)
  static let revived = ChangeRule(
    "C108", "revived", .breakingForPeople, "is in force again",
    purpose: "It had been withdrawn or replaced and is expected again.")

  static let retired = ChangeRule(
    "C109", "retired", .breakingForMachines, "was retired",
    purpose: """
      An id is gone, and `retired:` tells what became of it. Programs find that out from the migration map; a schema of \
      the new edition refuses the id.
      """)
  static let fateChanged = ChangeRule(
    "C110", "fate-changed", .compatible, "has other successors",
    purpose: """
      Nobody was to meet it before, and nobody is to meet it now. What is said to have taken its place is not the same.
      """)
  static let successor = ChangeRule(
    "C111", "successor", .compatible, "takes the place of another",
    purpose: """
      A new statement that an old one was replaced by, merged into or split into. What that means for people is told \
      where the old one ended.
      """)

  static let existenceRules = [
    added, addedForAll, removed, dropped, withdrawn, replaced, renamed, revived, retired,
    fateChanged, successor,
  ]
}
