extension ChangeRule {
  static let reidentified = ChangeRule(
    "C401", "reidentified", .breakingForMachines, "has another id",
    purpose: "Every schema and every record names the framework by its id.")
  static let readdressed = ChangeRule(
    "C402", "readdressed", .breakingForMachines, "is published at another address",
    purpose: "The ids of its schemas begin with that address.")
  static let languageChanged = ChangeRule(
    "C403", "language-changed", .breakingForPeople, "is in another language",
    purpose: "Nobody reads what they read before.")
  static let statusChanged = ChangeRule(
    "C404", "status-changed", .compatible, "has another status",
    purpose: "How far the framework has come. Only some ways are allowed: see `status-step`.")
  static let datesChanged = ChangeRule(
    "C405", "dates-changed", .compatible, "has other dates",
    purpose: "When it was issued or from when it applies.")
  static let imprintChanged = ChangeRule(
    "C406", "imprint-changed", .editorial, "has another imprint",
    purpose:
      "Publisher, licence, notice, what it replaces, and the words that it uses for its parts.")

  static let frameworkRules = [
    reidentified, readdressed, languageChanged, statusChanged, datesChanged, imprintChanged,
  ]

  /// Every rule of comparison, by code.
  package static let all = existenceRules + statementRules + processRules + frameworkRules
}
