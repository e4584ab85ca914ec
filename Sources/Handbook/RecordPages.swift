internal import Model
internal import Templates

/// All records that people fill in.
struct RecordListPage: RecordShape {
  static let layout = RecordLayout<Self>("record list page")
  static let template = PageTemplate<RecordListPage>("records", .html)

  let frame = Field<Record<Frame>>("frame", "What is the same on every page.")
  let title = Field<String>("title", "The framework's word for records.")
  let records = Field<[Record<SummaryItem>]>("records", "All records.")

  static func render(_ site: Site, _ place: PagePlace) -> [UInt8] {
    let writer = PageWriter(site, place)
    return writer.render(template) { record, field in
      record[field.title] = Section.records.title(site.words)
      record[field.records] = site.contents.forms.refs.map { ref in
        let form = site.contents.forms[ref]
        return writer.summary(form.id, form.title, .form(ref), form.summary)
      }
      record[field.frame] = writer.frame(Section.records.title(site.words), in: .records)
    }
  }
}

/// A record with its fields, to print and fill in.
struct RecordPage: RecordShape {
  static let layout = RecordLayout<Self>("record page")
  static let template = PageTemplate<RecordPage>("record", .html)

  let frame = Field<Record<Frame>>("frame", "What is the same on every page.")
  let word = Field<String>("word", "The framework's word for a record.")
  let title = Field<String>("title", "What it is called.")
  let summary = Field<SafeMarkup>("summary", "What readers should know about it.")
  let completedBy = Field<Record<LinkItem>>("completedBy", "The role that completes it.")
  let reviews = Field<Record<LinkList>>("reviews", "The reviews that it is needed for.")
  let fields = Field<[Record<FormFieldItem>]>("fields", "What is filled in.")
  let hasCitations = Field<Bool>("hasCitations", "Whether it cites anything.")
  let citations = Field<[Record<CitationCard>]>("citations", "What it rests on.")

  static func render(_ site: Site, _ place: PagePlace, _ ref: Ref<Form>) -> [UInt8] {
    let form = site.contents.forms[ref]
    let writer = PageWriter(site, place)
    return writer.render(template) { record, field in
      record[field.word] = site.words.record.title
      record[field.title] = form.title
      record[field.summary] = writer.blocks(form.summary)
      record[field.completedBy] = form.completedBy.map { writer.link(to: .role($0)) }
      record[field.reviews] = writer.links(to: writer.reviews(of: ref).map(Subject.review))
      record[field.fields] = form.fields.map(writer.item)
      record[field.hasCitations] = !form.citations.isEmpty
      record[field.citations] = form.citations.map(writer.citation)
      record[field.frame] = writer.frame(
        form.title, in: .records, trail: [writer.trailLink(.records)], about: .form(ref))
    }
  }
}

/// One thing to fill in.
struct FormFieldItem: RecordShape {
  static let layout = RecordLayout<Self>("field of a record")

  let name = Field<String>("name", "Its name in data.")
  let title = Field<String>("title", "The question or label.")
  let type = Field<String>("type", "What is filled in, in words.")
  let isRequired = Field<Bool>("isRequired", "Whether it has to be filled in.")
  let isLong = Field<Bool>("isLong", "Whether it takes more than a line.")
  let hasChoices = Field<Bool>("hasChoices", "Whether there are things to choose from.")
  let choices = Field<[String]>("choices", "What to choose from.")
  let role = Field<String>("role", "The role of the person or of who signs.")
  let summary = Field<SafeMarkup>("summary", "What readers should know about it.")
}

extension PageWriter {
  /// The reviews that a record names, and those that name the record.
  fileprivate func reviews(of form: Ref<Form>) -> [Ref<Review>] {
    let named = site.contents.forms[form].reviews
    let naming = site.contents.reviews.entries
      .filter { $0.element.forms.contains(form) && !named.contains($0.ref) }.map(\.ref)
    return named + naming
  }

  fileprivate func item(_ formField: FormField) -> Record<FormFieldItem> {
    Record(in: values) { record, field in
      record[field.name] = formField.name
      record[field.title] = formField.title
      record[field.type] = formField.type.title
      record[field.isRequired] = formField.isRequired
      record[field.isLong] = formField.type == .text
      record[field.hasChoices] = !choices(of: formField).isEmpty
      record[field.choices] = choices(of: formField)
      record[field.role] = formField.role.map { site.contents.roles[$0].title }
      record[field.summary] = blocks(formField.summary)
    }
  }

  private func choices(of field: FormField) -> [String] {
    switch field.type {
    case .yesNo: ["Yes", "No"]
    case .rating where field.choices.isEmpty: site.contents.levels.elements.map(\.title)
    default: field.choices
    }
  }
}

extension FormFieldType {
  /// As readers see it.
  var title: String {
    switch self {
    case .text: "Text"
    case .date: "Date"
    case .choice: "One of these"
    case .yesNo: "Yes or no"
    case .rating: "Rating"
    case .statements: "Codes"
    case .person: "Name or number"
    case .signature: "Signature and date"
    }
  }
}
