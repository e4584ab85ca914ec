import TestSupport

/// A framework that says a little of everything that the model works out.
enum Sample {
  static let text = """
    -- framework/framework.yaml --
    framework: craft
    title: Making things
    edition: 1.10.2
    language: en-GB
    kinds:
      - {id: skill, title: Skill, stem: Know how to}
    phases:
      - {id: first, title: First year, months: 12}
      - {id: second, title: Second year, months: 6}
      - {id: third, title: Third year, months: 12, requirement: offered}
      - {id: open, title: Later, requirement: optional}
      - {id: after, title: Afterwards, months: 12, requirement: optional}
    specialisms:
      - {id: glass, title: Glass, phase: open}
    roles:
      - {id: maker, title: Maker}
      - {id: judge, title: Judge}
    evidence:
      - {id: piece, title: Piece of work}
    levels:
      - {id: fine, title: Fine}
    results:
      - {id: passed, title: Passed}
    -- framework/wood.yaml --
    domain: wood
    title: Wood
    outcomes:
      - id: W-1
        title: Chooses wood
        statements:
          - {id: W-1.1, kind: skill, text: choose a *dry* board, phase: first, sources: [book]}
          - {id: W-1.2, kind: skill, text: stack boards, phase: second, relies-on: [W-1.1], after: [W-1.1], sources: [{source: book, facts: [7, 1]}, {source: book, facts: [7]}], aligns: [{to: guild/b, relation: broader}]}
      - id: W-2
        title: Joins wood
        statements:
          - {id: W-2.1, kind: skill, text: cut a joint, phase: third, after: [W-1], relies-on: [W-1.2], aligns: [{to: guild/b, relation: exact}, {to: guild/a, relation: related}]}
    -- framework/metal.yaml --
    domain: metal
    title: Metal
    outcomes:
      - id: M-1
        title: Works metal
        statements:
          - {id: M-1.1, kind: skill, text: tell heat by colour, relies-on: [W-1.1]}
    -- framework/reviews.yaml --
    reviews:
      - {id: start, title: Start, month: 0}
      - {id: half, title: Half-way, month: 6}
      - {id: edge, title: Last month of the first year, month: 12}
      - {id: next, title: First month of the second, month: 13}
      - {id: first-only, title: First year alone, month: 30, covers: [first]}
      - {id: wood-early, title: Wood so far, month: 13, covers: [wood]}
      - {id: outcome-early, title: Joints so far, month: 13, covers: [W-2]}
      - {id: outcome-late, title: Joints, month: 19, covers: [W-2]}
      - {id: two, title: Second and metal, month: 6, covers: [second, metal]}
    -- framework/duties.yaml --
    duties:
      - {id: time, title: Time, text: A day a week., sources: [{source: book, facts: [1]}]}
    -- framework/look.yaml --
    record: look
    title: A look at the work
    fields:
      - {name: day, title: Day, type: date}
    -- framework/guild.yaml --
    crosswalk: guild
    title: The guild's rules
    publisher: The guild
    version: "3"
    items: [{id: a, title: Care}, {id: b, title: Thrift}, {id: c, title: Quiet}]
    -- framework/history.yaml --
    history:
      - {date: 2020, title: It began, text: Somebody began it., sources: [{source: book, facts: [2]}]}
      - {date: 2021, title: It went on, text: Somebody went on.}
    -- seeds/book.yaml --
    source: book
    title: A book
    publisher: A printer
    date: 2001-02
    kind: lived-experience
    rights: All rights reserved
    facts: [{number: 2, text: Wood burns.}, {number: 1, text: Wood moves.}, {number: 7, text: Oak is hard.}]
    -- seeds/unread.yaml --
    source: unread
    title: A book that nobody cites
    publisher: A printer
    date: 2002
    kind: research
    rights: All rights reserved
    """
}
