internal import Output
internal import Templates

/// The form of the search, which scripts put into each page: without them it could do nothing, and a large handbook would
/// hold it thousands of times.
struct SearchForm: RecordShape {
  static let layout = RecordLayout<SearchForm>("search form")
  static let template = PageTemplate<SearchForm>("search-form", .html)

  let frame: Field<SearchForm, Record<Frame>>

  init(_ declare: inout FieldDeclarations<SearchForm>) {
    frame = declare("frame", "What is the same on every page.")
  }

  /// A script that hands the form to whoever has asked for it, since a page that is opened from a folder may read no other
  /// file. Its links are those of a page in the handbook's folder.
  static func script(_ site: Site) -> PlannedFile {
    PlannedFile(path: "handbook/search/form.js") {
      let writer = PageWriter(site, PagePlace(path: SearchPage.path))
      let markup = writer.render(template) { record, field in
        record[field.frame] = writer.frame("Search", in: .index)
      }
      var script = ByteBuffer()
      script.append(raw: "ksfSearchForm(")
      script.append(json: String(decoding: markup, as: UTF8.self))
      script.append(raw: ");\n")
      return script.bytes
    }
  }
}
