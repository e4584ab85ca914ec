import Model
import TestSupport
import Testing

@Suite struct `A statement's status` {
  @Test(arguments: [
    (Status.draft, false), (.consultation, false), (.pilot, false), (.published, false),
    (.superseded, true), (.withdrawn, true),
  ])
  func `says whether anybody is to meet it`(status: Status, isRetired: Bool) {
    let own = StatementStatus(
      status: status, since: nil, reason: nil, replacedBy: nil, mergedInto: nil, splitInto: [])
    #expect(own.isRetired == isRetired)
  }

  @Test func `is that of the whole, where it has none`() throws {
    let framework = try Fixture(
      """
      -- framework/domain.yaml --
      domain: body
      title: Body
      outcomes:
        - id: B-1
          title: Outcome
          statements:
            - {id: B-1.1, kind: skill, text: do one thing, phase: year-1}
            - {id: B-1.2, kind: skill, text: do another thing, phase: year-1, status: {is: withdrawn, since: 2026-09-01, because: No., merged-into: B-1.1}}
            - {id: B-1.3, kind: skill, text: do a third thing, phase: year-1, status: pilot}
      """
    ).framework()
    let statements = framework.contents.statements
    #expect(statements.map(\.isRetired) == [false, true, false])
    #expect(statements[1].status?.mergedInto == Ref(0))
    #expect(statements[1].status?.since?.description == "2026-09-01")
  }
}
