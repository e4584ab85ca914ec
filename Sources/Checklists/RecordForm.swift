internal import Model
internal import Templates

/// A record as a form to fill in.
struct RecordForm: RecordShape {
  static let layout = RecordLayout<Self>("record form")
  static let template = PageTemplate<RecordForm>("record-form", .markdown)

  let opening = Field<Record<ChecklistOpening>>("opening", "What stands at the head.")
  let reviews = Field<String>(
    "reviews", "The reviews that it is needed for, with commas between them.")
  let reviewWord = Field<String>("reviewWord", "The framework's word for reviews, as a heading.")
  let codeHeading = Field<String>(
    "codeHeading", "The framework's word for a statement, as a heading.")
  let fields = Field<[Record<RecordFormField>]>("fields", "What is to be filled in, in order.")
}

/// A field to fill in.
struct RecordFormField: RecordShape {
  static let layout = RecordLayout<Self>("record form field")

  let number = Field<String>("number", "Its number, from 1.")
  let title = Field<String>("title", "The question or label.")
  let isRequired = Field<Bool>("isRequired", "Whether it has to be filled in.")
  let summary = Field<[SafeMarkup]>("summary", "How to fill it in, one line a paragraph.")
  let isText = Field<Bool>("isText", "Whether it is free text.")
  let isDate = Field<Bool>("isDate", "Whether it is a day.")
  let isStatements = Field<Bool>("isStatements", "Whether statements are named.")
  let isPerson = Field<Bool>("isPerson", "Whether somebody is named.")
  let isSignature = Field<Bool>("isSignature", "Whether somebody signs.")
  let isChoice = Field<Bool>("isChoice", "Whether one of some choices is ticked.")
  let choices = Field<[Record<ActionItem>]>("choices", "What to choose from.")
  let role = Field<String>("role", "The role of who is named or signs.")
}

extension ChecklistWriter {
  func form(_ ref: Ref<Form>) -> Record<RecordForm> {
    let form = contents.forms[ref]
    let reviews = reviewsInTime.filter { forms(for: $0).contains(ref) }
    return Record(in: values) { record, field in
      record[field.opening] = opening(
        form.title, purpose: "\(words.record.titleWithArticle) to fill in.",
        completedBy: titles([form.completedBy].compactMap { $0 }), summary: form.summary)
      record[field.reviews] = reviews.map { contents.reviews[$0].title }.joined(separator: ", ")
      record[field.reviewWord] = words.review.titleMany
      record[field.codeHeading] = words.statement.title
      record[field.fields] = form.fields.enumerated().map { self.field($1, number: $0 + 1) }
    }
  }

  private func field(_ part: FormField, number: Int) -> Record<RecordFormField> {
    Record(in: values) { record, field in
      record[field.number] = String(number)
      record[field.title] = part.title
      record[field.isRequired] = part.isRequired
      record[field.summary] = lines(part.summary)
      record[field.isText] = part.type == .text
      record[field.isDate] = part.type == .date
      record[field.isStatements] = part.type == .statements
      record[field.isPerson] = part.type == .person
      record[field.isSignature] = part.type == .signature
      record[field.isChoice] = !choices(of: part).isEmpty
      record[field.choices] = choices(of: part)
      record[field.role] = part.role.map { contents.roles[$0].title }
    }
  }

  private func choices(of part: FormField) -> [Record<ActionItem>] {
    switch part.type {
    case .yesNo: return [action("Yes"), action("No")]
    case .choice, .rating:
      if part.choices.isEmpty {
        return contents.levels.elements.map { action($0.title, text: line($0.summary)) }
      }
      return part.choices.map { action($0) }
    default: return []
    }
  }
}
