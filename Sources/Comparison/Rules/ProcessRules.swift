extension ChangeRule {
  static let retitled = ChangeRule(
    "C301", "retitled", .editorial, "has another title",
    purpose: "It is called something else. Its id stays.")
  static let described = ChangeRule(
    "C302", "described", .editorial, "is described differently",
    purpose: "What readers are told about it changed, and nothing that is expected.")
  static let reordered = ChangeRule(
    "C303", "reordered", .editorial, "stands in another order",
    purpose: "The order of the handbook. Ids and addresses stay.")
  static let requirementTightened = ChangeRule(
    "C304", "requirement-tightened", .breakingForPeople, "is owed to more people",
    purpose: "A phase that people could choose is one that they have to be offered.")
  static let requirementEased = ChangeRule(
    "C305", "requirement-eased", .compatible, "binds fewer people",
    purpose: "A phase that everybody went through may be declined or chosen.")
  static let lengthChanged = ChangeRule(
    "C306", "length-changed", .breakingForPeople, "has another length",
    purpose: "Dates that people have agreed on move.")
  static let dutyChanged = ChangeRule(
    "C307", "duty-changed", .compatible, "is owed differently",
    purpose:
      "What the employer owes changed. Employers have to look at it; workers lose nothing they have done."
  )
  static let reviewMoved = ChangeRule(
    "C308", "review-moved", .breakingForPeople, "is in another month",
    purpose: "People have to be ready earlier, or later, than they have planned.")
  static let reviewChanged = ChangeRule(
    "C309", "review-changed", .breakingForPeople, "is held differently",
    purpose:
      "What is looked at, who attends, what has to be ready or filled in, or what it can come to.")
  static let roleChanged = ChangeRule(
    "C310", "role-changed", .breakingForPeople, "may be held by others",
    purpose: "Which roles one person may have at a time is not what it was.")
  static let completerChanged = ChangeRule(
    "C311", "completer-changed", .breakingForPeople, "is completed by somebody else",
    purpose: "A record or a piece of evidence is another person's to complete.")
  static let stagesReordered = ChangeRule(
    "C312", "stages-reordered", .breakingForPeople, "has its stages in another order",
    purpose: "Which phase comes first, or which level is higher, is not what it was.")
  static let madeCompulsory = ChangeRule(
    "C313", "made-compulsory", .breakingForMachines, "became compulsory",
    purpose: """
      Everybody goes through a phase that people could decline or choose. Portfolios that say that they have chosen it \
      are refused by the new schema.
      """)

  static let fieldAdded = ChangeRule(
    "C321", "field-added", .compatible, "has a new field",
    purpose: "There is more to fill in for those who want to. Older records stay valid.")
  static let fieldDemanded = ChangeRule(
    "C322", "field-demanded", .breakingForMachines, "has a field that must now be filled in",
    purpose: "Records without it were valid and are not any more.")
  static let fieldFreed = ChangeRule(
    "C323", "field-freed", .compatible, "has a field that may now be left out",
    purpose: "Records with it stay valid.")
  static let fieldRemoved = ChangeRule(
    "C324", "field-removed", .breakingForMachines, "has lost a field",
    purpose: "Records that fill it in are refused.")
  static let fieldRetyped = ChangeRule(
    "C325", "field-retyped", .breakingForMachines, "has a field of another type",
    purpose: "What was filled in does not fit any more.")
  static let choicesNarrowed = ChangeRule(
    "C326", "choices-narrowed", .breakingForMachines, "has lost a choice",
    purpose: "Records that chose it are refused.")
  static let choicesWidened = ChangeRule(
    "C327", "choices-widened", .compatible, "has a new choice",
    purpose: "Older records stay valid.")
  static let fieldReworded = ChangeRule(
    "C328", "field-reworded", .editorial, "asks in other words",
    purpose: "The label or the help of a field. Its name and type stay.")

  static let processRules = [
    retitled, described, reordered, requirementTightened, requirementEased, lengthChanged,
    dutyChanged, reviewMoved, reviewChanged, roleChanged, completerChanged, stagesReordered,
    madeCompulsory, fieldAdded, fieldDemanded, fieldFreed, fieldRemoved, fieldRetyped,
    choicesNarrowed, choicesWidened,
    fieldReworded,
  ]
}
