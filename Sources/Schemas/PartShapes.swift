internal import Model
internal import Output

extension FrameworkCompiler {
  var identityShape: ObjectShape<Identity> {
    let id = JSONValue.object([("const", .string(contents.identity.id))])
    let edition = JSONValue.object([("const", .string(contents.identity.edition.description))])
    let words = vocabularyShape
    return ObjectShape(
      name: "identity", documentation: "What the framework is.",
      properties: [
        .required("id", id, "The framework's id.") { part, _ in .string(part.id) },
        .required("title", .text, "What it is called.") { part, _ in .string(part.title) },
        .required("edition", edition, "The edition of this file.") { part, _ in
          .string(part.edition.description)
        },
        .required("language", .text, "The language of the texts (BCP 47).") { part, _ in
          .string(part.language)
        },
        .required("status", .oneOf(Status.allCases.map(\.rawValue)), "How far it has come.") {
          part, _ in .string(part.status.rawValue)
        },
        .optional("issued", .reference("date"), "The day of issue.") { part, _ in
          part.issued.map { .string($0.description) }
        },
        .optional("inForce", .reference("date"), "The day from which it applies.") { part, _ in
          part.inForce.map { .string($0.description) }
        },
        .optional("supersedes", .text, "What it replaces.") { part, _ in
          part.supersedes.map(JSONValue.string)
        },
        .optional("supersededBy", .text, "What has replaced it.") { part, _ in
          part.supersededBy.map(JSONValue.string)
        },
        .optional("base", .pattern("^https?://"), "The address under which it is published.") {
          part, _ in part.base.map(JSONValue.string)
        },
        .optional("publisher", .text, "Who publishes it.") { part, _ in
          part.publisher.map(JSONValue.string)
        },
        .optional("licence", .text, "What others may do with it.") { part, _ in
          part.licence.map(JSONValue.string)
        },
        .optional("notice", .text, "What every reader must know.") { $1.text($0.notice) },
        .optional("summary", .text, "What it is and for whom.") { $1.text($0.summary) },
        .written("vocabulary", .reference(words.name), "What the framework calls its parts.") {
          words.write($0.vocabulary, $1, to: &$2)
        },
      ])
  }

  var vocabularyShape: ObjectShape<Vocabulary> {
    let word = wordShape
    return ObjectShape(
      name: "vocabulary", documentation: "What the framework calls its parts.",
      properties: Vocabulary().words.enumerated().map { index, usual in
        .written(usual.key, .reference(word.name), "In place of “\(usual.word.one)”.") {
          word.write($0.words[index].word, $1, to: &$2)
        }
      })
  }

  var wordShape: ObjectShape<Word> {
    ObjectShape(
      name: "word", documentation: "A noun as it stands inside a sentence.",
      properties: [
        .required("one", .text, "The word for one of them.") { part, _ in .string(part.one) },
        .required("many", .text, "The word for more than one.") { part, _ in .string(part.many) },
      ])
  }

  var kindShape: ObjectShape<Kind> {
    ObjectShape(
      name: "kind", documentation: "A kind of statement.",
      properties: [
        .required("id", .reference("id"), "Its id.") { part, _ in .string(part.id) },
        .required("title", .text, "What it is called.") { part, _ in .string(part.title) },
        .optional("stem", .text, "The words before the text of its statements.") { part, _ in
          part.stem.map(JSONValue.string)
        },
        .optional("summary", .text, "More about it.") { $1.text($0.summary) },
      ])
  }

  var phaseShape: ObjectShape<Phase> {
    let requirement = JSONValue.oneOf(Requirement.allCases.map(\.rawValue))
    return ObjectShape(
      name: "phase", documentation: "A stretch of time that people go through.",
      properties: [
        .required("id", .reference("id"), "Its id.") { part, _ in .string(part.id) },
        .required("title", .text, "What it is called.") { part, _ in .string(part.title) },
        .optional("months", .number(1...600), "How long it lasts.") { part, _ in
          part.months.map(JSONValue.integer)
        },
        .required("requirement", requirement, "Whether people must go through it.") { part, _ in
          .string(part.requirement.rawValue)
        },
        .optional("summary", .text, "More about it.") { $1.text($0.summary) },
        citing { $0.citations },
      ])
  }

  var specialismShape: ObjectShape<Specialism> {
    ObjectShape(
      name: "specialism", documentation: "A branch of a phase that a person may choose.",
      properties: [
        .required("id", .reference("id"), "Its id.") { part, _ in .string(part.id) },
        .required("title", .text, "What it is called.") { part, _ in .string(part.title) },
        .optional("phase", ids(contents.phases, \.id), "The phase in which it is chosen.") {
          part, compiler in part.phase.map { .string(compiler.contents.phases[$0].id) }
        },
        .optional("summary", .text, "More about it.") { $1.text($0.summary) },
        citing { $0.citations },
      ])
  }

  var roleShape: ObjectShape<Role> {
    ObjectShape(
      name: "role", documentation: "Somebody with a part in the framework.",
      properties: [
        .required("id", .reference("id"), "Its id.") { part, _ in .string(part.id) },
        .required("title", .text, "What it is called.") { part, _ in .string(part.title) },
        .optional("verb", .text, "What the role does with a statement.") { part, _ in
          part.verb.map(JSONValue.string)
        },
        .required(
          "notAlso", .list(ids(contents.roles, \.id)), "Roles that the same person may not have."
        ) { part, compiler in .strings(part.notAlso.map { compiler.contents.roles[$0].id }) },
        .optional(
          "statements", .oneOf(RoleShare.allCases.map(\.rawValue)),
          "Which statements the role's own pages show."
        ) { part, _ in part.share.map { .string($0.rawValue) } },
        .optional("summary", .text, "More about it.") { $1.text($0.summary) },
        citing { $0.citations },
      ])
  }

  var evidenceTypeShape: ObjectShape<EvidenceType> {
    ObjectShape(
      name: "evidenceType", documentation: "Something that can show that a statement is met.",
      properties: [
        .required("id", .reference("id"), "Its id.") { part, _ in .string(part.id) },
        .required("title", .text, "What it is called.") { part, _ in .string(part.title) },
        .optional("completedBy", ids(contents.roles, \.id), "The role that completes it.") {
          part, compiler in part.completedBy.map { .string(compiler.contents.roles[$0].id) }
        },
        .optional("summary", .text, "More about it.") { $1.text($0.summary) },
        citing { $0.citations },
      ])
  }

  var levelShape: ObjectShape<Level> {
    ObjectShape(
      name: "level", documentation: "A level at which a statement can be met.",
      properties: [
        .required("id", .reference("id"), "Its id.") { part, _ in .string(part.id) },
        .required("title", .text, "What it is called.") { part, _ in .string(part.title) },
        .optional("summary", .text, "More about it.") { $1.text($0.summary) },
      ])
  }

  var resultShape: ObjectShape<ReviewResult> {
    ObjectShape(
      name: "result", documentation: "What a review can come to.",
      properties: [
        .required("id", .reference("id"), "Its id.") { part, _ in .string(part.id) },
        .required("title", .text, "What it is called.") { part, _ in .string(part.title) },
        .optional("summary", .text, "More about it.") { $1.text($0.summary) },
      ])
  }

  var retiredIDShape: ObjectShape<RetiredID> {
    ObjectShape(
      name: "retiredId", documentation: "An id that was published and that nothing has any more.",
      properties: [
        .required("id", .text, "The id.") { part, _ in .string(part.id) },
        .required("reason", .text, "Why it is gone.") { $1.text($0.reason) ?? .string("") },
        .optional("replacedBy", .reference("id"), "What takes its place.") { part, compiler in
          part.replacedBy.map { .string(compiler.contents.id(of: $0)) }
        },
      ])
  }

  /// The property with the citations of an element.
  func citing<Element, Citations: Collection<Citation> & SendableMetatype>(
    _ citations: @escaping @Sendable (Element) -> Citations
  ) -> Property<Element> {
    let shape = citationShape
    return .written("citations", .list(.reference(shape.name)), "What it rests on.") {
      shape.write(citations($0), $1, to: &$2)
    }
  }

  /// The schema of a reference to one of a few elements.
  func ids<Element>(_ table: Table<Element>, _ id: (Element) -> String) -> JSONValue {
    // An empty `enum` is invalid, so a reference that nothing satisfies is written as `not`.
    table.isEmpty ? .object([("not", .object([]))]) : .oneOf(table.elements.map(id))
  }
}
