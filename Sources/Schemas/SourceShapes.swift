internal import Model
internal import Output

extension FrameworkCompiler {
  var citationShape: ObjectShape<Citation> {
    ObjectShape(
      name: "citation", documentation: "A document that a statement rests on, and where in it.",
      properties: [
        .written("source", .reference("id"), "The document.") {
          $2.string($1.contents.sources[$0.source].id)
        },
        .written("facts", .list(.number(1...100_000)), "The numbers of facts in its record.") {
          part, _, json in
          json.array { json in
            for number in part.facts { json.integer(number) }
          }
        },
        .written("at", .text, "Where in the document.", isRequired: false) { part, _, json in
          if let place = part.at { json.string(place) }
        },
      ])
  }

  var sourceShape: ObjectShape<Source> {
    let fact = factShape
    let kind = JSONValue.oneOf(SourceKind.allCases.map(\.rawValue))
    return ObjectShape(
      name: "source", documentation: "A document that statements rest on.",
      properties: [
        .required("id", .reference("id"), "Its id.") { part, _ in .string(part.id) },
        .required("title", .text, "What it is called.") { part, _ in .string(part.title) },
        .required("publisher", .text, "Who published it.") { part, _ in .string(part.publisher) },
        .optional("date", .reference("date"), "When it was published.") { part, _ in
          part.date.map { .string($0.description) }
        },
        .optional("kind", kind, "What sort of document it is.") { part, _ in
          part.kind.map { .string($0.rawValue) }
        },
        .required("rights", .text, "What its publisher allows.") { part, _ in .string(part.rights)
        },
        .optional("address", .pattern("^https?://"), "Where it can be read.") { part, _ in
          part.address.map(JSONValue.string)
        },
        .optional("accessed", .reference("date"), "The day it was last read there.") { part, _ in
          part.accessed.map { .string($0.description) }
        },
        .optional("reviewBy", .reference("date"), "The day by which to look at it again.") {
          part, _ in part.reviewBy.map { .string($0.description) }
        },
        .optional("language", .text, "The language of its title, if another (BCP 47).") { part, _ in
          part.language.map(JSONValue.string)
        },
        .optional("summary", .text, "More about it.") { $1.text($0.summary) },
        .written("facts", .list(.reference(fact.name)), "What it says, in the framework's words.") {
          fact.write($0.facts, $1, to: &$2)
        },
      ])
  }

  var factShape: ObjectShape<Fact> {
    ObjectShape(
      name: "fact", documentation: "One thing that a source says.",
      properties: [
        .required("number", .number(1...100_000), "Its number in this source.") { part, _ in
          .integer(part.number)
        },
        .required("text", .text, "What the source says, in the framework's own words.") {
          $1.text($0.text) ?? .string("")
        },
        .optional("declined", .text, "Why the framework does not take it up.") {
          $1.text($0.declined)
        },
      ])
  }

  var termShape: ObjectShape<Term> {
    ObjectShape(
      name: "term", documentation: "A term with its definition.",
      properties: [
        .required("term", .text, "The term.") { part, _ in .string(part.term) },
        .optional("abbreviation", .text, "Its abbreviation.") { part, _ in
          part.abbreviation.map(JSONValue.string)
        },
        .required("also", .list(.text), "Other forms of it.") { part, _ in .strings(part.also) },
        .required("definition", .text, "What it means here.") {
          $1.text($0.definition) ?? .string("")
        },
        .optional("language", .text, "The language of the term, if another (BCP 47).") { part, _ in
          part.language.map(JSONValue.string)
        },
      ])
  }

  var changeShape: ObjectShape<Change> {
    ObjectShape(
      name: "change", documentation: "What is new in one edition.",
      properties: [
        .required("edition", .text, "The edition.") { part, _ in
          .string(part.edition.description)
        },
        .optional("date", .reference("date"), "When it was issued.") { part, _ in
          part.date.map { .string($0.description) }
        },
        .required("text", .text, "What has changed.") { $1.text($0.text) ?? .string("") },
      ])
  }

  var eventShape: ObjectShape<Event> {
    ObjectShape(
      name: "event", documentation: "Something in the framework's history.",
      properties: [
        .optional("date", .reference("date"), "When.") { part, _ in
          part.date.map { .string($0.description) }
        },
        .required("title", .text, "What, in a few words.") { part, _ in .string(part.title) },
        .required("text", .text, "What happened.") { $1.text($0.text) ?? .string("") },
        citing { $0.citations },
      ])
  }
}
