internal import Model
internal import Output

extension FrameworkCompiler {
  var crosswalkShape: ObjectShape<Crosswalk> {
    let item = crosswalkItemShape
    return ObjectShape(
      name: "crosswalk", documentation: "Another framework that statements correspond to.",
      isOnOneLine: false,
      properties: [
        .required("id", .reference("id"), "Its id.") { part, _ in .string(part.id) },
        .required("title", .text, "What it is called.") { part, _ in .string(part.title) },
        .required("publisher", .text, "Who publishes it.") { part, _ in .string(part.publisher) },
        .required("version", .text, "Which version is meant.") { part, _ in .string(part.version) },
        .optional("address", .pattern("^https?://"), "Where it can be read.") { part, _ in
          part.address.map(JSONValue.string)
        },
        .optional("language", .text, "The language of its title, if another (BCP 47).") { part, _ in
          part.language.map(JSONValue.string)
        },
        .optional("summary", .text, "More about it.") { $1.text($0.summary) },
        .written("items", .list(.reference(item.name)), "Its items, in order.") {
          item.write($0.items, $1, to: &$2)
        },
        citing { $0.citations },
      ])
  }

  var crosswalkItemShape: ObjectShape<CrosswalkItem> {
    ObjectShape(
      name: "crosswalkItem", documentation: "A part of another framework.",
      properties: [
        .required("code", .text, "Its code over there.") { part, _ in .string(part.code) },
        .required("title", .text, "A short label.") { part, _ in .string(part.title) },
        .optional("declined", .text, "Why no statement covers it.") { $1.text($0.declined) },
      ])
  }

  var alignmentShape: ObjectShape<Alignment> {
    ObjectShape(
      name: "alignment", documentation: "What a statement corresponds to in another framework.",
      properties: [
        .written("crosswalk", ids(contents.crosswalks, \.id), "The other framework.") {
          $2.string($1.contents.crosswalks[$0.crosswalk].id)
        },
        .written("item", .text, "The item's code.") {
          $2.string($1.contents.crosswalks[$0.crosswalk].items[$0.item].code)
        },
        .written("relation", .oneOf(Relation.allCases.map(\.rawValue)), "How the two relate.") {
          $2.string($0.relation.rawValue)
        },
        .written("reason", .text, "Why.", isRequired: false) { $1.write($0.reason, to: &$2) },
      ])
  }

  var statusShape: ObjectShape<StatementStatus> {
    ObjectShape(
      name: "statementStatus", documentation: "How far one statement has come.",
      properties: [
        .required("status", .oneOf(Status.allCases.map(\.rawValue)), "The status.") { part, _ in
          .string(part.status.rawValue)
        },
        .optional("since", .reference("date"), "The day from which it has it.") { part, _ in
          part.since.map { .string($0.description) }
        },
        .optional("reason", .text, "Why.") { $1.text($0.reason) },
        .optional("replacedBy", .reference("id"), "What takes its place.") { part, compiler in
          part.replacedBy.map { .string(compiler.contents.statements[$0].id) }
        },
        .optional("mergedInto", .reference("id"), "What it has become a part of.") {
          part, compiler in part.mergedInto.map { .string(compiler.contents.statements[$0].id) }
        },
        .required("splitInto", .list(.reference("id")), "What it has been divided into.") {
          part, compiler in .strings(part.splitInto.map { compiler.contents.statements[$0].id })
        },
      ])
  }
}
