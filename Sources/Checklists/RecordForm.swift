internal import Model
internal import Templates

/// A record as a form to fill in.
struct RecordForm: RecordShape {
  static let layout = RecordLayout<RecordForm>("record form")
  static let template = PageTemplate<RecordForm>("record-form", .markdown)

  let opening: Field<RecordForm, Record<ChecklistOpening>>
  let reviews: Field<RecordForm, String>
  let reviewWord: Field<RecordForm, String>
  let codeHeading: Field<RecordForm, String>
  let fields: Field<RecordForm, [Record<RecordFormField>]>

  init(_ declare: inout FieldDeclarations<RecordForm>) {
    opening = declare("opening", "What stands at the head.")
    reviews = declare("reviews", "The reviews that it is needed for, with commas between them.")
    reviewWord = declare("reviewWord", "The framework's word for reviews, as a heading.")
    codeHeading = declare("codeHeading", "The framework's word for a statement, as a heading.")
    fields = declare("fields", "What is to be filled in, in order.")
  }
}

/// A field to fill in.
struct RecordFormField: RecordShape {
  static let layout = RecordLayout<RecordFormField>("record form field")

  let number: Field<RecordFormField, String>
  let title: Field<RecordFormField, String>
  let isRequired: Field<RecordFormField, Bool>
  let summary: Field<RecordFormField, [SafeMarkup]>
  let isText: Field<RecordFormField, Bool>
  let isDate: Field<RecordFormField, Bool>
  let isStatements: Field<RecordFormField, Bool>
  let isPerson: Field<RecordFormField, Bool>
  let isSignature: Field<RecordFormField, Bool>
  let isChoice: Field<RecordFormField, Bool>
  let choices: Field<RecordFormField, [Record<ActionItem>]>
  let role: Field<RecordFormField, String>

  init(_ declare: inout FieldDeclarations<RecordFormField>) {
    number = declare("number", "Its number, from 1.")
    title = declare("title", "The question or label.")
    isRequired = declare("isRequired", "Whether it has to be filled in.")
    summary = declare("summary", "How to fill it in, one line a paragraph.")
    isText = declare("isText", "Whether it is free text.")
    isDate = declare("isDate", "Whether it is a day.")
    isStatements = declare("isStatements", "Whether statements are named.")
    isPerson = declare("isPerson", "Whether somebody is named.")
    isSignature = declare("isSignature", "Whether somebody signs.")
    isChoice = declare("isChoice", "Whether one of some choices is ticked.")
    choices = declare("choices", "What to choose from.")
    role = declare("role", "The role of who is named or signs.")
  }
}

extension ChecklistWriter {
  func form(_ ref: Ref<Form>) -> Record<RecordForm> {
    let form = contents.forms[ref]
    let reviews = reviewsInTime.filter { forms(for: $0).contains(ref) }
    return Record(in: values) { record, field in
      record[field.opening] = opening(
        form.title, purpose: "A \(words.record.one) to fill in.",
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
