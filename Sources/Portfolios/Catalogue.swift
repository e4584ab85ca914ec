package import Model
internal import Records

/// A framework prepared for checking documents: everything by its id, and the shapes of the documents.
package struct Catalogue: Sendable {
  let contents: Contents
  let shapes: RecordShapes
  let portfolio: DocumentObject
  let records: [String: DocumentObject]
  let statements: [String: Ref<Statement>]
  /// The codes in the framework's order, for suggestions.
  let codes: [String]
  let roles: [String: Ref<Role>]
  let evidenceTypes: [String: Ref<EvidenceType>]
  let reviews: [String: Ref<Review>]
  let forms: [String: Ref<Form>]
  let phases: [String: Ref<Phase>]
  let specialisms: [String: Ref<Specialism>]

  /// The reviews in chronological order.
  let reviewsInTime: [Ref<Review>]

  /// The statements that each review covers, by review.
  let covered: [[Ref<Statement>]]

  /// The migrations to this edition, by earlier edition, as far as the maps lead.
  let migrations: [String: Migration]

  /// The records that each review needs, by review.
  let needed: [[Ref<Form>]]

  package init(_ framework: Framework, migrations: [MigrationMap] = []) {
    let contents = framework.contents
    self.migrations = Migration.all(to: contents.identity, migrations)
    self.contents = contents
    shapes = RecordShapes(framework)
    portfolio = shapes.portfolio
    let shapes = shapes
    records = Dictionary(
      contents.forms.entries.map { ($0.element.id, shapes.document($0.ref)) },
      uniquingKeysWith: { first, _ in first })
    statements = Dictionary(
      contents.statements.map { ($0.id, $0.ref) }, uniquingKeysWith: { first, _ in first })
    codes = contents.statements.map(\.id)
    roles = index(contents.roles, by: \.id)
    evidenceTypes = index(contents.evidenceTypes, by: \.id)
    reviews = index(contents.reviews, by: \.id)
    forms = index(contents.forms, by: \.id)
    phases = index(contents.phases, by: \.id)
    specialisms = index(contents.specialisms, by: \.id)
    reviewsInTime = contents.reviews.refs.sorted {
      (contents.reviews[$0].month, $0) < (contents.reviews[$1].month, $1)
    }
    covered = contents.reviews.refs.map { review in
      let scope = ReviewScope(contents, review)
      return contents.statements.current.filter { scope.contains(contents.statements[$0]) }
    }
    needed = contents.reviews.refs.map { review in
      let named = contents.reviews[review].forms
      return named
        + contents.forms.entries.filter {
          $0.element.reviews.contains(review) && !named.contains($0.ref)
        }.map(\.ref)
    }
  }

  /// The code of a statement with its text in quotes: `REL-1.1 "Know that …"`.
  func quoted(_ ref: Ref<Statement>) -> String {
    let statement = contents.statements[ref]
    return "\(statement.id) \"\(shapes.sentence(statement))\""
  }
}

private func index<Element>(
  _ table: Table<Element>, by id: (Element) -> String
) -> [String: Ref<Element>] {
  Dictionary(
    table.entries.map { (id($0.element), $0.ref) }, uniquingKeysWith: { first, _ in first })
}
