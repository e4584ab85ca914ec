internal import Diagnostics

/// A code repeated where it may occur once.
struct RepeatedInRecord: Problem {
  static let rule = Rule(
    "KSF1008", "repeated-in-record",
    summary:
      "Reports a code that stands twice in a list, a piece of evidence with a code that another has, and a statement with two steps of progress.",
    reason: "One of the two is a slip, and programs would count it twice.",
    bad: """
      framework: whole
      edition: 1.0.0
      person: P-1
      started: 2026-09-07
      progress:
        - {statement: REL-1.1, state: under-way, date: 2026-10-01}
        - {statement: REL-1.1, state: under-way, date: 2026-11-01}
      """,
    good: """
      framework: whole
      edition: 1.0.0
      person: P-1
      started: 2026-09-07
      progress: [{statement: REL-1.1, state: under-way, date: 2026-11-01}]
      """)

  let range: SourceRange?
  let first: SourceRange
  let what: String

  var message: String { "\(what) stands here twice" }
  var notes: [Diagnostic.Note] { [Diagnostic.Note("it stands here first", at: first)] }
  var help: String { "Keep one of them." }
}
