extension ChangeRule {
  /// The phrase after a count in a summary: "3 statements reworded", "1 record with a new field".
  var phrase: String { phrases[name] ?? name }
}

/// The phrases of rules whose names are not phrases themselves.
private let phrases = [
  "added-for-all": "added for everybody", "renamed": "with a new id", "revived": "in force again",
  "fate-changed": "with other successors", "successor": "in the place of another",
  "brought-forward": "due earlier", "put-back": "due later", "made-mandatory": "made mandatory",
  "made-optional": "made optional", "kind-changed": "of another kind",
  "specialism-changed": "in another specialism", "evidence-tightened": "asking for more evidence",
  "evidence-eased": "asking for less evidence", "prerequisite-added": "with a new prerequisite",
  "prerequisite-removed": "with a prerequisite less", "roles-widened": "for more roles",
  "roles-narrowed": "for fewer roles", "levels-changed": "at another level",
  "progression-changed": "growing in another way", "crosswalk-changed": "aligned differently",
  "support-changed": "explained differently", "alternative-changed": "with another alternative",
  "described": "described differently", "reordered": "in another order",
  "requirement-tightened": "owed to more people", "requirement-eased": "binding fewer people",
  "length-changed": "of another length", "duty-changed": "owed differently",
  "review-moved": "in another month", "review-changed": "held differently",
  "role-changed": "open to others", "completer-changed": "completed by somebody else",
  "stages-reordered": "with stages in another order", "made-compulsory": "made compulsory",
  "field-added": "with a new field", "field-demanded": "with a field that is now needed",
  "field-freed": "with a field that may be left out", "field-removed": "with a field less",
  "field-retyped": "with a field of another type", "choices-narrowed": "with a choice less",
  "choices-widened": "with a new choice", "field-reworded": "asking in other words",
  "reidentified": "with another id", "readdressed": "at another address",
  "language-changed": "in another language", "status-changed": "with another status",
  "dates-changed": "with other dates", "imprint-changed": "with another imprint",
]
