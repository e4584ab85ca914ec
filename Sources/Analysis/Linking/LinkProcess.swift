internal import Diagnostics
internal import Grammar
internal import Model
internal import Syntax

extension Linker {
  /// Makes the duties, reviews and records.
  mutating func linkProcess() {
    for record in records(.duty) {
      let duty = duty(record)
      draft.contents.duties.append(duty)
    }
    for record in records(.review) {
      let review = review(record)
      draft.contents.reviews.append(review)
    }
    for record in records(.form) {
      let form = form(record)
      draft.contents.forms.append(form)
    }
  }

  private mutating func duty(_ record: RecordReader) -> Duty {
    var duty = Duty(
      id: id(of: record), title: title(of: record), text: record.markdown(.text) ?? Markdown(""))
    duty.owner = ref(.owner, of: record, as: .role)
    duty.measure = record.markdown(.measure)
    duty.phases = refs(.phases, of: record, as: .phase)
    duty.from = record.date(.from)
    duty.differs = record.markdown(.differs)
    duty.citations = citations(of: record)
    return duty
  }

  private mutating func review(_ record: RecordReader) -> Review {
    var review = Review(
      id: id(of: record), title: title(of: record), month: record.number(.month) ?? 0)
    review.summary = record.markdown(.summary)
    review.attends = refs(.attends, of: record, as: .role)
    review.covers = subjects(.covers, of: record, as: [.phase, .domain, .outcome])
    review.ready = record.texts(.ready).map { Markdown($0) }
    review.forms = refs(.records, of: record, as: .form)
    review.results = refs(.results, of: record, as: .result)
    review.citations = citations(of: record)
    return review
  }

  private mutating func form(_ record: RecordReader) -> Form {
    var form = Form(id: id(of: record, .record), title: title(of: record))
    form.summary = record.markdown(.summary)
    form.completedBy = ref(.completedBy, of: record, as: .role)
    form.reviews = refs(.reviews, of: record, as: .review)
    form.fields = fields(of: record)
    form.citations = citations(of: record)
    return form
  }

  private mutating func fields(of record: RecordReader) -> [FormField] {
    var names = LocalNames()
    var fields: [FormField] = []
    for field in record.records(.fields) {
      guard let name = field.text(.name), let type = field.choice(.type, as: FormFieldType.self)
      else { continue }
      if let duplicate = names.add(name, at: field.range(.name)) { bag.report(duplicate) }
      let role = ref(.role, of: field, as: .role)
      fields.append(
        FormField(
          name: name, title: title(of: field), type: type,
          isRequired: field.node(.required).map { readYesNo(field.tree.value(of: $0)) == true }
            ?? false,
          choices: field.texts(.choices), role: role, summary: field.markdown(.summary)))
    }
    return fields
  }
}
