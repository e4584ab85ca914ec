internal import Model

/// Works out whom and what a change concerns, in the new edition.
struct TouchFinder {
  private let edition: EditionContents
  private let statements: [String: Statement]
  private let statementForms: [String]

  init(_ edition: EditionContents) {
    self.edition = edition
    statements = Dictionary(
      edition.contents.statements.elements.map { ($0.id, $0) },
      uniquingKeysWith: { first, _ in first })
    statementForms = edition.contents.forms.elements.filter { form in
      form.fields.contains { $0.type == .statements }
    }.map(\.id)
  }

  func touches(of change: Change) -> Touches {
    var touches = Touches()
    let contents = edition.contents
    if let statement = statements[change.id] {
      touches.roles = edition.ids(statement.roles, Subject.role)
      touches.phases = statement.phase.map { [edition.id(.phase($0))] } ?? []
      if change.rule.changesCodes { touches.records = statementForms }
    } else if change.rule.changesCodes, change.rule == .removed {
      touches.records = statementForms
    }
    if contents.phases.elements.contains(where: { $0.id == change.id }) {
      touches.phases = [change.id]
    }
    if contents.roles.elements.contains(where: { $0.id == change.id }) {
      touches.roles = [change.id]
    }
    if let review = contents.reviews.elements.first(where: { $0.id == change.id }) {
      touches.roles = edition.ids(review.attends, Subject.role)
      touches.phases = review.covers.compactMap { subject in
        if case .phase = subject { edition.id(subject) } else { nil }
      }
      touches.records = edition.ids(review.forms, Subject.form)
    }
    if let duty = contents.duties.elements.first(where: { $0.id == change.id }) {
      touches.roles = duty.owner.map { [edition.id(.role($0))] } ?? []
      touches.phases = edition.ids(duty.phases, Subject.phase)
    }
    if let form = contents.forms.elements.first(where: { $0.id == change.id }) {
      touches.roles = form.completedBy.map { [edition.id(.role($0))] } ?? []
      touches.records = [form.id]
    }
    touches.schemas = schemas(of: change, touches)
    return touches
  }

  /// The schemas that take something else than before: those of records touched in their codes or fields, and with any
  /// of them the portfolio's and the framework's.
  private func schemas(of change: Change, _ touches: Touches) -> [String] {
    let isAboutFields = ChangeRule.processRules.contains(change.rule) && change.part != nil
    guard change.rule.changesCodes || isAboutFields else { return [] }
    return ["framework.schema.json", "portfolio.schema.json"]
      + touches.records.map { "records/\($0).schema.json" }
  }
}

extension ChangeRule {
  /// Whether it changes which codes there are.
  fileprivate var changesCodes: Bool {
    [
      ChangeRule.added, .addedForAll, .removed, .withdrawn, .replaced, .renamed, .revived,
    ].contains(self)
  }
}
