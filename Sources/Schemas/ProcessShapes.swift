internal import Model
internal import Output

extension FrameworkCompiler {
  var dutyShape: ObjectShape<Duty> {
    ObjectShape(
      name: "duty", documentation: "One thing that the employer owes.",
      properties: [
        .required("id", .reference("id"), "Its id.") { part, _ in .string(part.id) },
        .required("title", .text, "What it is called.") { part, _ in .string(part.title) },
        .required("text", .text, "What is owed.") { $1.text($0.text) ?? .string("") },
        .optional("owner", ids(contents.roles, \.id), "The role that owes it.") { part, compiler in
          part.owner.map { .string(compiler.contents.roles[$0].id) }
        },
        .optional("measure", .text, "How one can tell whether it is met.") { $1.text($0.measure) },
        .required(
          "phases", .list(ids(contents.phases, \.id)), "Where it is owed; in all if empty."
        ) { part, compiler in .strings(part.phases.map { compiler.contents.phases[$0].id }) },
        .optional("from", .reference("date"), "From when it is owed.") { part, _ in
          part.from.map { .string($0.description) }
        },
        .optional("differs", .text, "Where sources disagree.") { $1.text($0.differs) },
        citing { $0.citations },
      ])
  }

  var reviewShape: ObjectShape<Review> {
    ObjectShape(
      name: "review", documentation: "A point at which progress is looked at.",
      properties: [
        .required("id", .reference("id"), "Its id.") { part, _ in .string(part.id) },
        .required("title", .text, "What it is called.") { part, _ in .string(part.title) },
        .required("month", .number(0...600), "In which month from the start.") { part, _ in
          .integer(part.month)
        },
        .optional("summary", .text, "More about it.") { $1.text($0.summary) },
        .required("attends", .list(ids(contents.roles, \.id)), "The roles that attend.") {
          part, compiler in .strings(part.attends.map { compiler.contents.roles[$0].id })
        },
        .required("covers", .list(.reference("id")), "What is looked at.") { part, compiler in
          .strings(part.covers.map(compiler.contents.id))
        },
        .required("ready", .list(.text), "What has to be ready before it.") { part, compiler in
          .array(part.ready.compactMap(compiler.text))
        },
        .required("records", .list(ids(contents.forms, \.id)), "The records to fill in.") {
          part, compiler in .strings(part.forms.map { compiler.contents.forms[$0].id })
        },
        .required("results", .list(ids(contents.results, \.id)), "What it can come to.") {
          part, compiler in .strings(part.results.map { compiler.contents.results[$0].id })
        },
        citing { $0.citations },
      ])
  }

  var formShape: ObjectShape<Form> {
    let fieldShape = formFieldShape
    return ObjectShape(
      name: "record", documentation: "A record that people fill in.", isOnOneLine: false,
      properties: [
        .required("id", .reference("id"), "Its id.") { part, _ in .string(part.id) },
        .required("title", .text, "What it is called.") { part, _ in .string(part.title) },
        .optional("summary", .text, "More about it.") { $1.text($0.summary) },
        .optional("completedBy", ids(contents.roles, \.id), "The role that completes it.") {
          part, compiler in part.completedBy.map { .string(compiler.contents.roles[$0].id) }
        },
        .required("reviews", .list(ids(contents.reviews, \.id)), "The reviews it is needed for.") {
          part, compiler in .strings(part.reviews.map { compiler.contents.reviews[$0].id })
        },
        .written("fields", .list(.reference(fieldShape.name)), "What is filled in.") {
          fieldShape.write($0.fields, $1, to: &$2)
        },
        citing { $0.citations },
      ])
  }

  var formFieldShape: ObjectShape<FormField> {
    let types = JSONValue.oneOf(FormFieldType.allCases.map(\.rawValue))
    return ObjectShape(
      name: "field", documentation: "One thing to fill in.",
      properties: [
        .required("name", .reference("id"), "Its name in data.") { part, _ in .string(part.name) },
        .required("title", .text, "The question or label.") { part, _ in .string(part.title) },
        .required("type", types, "What is filled in.") { part, _ in .string(part.type.rawValue) },
        .required("required", .flag, "Whether it has to be filled in.") { part, _ in
          .boolean(part.isRequired)
        },
        .required("choices", .list(.text), "What to choose from.") { part, _ in
          .strings(part.choices)
        },
        .optional("role", ids(contents.roles, \.id), "The role of the person or of who signs.") {
          part, compiler in part.role.map { .string(compiler.contents.roles[$0].id) }
        },
        .optional("summary", .text, "More about it.") { $1.text($0.summary) },
      ])
  }
}
