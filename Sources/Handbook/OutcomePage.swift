internal import Model
internal import Templates

/// An outcome with its statements, each with an anchor of its own and a link to its page.
struct OutcomePage: RecordShape {
  static let layout = RecordLayout<Self>("outcome page")
  static let template = PageTemplate<OutcomePage>("outcome", .html)

  let frame = Field<Record<Frame>>("frame", "What is the same on every page.")
  let word = Field<String>("word", "The framework's word for an outcome.")
  let statementsTitle = Field<String>("statementsTitle", "The framework's word for statements.")
  let id = Field<String>("id", "The outcome's id.")
  let title = Field<String>("title", "What it is called.")
  let summary = Field<SafeMarkup>("summary", "What readers should know about it.")
  let size = Field<String>("size", "How many statements it has, in words.")
  let statements = Field<[Record<StatementCard>]>("statements", "Its statements.")
  let previous = Field<Record<LinkItem>>("previous", "The outcome before it.")
  let next = Field<Record<LinkItem>>("next", "The outcome after it.")

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
