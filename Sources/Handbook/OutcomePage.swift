internal import Model
internal import Templates

/// An outcome with its statements, each with an anchor of its own and a link to its page.
struct OutcomePage: RecordShape {
  static let layout = RecordLayout<OutcomePage>("outcome page")
  static let template = PageTemplate<OutcomePage>("outcome", .html)

  let frame: Field<OutcomePage, Record<Frame>>
  let word: Field<OutcomePage, String>
  let statementsTitle: Field<OutcomePage, String>
  let id: Field<OutcomePage, String>
  let title: Field<OutcomePage, String>
  let summary: Field<OutcomePage, SafeMarkup>
  let size: Field<OutcomePage, String>
  let statements: Field<OutcomePage, [Record<StatementCard>]>
  let previous: Field<OutcomePage, Record<LinkItem>>
  let next: Field<OutcomePage, Record<LinkItem>>

  init(_ declare: inout FieldDeclarations<OutcomePage>) {
    frame = declare("frame", "What is the same on every page.")
    word = declare("word", "The framework's word for an outcome.")
    statementsTitle = declare("statementsTitle", "The framework's word for statements.")
    id = declare("id", "The outcome's id.")
    title = declare("title", "What it is called.")
    summary = declare("summary", "What readers should know about it.")
    size = declare("size", "How many statements it has, in words.")
    statements = declare("statements", "Its statements.")
    previous = declare("previous", "The outcome before it.")
    next = declare("next", "The outcome after it.")
  }

  static func render(_ site: Site, _ place: PagePlace, _ ref: Ref<Outcome>) -> [UInt8] {
    let outcome = site.contents.outcomes[ref]
    let writer = PageWriter(site, place)
    return writer.render(template) { record, field in
      record[field.word] = site.words.outcome.title
      record[field.statementsTitle] = site.words.statement.titleMany
      record[field.id] = outcome.id
      record[field.title] = outcome.title
      record[field.summary] = writer.blocks(outcome.summary)
      record[field.size] = site.words.statement.counted(outcome.statements.count)
      record[field.statements] = writer.values.list(outcome.statements) { writer.card($0) }
      record[field.previous] = writer.neighbour(ref, -1).map { writer.link(to: .outcome($0)) }
      record[field.next] = writer.neighbour(ref, 1).map { writer.link(to: .outcome($0)) }
      record[field.frame] = writer.frame(
        "\(outcome.id) \(outcome.title)", in: .domains,
        trail: [writer.trailLink(.domains), writer.link(to: .domain(outcome.domain))],
        about: .outcome(ref))
    }
  }
}
