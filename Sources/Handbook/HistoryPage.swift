internal import Model
internal import Templates

/// How the framework came about.
struct HistoryPage: RecordShape {
  static let layout = RecordLayout<HistoryPage>("history page")
  static let template = PageTemplate<HistoryPage>("history", .html)

  let frame: Field<HistoryPage, Record<Frame>>
  let events: Field<HistoryPage, [Record<EventItem>]>

  init(_ declare: inout FieldDeclarations<HistoryPage>) {
    frame = declare("frame", "What is the same on every page.")
    events = declare("events", "What happened, in order of time.")
  }

  static func render(_ site: Site, _ place: PagePlace) -> [UInt8] {
    let writer = PageWriter(site, place)
    return writer.render(template) { record, field in
      record[field.events] = site.contents.events.elements.map(writer.item)
      record[field.frame] = writer.frame(Section.history.title(site.words), in: .history)
    }
  }
}

/// Something in the framework's history.
struct EventItem: RecordShape {
  static let layout = RecordLayout<EventItem>("event")

  let date: Field<EventItem, String>
  let title: Field<EventItem, String>
  let text: Field<EventItem, SafeMarkup>
  let hasCitations: Field<EventItem, Bool>
  let citations: Field<EventItem, [Record<CitationCard>]>

  init(_ declare: inout FieldDeclarations<EventItem>) {
    date = declare("date", "When.")
    title = declare("title", "What, in a few words.")
    text = declare("text", "What happened.")
    hasCitations = declare("hasCitations", "Whether it cites anything.")
    citations = declare("citations", "What it rests on.")
  }
}

extension PageWriter {
  fileprivate func item(_ event: Event) -> Record<EventItem> {
    Record(in: values) { record, field in
      record[field.date] = event.date?.longForm
      record[field.title] = event.title
      record[field.text] = blocks(event.text)
      record[field.hasCitations] = !event.citations.isEmpty
      record[field.citations] = event.citations.map(citation)
    }
  }
}
