internal import Model

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
      .required("id", .reference("id"), "Its id.") { part, _ in .string(part.id) },
      .required("outcome", ids(contents.outcomes, \.id), "The outcome that it belongs to.") {
        part, compiler in .string(compiler.contents.outcomes[part.outcome].id)
      },
      .optional("kind", ids(contents.kinds, \.id), "Which kind it is.") { part, compiler in
        part.kind.map { .string(compiler.contents.kinds[$0].id) }
      },
      .required("text", .text, "What is to be known or done, without the stem of its kind.") {
        part, compiler in compiler.text(part.text) ?? .string("")
      },
      .optional("phase", ids(contents.phases, \.id), "When it is due.") { part, compiler in
        part.phase.map { .string(compiler.contents.phases[$0].id) }
      },
      .optional("specialism", ids(contents.specialisms, \.id), "The specialism it belongs to.") {
        part, compiler in part.specialism.map { .string(compiler.contents.specialisms[$0].id) }
      },
    ]
  }

  private var relatingProperties: [Property<Statement>] {
    [
      .required(
        "roles", .list(ids(contents.roles, \.id)), "The roles that it is for; all if empty."
      ) {
        part, compiler in .strings(part.roles.map { compiler.contents.roles[$0].id })
      },
      .required("levels", levelsSchema, "The level at which each role has to meet it.") {
        part, compiler in
        .array(
          part.levels.map { entry in
            .object([
              ("role", .string(compiler.contents.roles[entry.role].id)),
              ("level", .string(compiler.contents.levels[entry.level].id)),
            ])
          })
      },
      .required("reliesOn", .list(.reference("id")), "The statements that it relies on.") {
        part, compiler in .strings(part.reliesOn.map { compiler.contents.statements[$0].id })
      },
      .required("after", .list(.reference("id")), "The statements or outcomes that come before it.")
      { part, compiler in
        .strings(
          part.after.map {
            switch $0 {
            case .statement(let ref): compiler.contents.statements[ref].id
            case .outcome(let ref): compiler.contents.outcomes[ref].id
            }
          })
      },
      .required("citations", .list(.reference("citation")), "What it rests on.") {
        part, compiler in
        .array(part.citations.map { compiler.citationShape.value($0, compiler) })
      },
      .optional("evidence", evidenceSchema, "What shows that it is met.") { part, compiler in
        part.evidence.map(compiler.evidence)
      },
    ]
  }

  private var supportingProperties: [Property<Statement>] {
    let stage = JSONValue.oneOf(
      contents.phases.elements.map(\.id) + contents.levels.elements.map(\.id))
    return [
      .optional("buildsOn", .text, "What earlier training covers, and what this adds.") {
        $1.text($0.buildsOn)
      },
      .optional("alternative", .text, "Another way of showing it.") { $1.text($0.alternative) },
      .required(
        "progression", labelled("stage", stage),
        "What more is expected in a later phase or at a level."
      ) { part, compiler in
        .array(
          part.progression.map {
            switch $0.stage {
            case .phase(let ref):
              compiler.labelled("stage", compiler.contents.phases[ref].id, $0.text)
            case .level(let ref):
              compiler.labelled("stage", compiler.contents.levels[ref].id, $0.text)
            }
          })
      },
      .required("notes", labelled("role", ids(contents.roles, \.id)), "What each role should know.")
      {
        part, compiler in
        .array(
          part.notes.map {
            compiler.labelled("role", compiler.contents.roles[$0.role].id, $0.text)
          })
      },
      .required("examples", labelled("setting", .text), "What it looks like in practice.") {
        part, compiler in
        .array(part.examples.map { compiler.labelled("setting", $0.setting, $0.text) })
      },
      .required("alignments", .list(.reference("alignment")), "What it corresponds to elsewhere.") {
        part, compiler in
        .array(part.alignments.map { compiler.alignmentShape.value($0, compiler) })
      },
      .optional(
        "status", .reference("statementStatus"), "How far it has come, if not as far as the whole."
      ) {
        part, compiler in part.status.map { compiler.statusShape.value($0, compiler) }
      },
      .required("tags", .list(.text), "Words to find it by.") { part, _ in .strings(part.tags) },
    ]
  }
}

extension FrameworkCompiler {
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

  private func evidence(_ rule: EvidenceRule) -> JSONValue {
    func types(_ refs: [Ref<EvidenceType>]) -> JSONValue {
      .strings(refs.map { contents.evidenceTypes[$0].id })
    }
    let amounts = [("atLeast", rule.atLeast), ("observers", rule.observers)]
    return .object(
      [("anyOf", types(rule.anyOf)), ("allOf", types(rule.allOf))]
        + amounts.compactMap { name, count in count.map { (name, .integer($0)) } })
  }

  /// The schema of a list of texts, each with what it is about.
  private func labelled(_ label: String, _ schema: JSONValue) -> JSONValue {
    .list(
      .object([
        ("type", .string("object")),
        ("properties", .object([(label, schema), ("text", .text)])),
        ("required", .strings([label, "text"])),
        ("additionalProperties", .boolean(false)),
      ]))
  }

  private func labelled(_ label: String, _ value: String, _ text: Markdown) -> JSONValue {
    .object([(label, .string(value)), ("text", self.text(text) ?? .string(""))])
  }
}
