internal import Model
internal import Output
internal import Templates

/// The levels at which statements can be met.
struct LevelListPage: RecordShape {
  static let layout = RecordLayout<LevelListPage>("level list page")
  static let template = PageTemplate<LevelListPage>("levels", .html)

  let frame: Field<LevelListPage, Record<Frame>>
  let title: Field<LevelListPage, String>
  let levels: Field<LevelListPage, [Record<SummaryItem>]>

  init(_ declare: inout FieldDeclarations<LevelListPage>) {
    frame = declare("frame", "What is the same on every page.")
    title = declare("title", "The framework's word for levels.")
    levels = declare("levels", "All levels, lowest first.")
  }

  static func file(_ site: Site) -> OutputFile {
    let place = PagePlace(path: Section.levels.path)
    let writer = PageWriter(site, place)
    let record = Record<LevelListPage> { record, field in
      record[field.frame] = writer.frame(Section.levels.title(site.words), in: .levels)
      record[field.title] = Section.levels.title(site.words)
      record[field.levels] = site.contents.levels.refs.map { ref in
        let level = site.contents.levels[ref]
        return writer.summary(level.id, level.title, .level(ref), level.summary)
      }
    }
    return site.file(place, template, record)
  }
}
