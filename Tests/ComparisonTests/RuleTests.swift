import Comparison
import Testing

/// What is done to the sample, and each change that has to be found: its rule and the id that it is about.
struct Case: Sendable, CustomTestStringConvertible {
  let name: String
  let edits: [Edit]
  let changes: [String]

  init(_ name: String, _ changes: [String], _ edits: Edit...) {
    self.name = name
    self.changes = changes
    self.edits = edits
  }

  var testDescription: String { name }
}

@Suite struct `Each rule of change` {
  @Test(arguments: existenceCases + statementCases + processCases + fieldCases + frameworkCases)
  func `is found, and nothing else`(example: Case) throws {
    let changes = try Sample.comparison(example.edits).changes
    #expect(changes.map { "\($0.rule.name) \($0.id)" }.sorted() == example.changes.sorted())
  }

  @Test func `has a case here`() {
    let all = existenceCases + statementCases + processCases + fieldCases + frameworkCases
    let found = Set(all.flatMap(\.changes).map { String($0.prefix { $0 != " " }) })
    #expect(found == Set(ChangeRule.all.map(\.name)))
  }

  /// A summary reads as a sentence: no rule's name with a hyphen in it stands there.
  @Test(arguments: existenceCases + statementCases + processCases + fieldCases + frameworkCases)
  func `has words in the summary`(example: Case) throws {
    let comparison = try Sample.comparison(example.edits)
    for rule in comparison.changes.map(\.rule) where rule.name.contains("-") {
      #expect(!comparison.summary.contains(rule.name))
    }
  }

  @Test func `has a code and a name of its own`() {
    #expect(Set(ChangeRule.all.map(\.code)).count == ChangeRule.all.count)
    #expect(Set(ChangeRule.all.map(\.name)).count == ChangeRule.all.count)
  }

  /// The classes are a promise to those who pin an edition, so changing one has to be meant.
  @Test func `has its class`() {
    func names(_ changeClass: ChangeClass) -> [String] {
      ChangeRule.all.filter { $0.changeClass == changeClass }.map(\.name).sorted()
    }
    #expect(
      names(.editorial) == [
        "described", "dropped", "field-reworded", "imprint-changed", "reordered", "retitled",
        "retouched", "support-changed",
      ])
    #expect(
      names(.compatible) == [
        "added", "alternative-changed", "choices-widened", "crosswalk-changed", "dates-changed",
        "duty-changed", "evidence-eased", "fate-changed", "field-added", "field-freed",
        "made-optional", "moved", "prerequisite-removed", "put-back", "renamed",
        "requirement-eased", "roles-narrowed", "status-changed", "successor",
      ])
    #expect(
      names(.breakingForMachines) == [
        "choices-narrowed", "field-demanded", "field-removed", "field-retyped", "made-compulsory",
        "readdressed", "reidentified", "removed", "retired",
      ])
  }
}

private let domain = "domain.yaml"

let existenceCases = [
  Case("nothing", [], Edit(domain, "wood", "wood")),
  Case(
    "a statement that nobody has to meet", ["added W-2.2"],
    Edit(
      domain, "any glue, phase: first}",
      "any glue, phase: first}\n      - {id: W-2.2, kind: skill, text: inlay brass, phase: later}")
  ),
  Case(
    "a statement for everybody", ["added-for-all W-2.2"],
    Edit(
      domain, "any glue, phase: first}",
      "any glue, phase: first}\n      - {id: W-2.2, text: sand, phase: second}")),
  Case(
    "a statement without a phase is for everybody", ["added-for-all W-2.2"],
    Edit(
      domain, "any glue, phase: first}", "any glue, phase: first}\n      - {id: W-2.2, text: sand}")
  ),
  Case(
    "a review", ["added-for-all mid"],
    Edit("reviews.yaml", "reviews:", "reviews:\n  - {id: mid, title: In between, month: 3}")),
  Case(
    "a role", ["added helper"],
    Edit("framework.yaml", "roles:", "roles:\n  - {id: helper, title: Helper}")),
  Case(
    "a statement is gone", ["removed M-1.1", "removed M-1", "removed metal"],
    Edit("metal.yaml", "", "")),
  Case(
    "retired ids", ["retired M-1.1", "retired M-1", "retired metal"], Edit("metal.yaml", "", ""),
    Edit(
      "framework.yaml", "retired:",
      "retired:\n  - {id: M-1.1, because: No.}\n  - {id: M-1, because: No.}\n  - {id: metal, replaced-by: wood, because: No.}"
    )),
  Case(
    "another successor of a retired id", ["fate-changed OLD-1"],
    Edit("framework.yaml", "replaced-by: W-1.1", "replaced-by: W-1.2")),
  Case(
    "another reason of a retired id", ["described OLD-1"],
    Edit("framework.yaml", "It was old.", "It was worn.")),
  Case(
    "another retired id", ["described craft"], Edit("framework.yaml", "id: OLD-1", "id: OLD-2")),
  Case("a source", ["dropped book"], Edit("seeds/book.yaml", "", "")),
  Case("a term", ["dropped grain"], Edit("glossary.yaml", "", "")),
  Case(
    "withdrawn", ["withdrawn W-1.3"],
    Edit(
      domain, "all of them\n        phase: first",
      "all of them\n        phase: first\n        status: {is: withdrawn, since: 2027-01-01, because: No.}"
    )),
  Case(
    "replaced by a new one", ["replaced W-2.1", "successor W-2.2"],
    Edit(
      domain, "any glue, phase: first}",
      "any glue, phase: first, status: {is: superseded, since: 2027-01-01, because: No., replaced-by: W-2.2}}\n      - {id: W-2.2, text: glue it, phase: first}"
    )),
  Case(
    "split into two new ones", ["replaced W-2.1", "successor W-2.2", "successor W-2.3"],
    Edit(
      domain, "any glue, phase: first}",
      "any glue, phase: first, status: {is: superseded, since: 2027-01-01, because: No., split-into: [W-2.2, W-2.3]}}\n      - {id: W-2.2, text: glue it, phase: first}\n      - {id: W-2.3, text: cut it, phase: first}"
    )),
  Case(
    "merged into one that was there", ["replaced W-2.1"],
    Edit(
      domain, "any glue, phase: first}",
      "any glue, phase: first, status: {is: superseded, since: 2027-01-01, because: No., merged-into: W-1.3}}"
    )),
  Case(
    "a new id for the same", ["renamed W-2.1"],
    Edit(
      domain, "any glue, phase: first}",
      "any glue, phase: first, status: {is: superseded, since: 2027-01-01, because: No., replaced-by: W-2.9}}\n      - {id: W-2.9, kind: skill, text: cut a joint that holds without any glue, phase: first}"
    )),
  Case(
    "a new id, and due earlier as well", ["renamed W-2.1", "retouched W-2.9", "put-back W-2.9"],
    Edit(
      domain, "any glue, phase: first}",
      "any glue, phase: first, status: {is: superseded, since: 2027-01-01, because: No., replaced-by: W-2.9}}\n      - {id: W-2.9, kind: skill, text: \"cut a joint that holds, without any glue\", phase: second}"
    )),
  Case(
    "in force again", ["revived W-1.5"],
    Edit(domain, "\n        status: {is: withdrawn, since: 2026-01-01, because: It smokes.}", "")),
  Case(
    "another successor", ["fate-changed W-1.5"],
    Edit(domain, "because: It smokes.", "because: It smokes., replaced-by: W-1.3")),
]

let statementCases = [
  Case("other words", ["reworded W-1.1"], Edit(domain, "in a shed", "under a roof")),
  Case("punctuation", ["retouched W-1.1"], Edit(domain, "dries in a shed", "dries, in a shed")),
  Case(
    "another outcome", ["moved W-1.3"],
    Edit(
      domain,
      "      - id: W-1.3\n        kind: skill\n        text: stack boards so that air reaches all of them\n        phase: first\n",
      ""),
    Edit(
      domain, "any glue, phase: first}",
      "any glue, phase: first}\n      - {id: W-1.3, kind: skill, text: stack boards so that air reaches all of them, phase: first}"
    )),
  Case("earlier", ["brought-forward W-1.2"], Edit(domain, "phase: second", "phase: first")),
  Case(
    "later", ["put-back W-2.1"], Edit(domain, "any glue, phase: first", "any glue, phase: second")),
  Case(
    "mandatory", ["made-mandatory M-1.1", "brought-forward M-1.1"],
    Edit("metal.yaml", "phase: later", "phase: second")),
  Case(
    "optional", ["made-optional W-2.1", "put-back W-2.1"],
    Edit(domain, "any glue, phase: first", "any glue, phase: later")),
  Case(
    "kind", ["kind-changed W-2.1"],
    Edit(domain, "{id: W-2.1, kind: skill", "{id: W-2.1, kind: knowledge")),
  Case("specialism", ["specialism-changed W-1.4"], Edit(domain, "\n        specialism: glass", "")),
  Case("more pieces", ["evidence-tightened W-1.2"], Edit(domain, "at-least: 2", "at-least: 3")),
  Case(
    "fewer types to choose from", ["evidence-tightened W-1.2"],
    Edit(domain, "any-of: [piece, visit]", "any-of: [piece]")),
  Case(
    "evidence where there was none", ["evidence-tightened W-1.3"],
    Edit(domain, "all of them\n", "all of them\n        evidence: {any-of: [piece]}\n")),
  Case(
    "fewer pieces", ["evidence-eased W-1.2"],
    Edit(domain, "at-least: 2, observers: 2", "at-least: 2")),
  Case(
    "no evidence", ["evidence-eased W-1.2"],
    Edit(domain, "        evidence: {any-of: [piece, visit], at-least: 2, observers: 2}\n", "")),
  Case(
    "a prerequisite", ["prerequisite-added W-2.1"],
    Edit(domain, "any glue, phase: first", "any glue, phase: first, after: [W-1.3]")),
  Case(
    "no prerequisite", ["prerequisite-removed W-1.2"],
    Edit(domain, "        relies-on: [W-1.1]\n", "")),
  Case("all roles", ["roles-widened W-1.2"], Edit(domain, "        roles: [maker, judge]\n", "")),
  Case(
    "fewer roles", ["roles-narrowed W-1.2"], Edit(domain, "roles: [maker, judge]", "roles: [maker]")
  ),
  Case(
    "other roles", ["roles-widened W-1.2"],
    Edit(domain, "roles: [maker, judge]", "roles: [maker, master]")),
  Case("level", ["levels-changed W-1.2"], Edit(domain, "{maker: basic}", "{maker: fine}")),
  Case("progression", ["progression-changed W-1.2"], Edit(domain, "without help", "in the dark")),
  Case("alignment", ["crosswalk-changed W-1.2"], Edit(domain, "guild/1", "guild/2")),
  Case(
    "relation", ["crosswalk-changed W-1.2"], Edit(domain, "relation: related", "relation: broader")),
  Case(
    "why it is aligned", ["support-changed W-1.2"],
    Edit(domain, "A guild cares.", "All guilds care.")),
  Case("why it is over", ["support-changed W-1.5"], Edit(domain, "It smokes.", "It stinks.")),
  Case("tags", ["support-changed W-1.1"], Edit(domain, "[drying]", "[sheds]")),
  Case(
    "a source", ["support-changed W-1.1"],
    Edit(domain, "[drying]", "[drying]\n        sources: [book]")),
  Case(
    "a note", ["support-changed W-1.1"],
    Edit(domain, "[drying]", "[drying]\n        notes: {judge: ask}")),
  Case(
    "a status", ["support-changed W-1.1"],
    Edit(domain, "[drying]", "[drying]\n        status: pilot")),
  Case("alternative", ["alternative-changed W-1.2"], Edit(domain, "a talk about", "a drawing of")),
]

let processCases = [
  Case("a title", ["retitled W-1"], Edit(domain, "Chooses wood", "Selects wood")),
  Case("a term", ["described grain"], Edit("glossary.yaml", "fibres run", "fibres go")),
  Case("a fact", ["described book"], Edit("seeds/book.yaml", "Wood moves", "Wood swells")),
  Case(
    "order of statements", ["reordered W-1"],
    Edit(
      domain,
      "      - id: W-1.3\n        kind: skill\n        text: stack boards so that air reaches all of them\n        phase: first\n",
      ""),
    Edit(
      domain, "    statements:\n      - id: W-1.1",
      "    statements:\n      - {id: W-1.3, kind: skill, text: stack boards so that air reaches all of them, phase: first}\n      - id: W-1.1"
    )),
  Case(
    "order of domains", ["reordered craft"],
    Edit("framework.yaml", "results:", "domains: [metal, wood]\nresults:")),
  Case(
    "order of phases", ["stages-reordered craft"],
    Edit(
      "framework.yaml", "  - {id: first, title: First year, months: 12, requirement: mandatory}\n",
      ""),
    Edit(
      "framework.yaml", "specialisms:",
      "  - {id: first, title: First year, months: 12, requirement: mandatory}\nspecialisms:")),
  Case(
    "offered", ["requirement-tightened later"],
    Edit("framework.yaml", "requirement: optional", "requirement: offered")),
  Case(
    "compulsory", ["made-compulsory later"],
    Edit("framework.yaml", "requirement: optional", "requirement: mandatory")),
  Case(
    "eased", ["requirement-eased second"],
    Edit(
      "framework.yaml", "Second year, months: 12, requirement: mandatory",
      "Second year, months: 12, requirement: optional")),
  Case("length", ["length-changed later"], Edit("framework.yaml", "months: 36", "months: 24")),
  Case("duty", ["duty-changed time"], Edit("process.yaml", "a day a week", "half a day a week")),
  Case("review moved", ["review-moved half"], Edit("reviews.yaml", "month: 6", "month: 5")),
  Case(
    "review changed", ["review-changed end"],
    Edit("reviews.yaml", "attends: [maker]}", "attends: [maker, judge]}")),
  Case("roles apart", ["role-changed judge"], Edit("framework.yaml", ", not-also: [maker]", "")),
  Case(
    "who completes", ["completer-changed piece"],
    Edit("framework.yaml", "completed-by: maker", "completed-by: judge")),
]

let fieldCases = [
  Case(
    "a field", ["field-added look"],
    Edit("record.yaml", "fields:", "fields:\n  - {name: place, title: Place, type: text}")),
  Case(
    "a field that is required", ["field-demanded look"],
    Edit(
      "record.yaml", "fields:",
      "fields:\n  - {name: place, title: Place, type: text, required: yes}")),
  Case(
    "required", ["field-demanded look"],
    Edit("record.yaml", "title: Note, type: text", "title: Note, type: text, required: yes")),
  Case("no longer required", ["field-freed look"], Edit("record.yaml", ", required: yes", "")),
  Case(
    "no field", ["field-removed look"],
    Edit("record.yaml", "  - {name: note, title: Note, type: text}\n", "")),
  Case(
    "another type", ["field-retyped look"],
    Edit("record.yaml", "title: Note, type: text", "title: Note, type: date")),
  Case("a choice less", ["choices-narrowed look"], Edit("record.yaml", "[good, poor]", "[good]")),
  Case(
    "a choice more", ["choices-widened look"],
    Edit("record.yaml", "[good, poor]", "[good, poor, fair]")),
  Case("a label", ["field-reworded look"], Edit("record.yaml", "title: Note", "title: Remark")),
]

let frameworkCases = [
  Case(
    "id", ["reidentified crafts"], Edit("framework.yaml", "framework: craft", "framework: crafts")),
  Case("base", ["readdressed craft"], Edit("framework.yaml", "example.org", "example.com")),
  Case("language", ["language-changed craft"], Edit("framework.yaml", "en-GB", "cy")),
  Case(
    "status", ["status-changed craft"],
    Edit("framework.yaml", "status: published", "status: withdrawn")),
  Case(
    "date", ["dates-changed craft"],
    Edit("framework.yaml", "issued: 2026-01-01", "issued: 2026-02-01")),
  Case("publisher", ["imprint-changed craft"], Edit("framework.yaml", "A guild", "The guild")),
  Case(
    "vocabulary", ["imprint-changed craft"],
    Edit("framework.yaml", "kinds:", "vocabulary: {role: {one: hat, many: hats}}\nkinds:")),
]
