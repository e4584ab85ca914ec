internal import Model
internal import Output

extension FrameworkCompiler {
  /// The schema of the compiled framework, for this framework and edition only.
  func schema(in dialect: SchemaDialect) -> JSONValue {
    let identity = contents.identity
    let ids = SchemaIDs(identity: identity)
    let head: [(String, JSONValue)] = [
      ("$schema", .string(dialect.address)),
      ("$id", .string(ids.id(of: "framework", in: dialect))),
    ]
    let schema = JSONValue.object(
      head + ids.comment + [
        ("title", .string("\(identity.title), edition \(identity.edition)")),
        (
          "description",
          .string(
            "The compiled framework: every list in the order of the handbook, every reference by id."
          )
        ),
        ("type", .string("object")),
        ("properties", .object(properties)),
        ("required", .strings(required)),
        ("additionalProperties", .boolean(false)),
        ("$defs", .object(definitions)),
      ])
    return dialect.translate(schema)
  }

  private var lists: [(String, String, String)] {
    [
      ("kinds", "kind", "The kinds of statement."),
      ("phases", "phase", "The phases, in order of time."),
      ("specialisms", "specialism", "The branches that people may choose between."),
      ("roles", "role", "Those who do, coach, assess or resource."),
      ("evidenceTypes", "evidenceType", "The types of evidence."),
      ("levels", "level", "The levels at which statements can be met, lowest first."),
      ("results", "result", "What a review can come to."),
      ("retired", "retiredId", "The ids that were published and that nothing has any more."),
      ("domains", "domain", "The domains."),
      ("outcomes", "outcome", "The outcomes of all domains."),
      ("statements", "statement", "The statements of all outcomes."),
      ("duties", "duty", "What the employer owes."),
      ("reviews", "review", "The points at which progress is looked at."),
      ("records", "record", "The records that people fill in."),
      ("sources", "source", "The documents that statements rest on."),
      ("crosswalks", "crosswalk", "Other frameworks that statements correspond to."),
      ("glossary", "term", "The terms with their definitions."),
      ("history", "event", "How the framework came about."),
      ("changes", "change", "What is new in each edition."),
    ]
  }

  private var properties: [(String, JSONValue)] {
    let schemaLink = JSONValue.text.described("Where the schema of this file is.")
    let identity = identityShape.properties.map {
      ($0.name, $0.described)
    }
    let lists = lists.map { name, definition, documentation in
      (
        name,
        JSONValue.list(.reference(definition)).described(documentation, title: title(of: name))
      )
    }
    return [("$schema", schemaLink)] + identity + lists
  }

  private var required: [String] {
    identityShape.properties.filter(\.isRequired).map(\.name) + lists.map(\.0)
  }

  private var definitions: [(String, JSONValue)] {
    [
      (
        "id",
        .pattern(idPattern).described("A permanent code: a letter, then letters, digits, - and .")
      ),
      (
        "date",
        .pattern("^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$")
          .described("A year, a month or a day, as in ISO 8601.")
      ),
      (vocabularyShape.name, vocabularyShape.schema),
      (wordShape.name, wordShape.schema),
      (kindShape.name, kindShape.schema),
      (phaseShape.name, phaseShape.schema),
      (specialismShape.name, specialismShape.schema),
      (roleShape.name, roleShape.schema),
      (evidenceTypeShape.name, evidenceTypeShape.schema),
      (levelShape.name, levelShape.schema),
      (resultShape.name, resultShape.schema),
      (retiredIDShape.name, retiredIDShape.schema),
      (domainShape.name, domainShape.schema),
      (outcomeShape.name, outcomeShape.schema),
      (statementShape.name, statementShape.schema),
      (exampleShape.name, exampleShape.schema),
      (alignmentShape.name, alignmentShape.schema),
      (statusShape.name, statusShape.schema),
      (dutyShape.name, dutyShape.schema),
      (reviewShape.name, reviewShape.schema),
      (formShape.name, formShape.schema),
      (formFieldShape.name, formFieldShape.schema),
      (crosswalkShape.name, crosswalkShape.schema),
      (crosswalkItemShape.name, crosswalkItemShape.schema),
      (eventShape.name, eventShape.schema),
      (changeShape.name, changeShape.schema),
      (citationShape.name, citationShape.schema),
      (sourceShape.name, sourceShape.schema),
      (factShape.name, factShape.schema),
      (termShape.name, termShape.schema),
    ]
  }
}

/// The pattern of ids in the language.
let idPattern = "^[A-Za-z][A-Za-z0-9.-]{0,99}$"
