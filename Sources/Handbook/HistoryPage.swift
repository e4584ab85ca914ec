internal import Model
internal import Templates

/// How the framework came about.
struct HistoryPage: RecordShape {
  static let layout = RecordLayout<Self>("history page")
  static let template = PageTemplate<HistoryPage>("history", .html)

  let frame = Field<Record<Frame>>("frame", "What is the same on every page.")
  let events = Field<[Record<EventItem>]>("events", "What happened, in order of time.")

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
  static let layout = RecordLayout<Self>("event")

  let date = Field<String>("date", "When.")
  let title = Field<String>("title", "What, in a few words.")
  let text = Field<SafeMarkup>("text", "What happened.")
  let hasCitations = Field<Bool>("hasCitations", "Whether it cites anything.")
  let citations = Field<[Record<CitationCard>]>("citations", "What it rests on.")
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
