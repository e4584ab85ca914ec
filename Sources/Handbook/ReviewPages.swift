internal import Model
internal import Templates

/// All reviews in order of time, and what they can come to.
struct ReviewListPage: RecordShape {
  static let layout = RecordLayout<Self>("review list page")
  static let template = PageTemplate<ReviewListPage>("reviews", .html)

  let frame = Field<Record<Frame>>("frame", "What is the same on every page.")
  let title = Field<String>("title", "The framework's word for reviews.")
  let word = Field<String>("word", "The framework's word for a review, in lower case.")
  let timeline = Field<Record<Timeline>>(
    "timeline", "The phases and reviews on a line, if all phases have a length.")
  let reviews = Field<[Record<ReviewItem>]>("reviews", "All reviews, in order of time.")
  let hasResults = Field<Bool>("hasResults", "Whether the framework names results.")
  let results = Field<[Record<SummaryItem>]>("results", "What a review can come to.")

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
  static let layout = RecordLayout<Self>("review")

  let id = Field<String>("id", "Its id, which is also its anchor.")
  let title = Field<String>("title", "What it is called.")
  let month = Field<String>("month", "When it is held, in words.")
  let summary = Field<SafeMarkup>("summary", "What readers should know about it.")
  let attends = Field<Record<LinkList>>("attends", "The roles that attend.")
  let covers = Field<Record<LinkList>>("covers", "What is looked at.")
  let hasReady = Field<Bool>("hasReady", "Whether anything has to be ready before it.")
  let ready = Field<[SafeMarkup]>("ready", "What has to be ready before it.")
  let records = Field<Record<LinkList>>("records", "The records that are filled in.")
  let origin = Field<Record<LinkItem>>(
    "origin", "Where it is written, if the framework says where its files are kept.")
  let results = Field<Record<LinkList>>("results", "What it can come to.")
  let hasCitations = Field<Bool>("hasCitations", "Whether it cites anything.")
  let citations = Field<[Record<CitationCard>]>("citations", "What it rests on.")
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
