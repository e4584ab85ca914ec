import Testing

@testable import Model

/// Statements are linked in slices, on several cores. Whatever a column holds has to come through when slices are joined.
@Suite struct `Columns of statements` {
  /// Adds statements, each with something of its own in every column, and every third with nothing in most.
  private func columns(_ numbers: Range<Int>) -> StatementColumns {
    var columns = StatementColumns()
    for number in numbers {
      let text = Markdown("\(number)")
      if number % 3 != 2 {
        for other in 0...(number % 2) {
          columns.roles.append(Ref(number + other))
          columns.levels.append(RequiredLevel(role: Ref(number), level: Ref(other)))
          columns.reliesOn.append(Ref(number * 10 + other))
          columns.after.append(.outcome(Ref(number + other)))
          columns.citations.append(
            Citation(source: Ref(number), facts: [other], at: "p. \(number)"))
          columns.progression.append(Progression(stage: .phase(Ref(other)), text: text))
          columns.notes.append(RoleNote(role: Ref(other), text: text))
          columns.examples.append(Example(setting: "at \(number)", text: text, language: nil))
          columns.alignments.append(
            Alignment(crosswalk: Ref(number), item: other, relation: .broader, reason: text))
          columns.tags.append("tag \(number) \(other)")
        }
        columns.buildsOn.append(text)
        columns.alternatives.append(text)
        columns.statuses.append(
          StatementStatus(
            status: number % 2 == 0 ? .withdrawn : .draft, since: nil, reason: text,
            replacedBy: nil, mergedInto: nil, splitInto: [Ref(number)]))
      }
      columns.endStatement(
        id: "S-\(number)", text: text,
        SingleReferences(
          outcome: Ref(number), domain: Ref(number + 1), kind: Ref(number + 2), phase: nil,
          specialism: Ref(number + 3)),
        evidence: number % 4 == 3 ? nil : rule(number % 4))
    }
    return columns
  }

  private func rule(_ number: Int) -> EvidenceRule {
    EvidenceRule(
      anyOf: [Ref(number)], allOf: [], atLeast: number + 1, observers: 1)
  }

  /// Everything that a statement says, one aspect a line.
  private func aspects(_ statement: Statement) -> [String] {
    [
      statement.id, "\(statement.text)", "\(statement.outcome) \(statement.domain)",
      "\(String(describing: statement.kind)) \(String(describing: statement.phase))",
      "\(String(describing: statement.specialism))", "\(String(describing: statement.evidence))",
      "\(Array(statement.roles))", "\(Array(statement.levels))", "\(Array(statement.reliesOn))",
      "\(Array(statement.after))", "\(Array(statement.citations))",
      "\(Array(statement.progression))", "\(Array(statement.notes))",
      "\(Array(statement.examples))", "\(Array(statement.alignments))", "\(Array(statement.tags))",
      "\(String(describing: statement.buildsOn))", "\(String(describing: statement.alternative))",
      "\(String(describing: statement.status))",
    ]
  }

  @Test(arguments: [[0, 12], [0, 1, 12], [0, 5, 5, 12], [0, 2, 3, 7, 12]])
  func `say the same in one piece and joined from slices`(ends: [Int]) {
    let whole = Statements(columns(0..<12))
    let joined = Statements(joining: zip(ends, ends.dropFirst()).map { columns($0..<$1) })
    #expect(joined.count == 12)
    for (left, right) in zip(whole, joined) { #expect(aspects(left) == aspects(right)) }
    #expect(joined.current == whole.current)
    #expect(joined.evidenceRules == whole.evidenceRules)
  }

  @Test func `hold each rule of evidence once`() {
    #expect(Statements(columns(0..<12)).evidenceRules == [rule(0), rule(1), rule(2)])
  }

  @Test func `leave out of those to be met what is withdrawn`() {
    let statements = Statements(columns(0..<6))
    #expect(statements.current.map { statements[$0].id } == ["S-1", "S-2", "S-3", "S-5"])
    #expect(Statements().current.isEmpty)
  }

  @Test func `name roles if any statement does`() {
    #expect(Statements(columns(0..<1)).anyNamesRoles)
    #expect(!Statements(columns(2..<3)).anyNamesRoles)
  }
}
