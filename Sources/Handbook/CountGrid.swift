internal import Model
internal import Output
internal import Templates

/// A table of counts, each with a disc as large as the count: a picture that is its own text.
struct CountGrid: RecordShape {
  static let layout = RecordLayout<Self>("grid of counts")

  let caption = Field<String>("caption", "What is counted.")
  let corner = Field<String>("corner", "What the rows are.")
  let columns = Field<[Record<LinkItem>]>("columns", "The heads of the columns.")
  let rows = Field<[Record<CountRow>]>("rows", "The rows.")

  /// More columns than this nobody takes in at a glance, and no page is wide enough for.
  static let mostColumns = 12
  static let mostRows = 200
}

/// A row of a table of counts.
struct CountRow: RecordShape {
  static let layout = RecordLayout<Self>("row of counts")

  let code = Field<String>("code", "A code before the head.")
  let head = Field<Record<LinkItem>>("head", "What is counted in the row.")
  let cells = Field<[Record<CountCell>]>("cells", "The counts.")
}

/// A count with a disc.
struct CountCell: RecordShape {
  static let layout = RecordLayout<Self>("count")

  let count = Field<String>("count", "The count.")
  let disc = Field<SafeMarkup>(
    "disc", "A disc whose area grows with the count, as a picture for the eye alone.")
  let isNone = Field<Bool>("isNone", "Whether the count is nought.")
  let isTotal = Field<Bool>("isTotal", "Whether it is the sum of its row.")
}

extension PageWriter {
  /// Domains by phases; nil without phases, or if there are more than a table can show.
  func domainGrid() -> Record<CountGrid>? {
    let contents = site.contents
    guard (1..<CountGrid.mostColumns).contains(contents.phases.count),
      contents.domains.count <= CountGrid.mostRows
    else { return nil }
    let phases = contents.phases.refs.map(Optional.some)
    let columns = site.index.withoutPhase.isEmpty ? phases : phases + [nil]
    let largest = site.index.counts.flatMap { $0 }.max() ?? 0
    return Record(in: values) { record, field in
      record[field.caption] =
        "How many \(site.words.statement.many) are due in each \(site.words.phase.one)"
      record[field.corner] = site.words.domain.title
      record[field.columns] =
        columns.map { phase in
          phase.map { link(to: .phase($0)) } ?? linkItem("At any time", "")
        } + [linkItem("All", "")]
      record[field.rows] = contents.domains.refs.map { domain in
        row(
          code: nil, link(to: .domain(domain)),
          columns.map { site.index.count(domain, $0) }, largest: largest,
          total: site.index.count(domain))
      }
    }
  }

  func row(
    code: String?, _ head: Record<LinkItem>, _ counts: [Int], largest: Int, total: Int
  ) -> Record<CountRow> {
    Record(in: values) { record, field in
      record[field.code] = code
      record[field.head] = head
      record[field.cells] =
        counts.map { cell($0, largest: largest) }
        + [cell(total, largest: largest, isTotal: true)]
    }
  }

  /// `largest` is the largest count of the table. A sum has no disc.
  private func cell(_ count: Int, largest: Int, isTotal: Bool = false) -> Record<CountCell> {
    Record(in: values) { record, field in
      record[field.count] = String(count)
      record[field.isNone] = count == 0
      record[field.isTotal] = isTotal
      record[field.disc] = isTotal || count == 0 ? nil : disc(count, largest: largest)
    }
  }

  /// The radius is from 2 to 12, and its square goes with the count.
  private func disc(_ count: Int, largest: Int) -> SafeMarkup {
    let target = 144 * count / max(largest, 1)
    let radius = max(2, (1...12).last { $0 * $0 <= target } ?? 2)
    return values.markup { buffer in
      buffer.append(
        raw:
          #"<svg class="disc" viewBox="0 0 24 24" aria-hidden="true"><circle cx="12" cy="12" r=""#)
      buffer.append(decimal: radius)
      buffer.append(raw: #""/></svg>"#)
    }
  }
}
