internal import Model
internal import Templates

/// The levels at which statements can be met.
struct LevelListPage: RecordShape {
  static let layout = RecordLayout<Self>("level list page")
  static let template = PageTemplate<LevelListPage>("levels", .html)

  let frame = Field<Record<Frame>>("frame", "What is the same on every page.")
  let title = Field<String>("title", "The framework's word for levels.")
  let levels = Field<[Record<LevelItem>]>("levels", "All levels, lowest first.")

  static func render(_ site: Site, _ place: PagePlace) -> [UInt8] {
    let writer = PageWriter(site, place)
    let title = Section.levels.title(site.words)
    return writer.render(template) { record, field in
      record[field.title] = title
      record[field.levels] = site.contents.levels.refs.map { ref in
        let level = site.contents.levels[ref]
        let growing = writer.growing(in: .level(ref))
        return Record(in: writer.values) { record, field in
          record[field.about] = writer.summary(
            level.id, level.title, .level(ref), level.summary)
          record[field.hasGrowing] = !growing.isEmpty
          record[field.growing] = growing
        }
      }
      record[field.frame] = writer.frame(
        title, in: .levels, parts: site.contents.levels.elements.map { ($0.title, $0.id) })
    }
  }
}

/// A level with what is expected at it.
struct LevelItem: RecordShape {
  static let layout = RecordLayout<Self>("level item")

  let about = Field<Record<SummaryItem>>("about", "The level.")
  let hasGrowing = Field<Bool>("hasGrowing", "Whether any statement says what is expected at it.")
  let growing = Field<[Record<NotedStatement>]>(
    "growing", "The statements that do, and what is expected.")
}
