internal import Templates

/// A checklist of what is due in one phase.
struct PhaseChecklist: RecordShape {
  static let layout = RecordLayout<PhaseChecklist>("phase checklist")
  static let template = PageTemplate<PhaseChecklist>("phase-checklist", .markdown)

  let title: Field<PhaseChecklist, String>
  let framework: Field<PhaseChecklist, String>
  let edition: Field<PhaseChecklist, String>
  let status: Field<PhaseChecklist, String>
  let notice: Field<PhaseChecklist, SafeMarkup>
  let summary: Field<PhaseChecklist, SafeMarkup>
  let requirement: Field<PhaseChecklist, String>
  let people: Field<PhaseChecklist, [String]>
  let groups: Field<PhaseChecklist, [Record<ChecklistGroup>]>

  init(_ declare: inout FieldDeclarations<PhaseChecklist>) {
    title = declare("title", "What the phase is called.")
    framework = declare("framework", "What the framework is called.")
    edition = declare("edition", "Its edition.")
    status = declare("status", "How far the framework has come.")
    notice = declare("notice", "What every reader must know, on one line.")
    summary = declare("summary", "What readers should know about the phase, on one line.")
    requirement = declare("requirement", "Whether the phase is mandatory, in a word.")
    people = declare("people", "The roles, to be filled in with names.")
    groups = declare("groups", "The domains with statements in this phase, then its specialisms.")
  }
}

/// The part of a checklist that belongs to one domain or specialism.
struct ChecklistGroup: RecordShape {
  static let layout = RecordLayout<ChecklistGroup>("checklist group")

  let title: Field<ChecklistGroup, String>
  let outcomes: Field<ChecklistGroup, [Record<ChecklistOutcome>]>

  init(_ declare: inout FieldDeclarations<ChecklistGroup>) {
    title = declare("title", "What the domain or specialism is called.")
    outcomes = declare("outcomes", "Its outcomes with statements in this phase.")
  }
}

/// An outcome with the statements that are due.
struct ChecklistOutcome: RecordShape {
  static let layout = RecordLayout<ChecklistOutcome>("checklist outcome")

  let id: Field<ChecklistOutcome, String>
  let title: Field<ChecklistOutcome, String>
  let statements: Field<ChecklistOutcome, [Record<ChecklistItem>]>

  init(_ declare: inout FieldDeclarations<ChecklistOutcome>) {
    id = declare("id", "Its id.")
    title = declare("title", "What it is called.")
    statements = declare("statements", "The statements.")
  }
}

/// A statement to tick.
struct ChecklistItem: RecordShape {
  static let layout = RecordLayout<ChecklistItem>("checklist item")

  let id: Field<ChecklistItem, String>
  let kind: Field<ChecklistItem, String>
  let stem: Field<ChecklistItem, String>
  let text: Field<ChecklistItem, SafeMarkup>
  let evidence: Field<ChecklistItem, String>
  let before: Field<ChecklistItem, String>

  init(_ declare: inout FieldDeclarations<ChecklistItem>) {
    id = declare("id", "Its id.")
    kind = declare("kind", "Which kind it is.")
    stem = declare("stem", "The words that come before its text.")
    text = declare("text", "What is to be known or done.")
    evidence = declare("evidence", "What shows that it is met, on one line.")
    before = declare("before", "The ids of what comes before it, with commas between them.")
  }
}
