internal import Model
internal import Output
internal import Search
internal import Templates

/// All results of a search. What is asked for stands in its address, which the script reads.
struct SearchPage: RecordShape {
  static let layout = RecordLayout<Self>("search page")
  static let template = PageTemplate<SearchPage>("search", .html)
  static let path = "search.html"

  let frame = Field<Record<Frame>>("frame", "What is the same on every page.")

  static func render(_ site: Site, _ place: PagePlace) -> [UInt8] {
    let writer = PageWriter(site, place)
    return writer.render(template) { record, field in
      var frame = writer.frame("Search", in: .index)
      frame[Frame.layout.fields.isSearch] = true
      record[field.frame] = frame
    }
  }

  /// The page and the index that its script reads.
  static func files(_ site: Site, _ index: SearchIndex) -> [PlannedFile] {
    let place = PagePlace(path: path)
    return [PlannedFile(path: Handbook.folder + path) { render(site, place) }]
      + index.wordFiles(below: "handbook") + index.entryFiles(below: "handbook")
  }
}
