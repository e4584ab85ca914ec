internal import Model
internal import Templates

/// The phases and reviews on a line of months: a picture, and a table that says the same.
struct Timeline: RecordShape {
  static let layout = RecordLayout<Self>("timeline")

  let picture = Field<SafeMarkup>("picture", "The line with its phases and reviews.")
  let caption = Field<String>("caption", "What the table shows.")
  let rows = Field<[Record<TimelineRow>]>("rows", "The same in words, in order of time.")
}

/// A phase or a review on the line.
struct TimelineRow: RecordShape {
  static let layout = RecordLayout<Self>("row of a timeline")

  let time = Field<String>("time", "When, in words.")
  let what = Field<Record<LinkItem>>("what", "What it is.")
  let kind = Field<String>("kind", "Whether it is a phase or a review, in the framework's words.")
  let isPhase = Field<Bool>("isPhase", "Whether it is a phase.")
}

extension PageWriter {
  /// Nil if a phase has no length, or if there is more than a picture can show.
  func timeline() -> Record<Timeline>? {
    let contents = site.contents
    let phases = contents.phases.refs.compactMap { ref in
      site.months(of: ref).map { (ref: ref, months: $0) }
    }
    guard let end = phases.last?.months.end, phases.count == contents.phases.count,
      phases.count <= 12, contents.reviews.count <= 40
    else { return nil }
    return Record(in: values) { record, field in
      record[field.picture] = picture(phases, contents.reviewsByTime, end: end)
      record[field.caption] =
        contents.reviews.isEmpty
        ? site.words.phase.titleMany : "\(site.words.phase.titleMany) and \(site.words.review.many)"
      record[field.rows] = rows(phases, contents.reviewsByTime)
    }
  }

  private typealias PhaseSpan = (ref: Ref<Phase>, months: (start: Int, end: Int))

  private func rows(_ phases: [PhaseSpan], _ reviews: [Ref<Review>]) -> [Record<TimelineRow>] {
    var rest = reviews[...]
    var rows: [Record<TimelineRow>] = []
    for phase in phases {
      rows.append(
        row(
          "From month \(phase.months.start + 1) to \(phase.months.end)", .phase(phase.ref),
          site.words.phase.title))
      while let next = rest.first, site.contents.reviews[next].month <= phase.months.end {
        rows.append(row(next))
        rest.removeFirst()
      }
    }
    return rows + rest.map(row)
  }

  private func row(_ review: Ref<Review>) -> Record<TimelineRow> {
    row(
      monthInWords(site.contents.reviews[review].month), .review(review), site.words.review.title)
  }

  private func row(_ time: String, _ subject: Subject, _ kind: String) -> Record<TimelineRow> {
    Record(in: values) { record, field in
      record[field.time] = time
      record[field.what] = link(to: subject)
      record[field.kind] = kind
      if case .phase = subject { record[field.isPhase] = true }
    }
  }

  /// Phases as bars, as long as they last; reviews as marks on the line, with their months.
  private func picture(
    _ phases: [PhaseSpan], _ reviews: [Ref<Review>], end: Int
  ) -> SafeMarkup {
    let width = 720
    func x(_ month: Int) -> Int { 8 + month * (width - 16) / max(end, 1) }
    var drawing = Drawing(width: width, height: reviews.isEmpty ? 64 : 104)
    for phase in phases {
      let element = site.contents.phases[phase.ref]
      let start = x(phase.months.start)
      let length = x(phase.months.end) - start
      let isOptional = element.requirement != .mandatory
      drawing.rectangle(
        isOptional ? "span optional" : "span", x: start + 1, y: 8, width: max(length - 2, 2),
        height: 30, radius: 4)
      // At most nine units a letter; what does not fit stands in the table.
      let letters = max(length / 9 - 2, 0)
      if letters >= 4 {
        let title =
          element.title.count <= letters ? element.title : element.title.prefix(letters - 1) + "…"
        drawing.text("inside", x: start + 10, y: 28, title)
      }
      drawing.text("tick", x: start, y: 54, String(phase.months.start))
    }
    drawing.text("tick last", x: x(end), y: 54, String(end))
    var lastLabel = -100
    for month in Set(reviews.map { site.contents.reviews[$0].month }).sorted() where month <= end {
      drawing.line("pin", from: (x(month), 60), to: (x(month), 74))
      drawing.circle("pin", x: x(month), y: 78, radius: 6)
      if x(month) - lastLabel >= 26 {
        drawing.text("pin", x: x(month), y: 100, String(month))
        lastLabel = x(month)
      }
    }
    return drawing.markup(
      label:
        "\(site.words.phase.counted(phases.count)) and \(site.words.review.counted(reviews.count)) over \(lengthInWords(end)); the table below has the same in words",
      in: values)
  }
}
