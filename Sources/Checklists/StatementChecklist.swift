internal import Templates

/// A checklist of statements: of a phase, a role, a review, a specialism, or of the whole.
struct StatementChecklist: RecordShape {
  static let layout = RecordLayout<StatementChecklist>("checklist")
  static let template = PageTemplate<StatementChecklist>("checklist", .markdown)

  let opening: Field<StatementChecklist, Record<ChecklistOpening>>
  let actions: Field<StatementChecklist, [Record<ActionList>]>
  let isDivided: Field<StatementChecklist, Bool>
  let partsWord: Field<StatementChecklist, String>
  let parts: Field<StatementChecklist, [Record<ChecklistPartItem>]>
  let sections: Field<StatementChecklist, [Record<ChecklistSection>]>
  let codeHeading: Field<StatementChecklist, String>
  let closing: Field<StatementChecklist, [Record<ActionList>]>

  init(_ declare: inout FieldDeclarations<StatementChecklist>) {
    opening = declare("opening", "What stands at the head.")
    actions = declare("actions", "What else there is to do, such as what has to be ready.")
    isDivided = declare("isDivided", "Whether it is too long for one file.")
    partsWord = declare("partsWord", "The framework's word for statements.")
    parts = declare(
      "parts", "The files with its statements, if it is too long for one; it has no sections then.")
    sections = declare("sections", "The statements, in the order in which they can be met.")
    codeHeading = declare("codeHeading", "The framework's word for a statement, as a heading.")
    closing = declare("closing", "What is to be settled at the end, such as a review's result.")
  }
}

/// A list of actions or options under a heading.
struct ActionList: RecordShape {
  static let layout = RecordLayout<ActionList>("action list")

  let title: Field<ActionList, String>
  let note: Field<ActionList, String>
  let items: Field<ActionList, [Record<ActionItem>]>

  init(_ declare: inout FieldDeclarations<ActionList>) {
    title = declare("title", "Its heading.")
    note = declare("note", "What to know about it, in a sentence.")
    items = declare("items", "What is to be done.")
  }
}

/// An action or option to tick.
struct ActionItem: RecordShape {
  static let layout = RecordLayout<ActionItem>("action item")

  let label: Field<ActionItem, String>
  let text: Field<ActionItem, SafeMarkup>
  let details: Field<ActionItem, [SafeMarkup]>

  init(_ declare: inout FieldDeclarations<ActionItem>) {
    label = declare("label", "What it is called.")
    text = declare("text", "What it is, on one line.")
    details = declare("details", "More about it, one line each.")
  }
}

/// A section for one domain or specialism.
struct ChecklistSection: RecordShape {
  static let layout = RecordLayout<ChecklistSection>("checklist section")

  let title: Field<ChecklistSection, String>
  let groups: Field<ChecklistSection, [Record<ChecklistGroup>]>

  init(_ declare: inout FieldDeclarations<ChecklistSection>) {
    title = declare("title", "Its heading.")
    groups = declare("groups", "Its outcomes, in the order in which their statements can be met.")
  }
}

/// Neighbouring statements of one outcome.
struct ChecklistGroup: RecordShape {
  static let layout = RecordLayout<ChecklistGroup>("checklist group")

  let id: Field<ChecklistGroup, String>
  let title: Field<ChecklistGroup, String>
  let isContinued: Field<ChecklistGroup, Bool>
  let items: Field<ChecklistGroup, [Record<ChecklistItem>]>

  init(_ declare: inout FieldDeclarations<ChecklistGroup>) {
    id = declare("id", "The outcome's id.")
    title = declare("title", "What the outcome is called.")
    isContinued = declare("isContinued", "Whether other statements of it came before.")
    items = declare("items", "The statements.")
  }
}

/// A statement to tick.
struct ChecklistItem: RecordShape {
  static let layout = RecordLayout<ChecklistItem>("checklist item")

  let id: Field<ChecklistItem, String>
  let paddedID: Field<ChecklistItem, String>
  let kind: Field<ChecklistItem, String>
  let stem: Field<ChecklistItem, String>
  let text: Field<ChecklistItem, SafeMarkup>
  let levels: Field<ChecklistItem, String>
  let evidence: Field<ChecklistItem, String>
  let alternative: Field<ChecklistItem, SafeMarkup>
  let before: Field<ChecklistItem, String>
  let further: Field<ChecklistItem, SafeMarkup>
  let note: Field<ChecklistItem, SafeMarkup>

  init(_ declare: inout FieldDeclarations<ChecklistItem>) {
    id = declare("id", "Its id.")
    paddedID = declare(
      "paddedID", "Its id with spaces behind it, as wide as that of its neighbours.")
    kind = declare("kind", "Which kind it is.")
    stem = declare("stem", "The words that come before its text.")
    text = declare("text", "What is to be known or done.")
    levels = declare("levels", "The level at which it has to be met, in words.")
    evidence = declare("evidence", "What shows that it is met, on one line.")
    alternative = declare("alternative", "Another way of showing it.")
    before = declare("before", "The ids of what comes before it, with commas between them.")
    further = declare("further", "What more is expected in this phase, of a statement met before.")
    note = declare("note", "What the role whose checklist it is should know about it.")
  }
}
