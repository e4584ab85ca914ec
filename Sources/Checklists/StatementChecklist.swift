internal import Templates

/// A checklist of statements: of a phase, a role, a review, a specialism, or of the whole.
struct StatementChecklist: RecordShape {
  static let layout = RecordLayout<Self>("checklist")
  static let template = PageTemplate<StatementChecklist>("checklist", .markdown)

  let opening = Field<Record<ChecklistOpening>>("opening", "What stands at the head.")
  let actions = Field<[Record<ActionList>]>(
    "actions", "What else there is to do, such as what has to be ready.")
  let isDivided = Field<Bool>("isDivided", "Whether it is too long for one file.")
  let partsWord = Field<String>("partsWord", "The framework's word for statements.")
  let parts = Field<[Record<ChecklistPartItem>]>(
    "parts", "The files with its statements, if it is too long for one; it has no sections then.")
  let sections = Field<[Record<ChecklistSection>]>(
    "sections", "The statements, in the order in which they can be met.")
  let codeHeading = Field<String>(
    "codeHeading", "The framework's word for a statement, as a heading.")
  let closing = Field<[Record<ActionList>]>(
    "closing", "What is to be settled at the end, such as a review's result.")
}

/// A list of actions or options under a heading.
struct ActionList: RecordShape {
  static let layout = RecordLayout<Self>("action list")

  let title = Field<String>("title", "Its heading.")
  let note = Field<String>("note", "What to know about it, in a sentence.")
  let items = Field<[Record<ActionItem>]>("items", "What is to be done.")
}

/// An action or option to tick.
struct ActionItem: RecordShape {
  static let layout = RecordLayout<Self>("action item")

  let label = Field<String>("label", "What it is called.")
  let text = Field<SafeMarkup>("text", "What it is, on one line.")
  let details = Field<[SafeMarkup]>("details", "More about it, one line each.")
}

/// A section for one domain or specialism.
struct ChecklistSection: RecordShape {
  static let layout = RecordLayout<Self>("checklist section")

  let title = Field<String>("title", "Its heading.")
  let groups = Field<[Record<ChecklistGroup>]>(
    "groups", "Its outcomes, in the order in which their statements can be met.")
}

/// Neighbouring statements of one outcome.
struct ChecklistGroup: RecordShape {
  static let layout = RecordLayout<Self>("checklist group")

  let id = Field<String>("id", "The outcome's id.")
  let title = Field<String>("title", "What the outcome is called.")
  let isContinued = Field<Bool>("isContinued", "Whether other statements of it came before.")
  let items = Field<[Record<ChecklistItem>]>("items", "The statements.")
}

/// A statement to tick.
struct ChecklistItem: RecordShape {
  static let layout = RecordLayout<Self>("checklist item")

  let id = Field<String>("id", "Its id.")
  let paddedID = Field<String>(
    "paddedID", "Its id with spaces behind it, as wide as that of its neighbours.")
  let kind = Field<String>("kind", "Which kind it is.")
  let stem = Field<String>("stem", "The words that come before its text.")
  let text = Field<SafeMarkup>("text", "What is to be known or done.")
  let levels = Field<String>("levels", "The level at which it has to be met, in words.")
  let evidence = Field<String>("evidence", "What shows that it is met, on one line.")
  let alternative = Field<SafeMarkup>("alternative", "Another way of showing it.")
  let before = Field<String>("before", "The ids of what comes before it, with commas between them.")
  let further = Field<SafeMarkup>(
    "further", "What more is expected in this phase, of a statement met before.")
  let note = Field<SafeMarkup>("note", "What the role whose checklist it is should know about it.")
}
