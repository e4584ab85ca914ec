internal import Model
internal import Templates

/// All reviews in order of time, and what they can come to.
struct ReviewListPage: RecordShape {
  static let layout = RecordLayout<ReviewListPage>("review list page")
  static let template = PageTemplate<ReviewListPage>("reviews", .html)

  let frame: Field<ReviewListPage, Record<Frame>>
  let title: Field<ReviewListPage, String>
  let word: Field<ReviewListPage, String>
  let timeline: Field<ReviewListPage, Record<Timeline>>
  let reviews: Field<ReviewListPage, [Record<ReviewItem>]>
  let hasResults: Field<ReviewListPage, Bool>
  let results: Field<ReviewListPage, [Record<SummaryItem>]>

  init(_ declare: inout FieldDeclarations<ReviewListPage>) {
    frame = declare("frame", "What is the same on every page.")
    title = declare("title", "The framework's word for reviews.")
    word = declare("word", "The framework's word for a review, in lower case.")
    timeline = declare("timeline", "The phases and reviews on a line, if all phases have a length.")
    reviews = declare("reviews", "All reviews, in order of time.")
    hasResults = declare("hasResults", "Whether the framework names results.")
    results = declare("results", "What a review can come to.")
  }

  static func render(_ site: Site, _ place: PagePlace) -> [UInt8] {
    let writer = PageWriter(site, place)
    let contents = site.contents
    return writer.render(template) { record, field in
      record[field.title] = Section.reviews.title(site.words)
      record[field.word] = site.words.review.one
      record[field.timeline] = writer.timeline()
      record[field.reviews] = contents.reviewsByTime.map(writer.item)
      record[field.hasResults] = !contents.results.isEmpty
      record[field.results] = contents.results.refs.map { ref in
        let result = contents.results[ref]
        return writer.summary(result.id, result.title, .result(ref), result.summary)
      }
      record[field.frame] = writer.frame(
        Section.reviews.title(site.words), in: .reviews,
        parts: contents.reviewsByTime.map { (contents.reviews[$0].title, contents.reviews[$0].id) })
    }
  }
}

/// A review.
struct ReviewItem: RecordShape {
  static let layout = RecordLayout<ReviewItem>("review")

  let id: Field<ReviewItem, String>
  let title: Field<ReviewItem, String>
  let month: Field<ReviewItem, String>
  let summary: Field<ReviewItem, SafeMarkup>
  let attends: Field<ReviewItem, Record<LinkList>>
  let covers: Field<ReviewItem, Record<LinkList>>
  let hasReady: Field<ReviewItem, Bool>
  let ready: Field<ReviewItem, [SafeMarkup]>
  let records: Field<ReviewItem, Record<LinkList>>
  let origin: Field<ReviewItem, Record<LinkItem>>
  let results: Field<ReviewItem, Record<LinkList>>
  let hasCitations: Field<ReviewItem, Bool>
  let citations: Field<ReviewItem, [Record<CitationCard>]>

  init(_ declare: inout FieldDeclarations<ReviewItem>) {
    id = declare("id", "Its id, which is also its anchor.")
    title = declare("title", "What it is called.")
    month = declare("month", "When it is held, in words.")
    summary = declare("summary", "What readers should know about it.")
    attends = declare("attends", "The roles that attend.")
    covers = declare("covers", "What is looked at.")
    hasReady = declare("hasReady", "Whether anything has to be ready before it.")
    ready = declare("ready", "What has to be ready before it.")
    records = declare("records", "The records that are filled in.")
    origin = declare(
      "origin", "Where it is written, if the framework says where its files are kept.")
    results = declare("results", "What it can come to.")
    hasCitations = declare("hasCitations", "Whether it cites anything.")
    citations = declare("citations", "What it rests on.")
  }
}

extension PageWriter {
  fileprivate func item(_ ref: Ref<Review>) -> Record<ReviewItem> {
    let review = site.contents.reviews[ref]
    return Record(in: values) { record, field in
      record[field.id] = review.id
      record[field.title] = review.title
      record[field.month] = monthInWords(review.month)
      record[field.summary] = blocks(review.summary)
      record[field.attends] = links(to: review.attends.map(Subject.role))
      record[field.covers] = links(to: review.covers)
      record[field.hasReady] = !review.ready.isEmpty
      record[field.ready] = review.ready.map(inline)
      record[field.records] = links(to: forms(for: ref).map(Subject.form))
      record[field.origin] = origin(of: .review(ref))
      record[field.results] = links(to: review.results.map(Subject.result))
      record[field.hasCitations] = !review.citations.isEmpty
      record[field.citations] = review.citations.map(citation)
    }
  }

  /// The records that a review names, and those that name the review.
  private func forms(for review: Ref<Review>) -> [Ref<Form>] {
    let named = site.contents.reviews[review].forms
    let naming = site.contents.forms.entries
      .filter { $0.element.reviews.contains(review) && !named.contains($0.ref) }.map(\.ref)
    return named + naming
  }
}
