internal import Markup
package import Model

/// The shapes of all documents that people keep about a framework: each record, and the portfolio.
package struct RecordShapes: Sendable {
  package let contents: Contents
  private let renderer: MarkdownRenderer

  package init(_ framework: Framework) {
    contents = framework.contents
    renderer = MarkdownRenderer { id in
      framework.links.subject(withID: id).map { _ in
        MarkdownRenderer.Target(address: "", label: id)
      }
    }
  }

  /// The visible text of Markdown; empty if there is none.
  package func text(_ markdown: Markdown?) -> String {
    markdown.map { renderer.plainText($0.bytes) } ?? ""
  }

  /// A statement as the rest of a sentence: its kind's stem and its text.
  package func sentence(_ statement: Statement) -> String {
    let stem = statement.kind.flatMap { contents.kinds[$0].stem }.map { $0 + " " } ?? ""
    return stem + text(statement.text)
  }

  /// The code of a statement as a choice, with its text. A retired statement says so at the end.
  package func choice(_ statement: Statement) -> DocumentChoice {
    let outcome = contents.outcomes[statement.outcome].title
    let fate = statement.isRetired ? " No longer to be met." : ""
    return DocumentChoice(
      statement.id, "\(statement.id) \(sentence(statement))", outcome + "." + fate)
  }

  var identity: Identity { contents.identity }
  var words: Vocabulary { contents.identity.vocabulary }

  var frame: [DocumentField] {
    [
      DocumentField(
        "framework", "Framework", .constant(identity.id), required: true,
        "The framework that it belongs to."),
      DocumentField(
        "edition", "Edition", .constant(identity.edition.description), required: true,
        "The edition of the framework."),
      DocumentField(
        "person", "Person", .identifier, required: true,
        "A number or code that the employer chooses for the person; not a name."),
    ]
  }

  func choices<Element>(
    _ table: Table<Element>, _ id: (Element) -> String, _ title: (Element) -> String,
    _ summary: (Element) -> Markdown?
  ) -> [DocumentChoice] {
    table.elements.map { DocumentChoice(id($0), title($0), text(summary($0))) }
  }

  var roles: [DocumentChoice] { choices(contents.roles, \.id, \.title, \.summary) }
  var levels: [DocumentChoice] { choices(contents.levels, \.id, \.title, \.summary) }
  var results: [DocumentChoice] { choices(contents.results, \.id, \.title, \.summary) }
  var reviews: [DocumentChoice] { choices(contents.reviews, \.id, \.title, \.summary) }
  var evidenceTypes: [DocumentChoice] {
    choices(contents.evidenceTypes, \.id, \.title, \.summary)
  }
}

extension RecordShapes {
  /// The shape of a record in a file of its own.
  package func document(_ ref: Ref<Form>) -> DocumentObject {
    let form = contents.forms[ref]
    let summary = text(form.summary)
    return DocumentObject(
      name: form.id, title: form.title,
      documentation: summary.isEmpty
        ? "\(words.record.titleWithArticle) of this framework." : summary,
      fields: [recordField(form)] + frame + recordBody(ref))
  }

  /// The shape of a record in a portfolio, which names the person itself.
  func entry(_ ref: Ref<Form>) -> DocumentObject {
    let form = contents.forms[ref]
    return DocumentObject(
      name: form.id, title: form.title, documentation: text(form.summary),
      fields: [recordField(form)] + recordBody(ref))
  }

  private func recordField(_ form: Form) -> DocumentField {
    DocumentField(
      "record", words.record.title, .constant(form.id), required: true,
      "Which \(words.record.one) it is: \(form.title).")
  }

  private func recordBody(_ ref: Ref<Form>) -> [DocumentField] {
    let form = contents.forms[ref]
    let review = DocumentField(
      "review", words.review.title, .choice(reviews),
      "The \(words.review.one) that it was completed for.")
    return [
      DocumentField("date", "Date", .date, required: true, "The day it was completed.")
    ] + (reviews.isEmpty ? [] : [review]) + [
      DocumentField(
        "fields", "What is filled in", .object(fields(of: form)), required: true,
        "What was filled in, by the names of the fields.")
    ]
  }

  private func fields(of form: Form) -> DocumentObject {
    DocumentObject(
      name: "\(form.id).fields", title: form.title, documentation: "What is filled in.",
      fields: form.fields.map { field in
        let summary = text(field.summary)
        let rule = isFreeText(field.type) ? anonymityRule : ""
        let role = field.role.map { "\(contents.roles[$0].title)." } ?? ""
        return DocumentField(
          field.name, field.title, type(of: field), required: field.isRequired,
          [summary, role, rule].filter { !$0.isEmpty }.joined(separator: " "))
      })
  }

  private func distinct(_ choices: [String]) -> [DocumentChoice] {
    var seen: Set<String> = []
    return choices.filter { seen.insert($0).inserted }.map { DocumentChoice($0, $0) }
  }

  private func isFreeText(_ type: FormFieldType) -> Bool { type == .text }

  private func type(of field: FormField) -> DocumentType {
    switch field.type {
    case .text: .text(limit: DocumentLimit.text)
    case .date: .date
    case .yesNo: .flag
    case .statements: .list(.statement, atLeast: 1)
    case .person: .line(limit: 100)
    case .choice, .rating:
      .choice(field.choices.isEmpty ? levels : distinct(field.choices))
    case .signature:
      .object(
        DocumentObject(
          name: "signature", title: "Signature", documentation: "Who signed, and when.",
          fields: [
            DocumentField(
              "by", "Signed by", .line(limit: 100), required: true,
              "The name or number of who signed."),
            DocumentField("date", "Date", .date, required: true, "The day it was signed."),
          ]))
    }
  }
}
