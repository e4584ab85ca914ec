internal import Model
internal import Output

extension FrameworkCompiler {
  var domainShape: ObjectShape<Domain> {
    ObjectShape(
      name: "domain", documentation: "A broad area of the framework.",
      properties: [
        .required("id", .reference("id"), "Its id.") { part, _ in .string(part.id) },
        .required("title", .text, "What it is called.") { part, _ in .string(part.title) },
        .optional("summary", .text, "More about it.") { $1.text($0.summary) },
        .required("outcomes", .list(.reference("id")), "The ids of its outcomes, in order.") {
          part, compiler in .strings(part.outcomes.map { compiler.contents.outcomes[$0].id })
        },
      ])
  }

  var outcomeShape: ObjectShape<Outcome> {
    ObjectShape(
      name: "outcome", documentation: "What people who meet its statements achieve together.",
      properties: [
        .required("id", .reference("id"), "Its id.") { part, _ in .string(part.id) },
        .required("domain", ids(contents.domains, \.id), "The domain that it belongs to.") {
          part, compiler in .string(compiler.contents.domains[part.domain].id)
        },
        .required("title", .text, "What it is called.") { part, _ in .string(part.title) },
        .optional("summary", .text, "More about it.") { $1.text($0.summary) },
        .required("statements", .list(.reference("id")), "The ids of its statements, in order.") {
          part, compiler in .strings(part.statements.map { compiler.contents.statements[$0].id })
        },
      ])
  }

  var statementShape: ObjectShape<Statement> {
    ObjectShape(
      name: "statement", documentation: "One thing to know or to be able to do.",
      properties: identifyingProperties + relatingProperties + supportingProperties)
  }

  private var identifyingProperties: [Property<Statement>] {
    [
      .written("id", .reference("id"), "Its id.") { $2.string($0.id) },
      .written("outcome", ids(contents.outcomes, \.id), "The outcome that it belongs to.") {
        $2.string($1.contents.outcomes[$0.outcome].id)
      },
      .written("kind", ids(contents.kinds, \.id), "Which kind it is.", isRequired: false) {
        if let ref = $0.kind { $2.string($1.contents.kinds[ref].id) }
      },
      .written("text", .text, "What is to be known or done, without the stem of its kind.") {
        $1.write($0.text, isRequired: true, to: &$2)
      },
      .written("phase", ids(contents.phases, \.id), "When it is due.", isRequired: false) {
        if let ref = $0.phase { $2.string($1.contents.phases[ref].id) }
      },
      .written(
        "specialism", ids(contents.specialisms, \.id), "The specialism it belongs to.",
        isRequired: false
      ) {
        if let ref = $0.specialism { $2.string($1.contents.specialisms[ref].id) }
      },
    ]
  }

  private var relatingProperties: [Property<Statement>] {
    [
      .written(
        "roles", .list(ids(contents.roles, \.id)), "The roles that it is for; all if empty."
      ) { part, compiler, json in
        json.strings(part.roles) { compiler.contents.roles[$0].id }
      },
      .written("levels", levelsSchema, "The level at which each role has to meet it.") {
        part, compiler, json in
        json.array { json in
          for entry in part.levels {
            json.object {
              $0.key("role")
              $0.string(compiler.contents.roles[entry.role].id)
              $0.key("level")
              $0.string(compiler.contents.levels[entry.level].id)
            }
          }
        }
      },
      .written("reliesOn", .list(.reference("id")), "The statements that it relies on.") {
        part, compiler, json in
        json.strings(part.reliesOn) { compiler.contents.statements[$0].id }
      },
      .written("after", .list(.reference("id")), "The statements or outcomes that come before it.")
      { part, compiler, json in
        json.strings(part.after) {
          switch $0 {
          case .statement(let ref): compiler.contents.statements[ref].id
          case .outcome(let ref): compiler.contents.outcomes[ref].id
          }
        }
      },
      citing { $0.citations },
      .written("evidence", evidenceSchema, "What shows that it is met.", isRequired: false) {
        if let rule = $0.evidence { $1.write(rule, to: &$2) }
      },
    ]
  }

  private var supportingProperties: [Property<Statement>] {
    let (alignment, status, example) = (alignmentShape, statusShape, exampleShape)
    let stage = JSONValue.oneOf(
      contents.phases.elements.map(\.id) + contents.levels.elements.map(\.id))
    return [
      .written(
        "buildsOn", .text, "What earlier training covers, and what this adds.", isRequired: false
      ) { $1.write($0.buildsOn, to: &$2) },
      .written("alternative", .text, "Another way of showing it.", isRequired: false) {
        $1.write($0.alternative, to: &$2)
      },
      .written(
        "progression", labelled("stage", stage),
        "What more is expected in a later phase or at a level."
      ) { part, compiler, json in
        compiler.write(part.progression, as: "stage", to: &json) { step in
          switch step.stage {
          case .phase(let ref): (compiler.contents.phases[ref].id, step.text)
          case .level(let ref): (compiler.contents.levels[ref].id, step.text)
          }
        }
      },
      .written("notes", labelled("role", ids(contents.roles, \.id)), "What each role should know.")
      { part, compiler, json in
        compiler.write(part.notes, as: "role", to: &json) {
          (compiler.contents.roles[$0.role].id, $0.text)
        }
      },
      .written("examples", .list(.reference(example.name)), "What it looks like in practice.") {
        example.write($0.examples, $1, to: &$2)
      },
      .written("alignments", .list(.reference(alignment.name)), "What it corresponds to elsewhere.")
      { alignment.write($0.alignments, $1, to: &$2) },
      .written(
        "status", .reference(status.name), "How far it has come, if not as far as the whole.",
        isRequired: false
      ) {
        if let own = $0.status { status.write(own, $1, to: &$2) }
      },
      .written("tags", .list(.text), "Words to find it by.") { part, _, json in
        json.strings(part.tags) { $0 }
      },
    ]
  }
}

extension FrameworkCompiler {
  var exampleShape: ObjectShape<Example> {
    ObjectShape(
      name: "example", documentation: "What a statement looks like in one setting.",
      properties: [
        .written("setting", .text, "Where it takes place.") { $2.string($0.setting) },
        .written("text", .text, "What happens.") { $1.write($0.text, isRequired: true, to: &$2) },
        .written(
          "language", .text, "The language of the text, if another (BCP 47).", isRequired: false
        ) { part, _, json in
          if let language = part.language { json.string(language) }
        },
      ])
  }

  private var levelsSchema: JSONValue {
    .list(
      .object([
        ("type", .string("object")),
        (
          "properties",
          .object([("role", ids(contents.roles, \.id)), ("level", ids(contents.levels, \.id))])
        ),
        ("required", .strings(["role", "level"])),
        ("additionalProperties", .boolean(false)),
      ]))
  }

  private var evidenceSchema: JSONValue {
    let types = JSONValue.list(ids(contents.evidenceTypes, \.id))
    return .object([
      ("type", .string("object")),
      (
        "properties",
        .object([
          ("anyOf", types.described("Types of which any will do.")),
          ("allOf", types.described("Types that are all needed.")),
          ("atLeast", JSONValue.number(1...99).described("How many pieces at least.")),
          ("observers", JSONValue.number(1...9).described("How many different observers.")),
        ])
      ),
      ("required", .strings(["anyOf", "allOf"])),
      ("additionalProperties", .boolean(false)),
    ])
  }

  private func write(_ rule: EvidenceRule, to json: inout JSONWriter) {
    json.object { json in
      json.key("anyOf")
      json.strings(rule.anyOf) { contents.evidenceTypes[$0].id }
      json.key("allOf")
      json.strings(rule.allOf) { contents.evidenceTypes[$0].id }
      if let count = rule.atLeast {
        json.key("atLeast")
        json.integer(count)
      }
      if let count = rule.observers {
        json.key("observers")
        json.integer(count)
      }
    }
  }

  /// The schema of a list of texts, each with a label.
  private func labelled(_ label: String, _ schema: JSONValue) -> JSONValue {
    .list(
      .object([
        ("type", .string("object")),
        ("properties", .object([(label, schema), ("text", .text)])),
        ("required", .strings([label, "text"])),
        ("additionalProperties", .boolean(false)),
      ]))
  }

  /// Writes a list of texts, each with a label.
  private func write<Element>(
    _ elements: some Collection<Element>, as label: String, to json: inout JSONWriter,
    _ parts: (Element) -> (label: String, text: Markdown)
  ) {
    json.array { json in
      for element in elements {
        let (own, text) = parts(element)
        json.object { json in
          json.key(label)
          json.string(own)
          json.key("text")
          write(text, isRequired: true, to: &json)
        }
      }
    }
  }
}

extension JSONWriter {
  /// Writes an array of the text of each element.
  fileprivate mutating func strings<Element>(
    _ elements: some Collection<Element>, _ text: (Element) -> String
  ) {
    array { json in
      for element in elements { json.string(text(element)) }
    }
  }
}
