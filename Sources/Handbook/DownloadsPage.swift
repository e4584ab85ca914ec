internal import Model
package import Output
internal import Templates

/// A file that the same build makes beside the handbook.
package struct Download: Sendable {
  /// From the folder of the whole output, such as `checklists/year-1.md`.
  let path: String

  /// The kind of output that it belongs to.
  let format: String
  let section: DownloadSection

  package init(path: String, of format: OutputFormat<some Any>) {
    (self.path, self.format, section) = (path, format.id, format.downloads)
  }
}

/// What can be taken away: checklists, schemas and data.
struct DownloadsPage: RecordShape {
  static let layout = RecordLayout<Self>("downloads page")
  static let template = PageTemplate<DownloadsPage>("downloads", .html)

  let frame = Field<Record<Frame>>("frame", "What is the same on every page.")
  let groups = Field<[Record<DownloadGroup>]>("groups", "The files by folder.")

  static func render(_ site: Site, _ place: PagePlace) -> [UInt8] {
    let writer = PageWriter(site, place)
    let sections = Download.bySection(site.downloads)
    let groups = sections.compactMap(writer.group)
    let titles = sections.map { ($0[0].section.title, $0[0].format + "_") }
    return writer.render(template) { record, field in
      record[field.groups] = groups
      record[field.frame] = writer.frame(
        Section.downloads.title(site.words), in: .downloads, parts: titles)
    }
  }
}

/// Files of one folder.
struct DownloadGroup: RecordShape {
  static let layout = RecordLayout<Self>("group of downloads")

  let anchor = Field<String>("anchor", "Its anchor on the page.")
  let title = Field<String>("title", "What sort of files they are.")
  let summary = Field<String>("summary", "What they are for.")
  let files = Field<[Record<DownloadItem>]>("files", "The files.")
}

/// A file to take away.
struct DownloadItem: RecordShape {
  static let layout = RecordLayout<Self>("download")

  let title = Field<String>("title", "What it is about.")
  let address = Field<String>("address", "Where it is.")
  let path = Field<String>("path", "Its place in the output.")
  let format = Field<String>("format", "What sort of file it is.")
}

extension Download {
  fileprivate var isShown: Bool { !section.hidden.contains(where: path.hasPrefix) }

  /// The files of each kind of output, in their order. No list is empty.
  fileprivate static func bySection(_ downloads: [Download]) -> [[Download]] {
    var sections: [[Download]] = []
    for download in downloads {
      if let index = sections.firstIndex(where: { $0[0].format == download.format }) {
        sections[index].append(download)
      } else {
        sections.append([download])
      }
    }
    return sections
  }
}

extension PageWriter {
  fileprivate func group(_ downloads: [Download]) -> Record<DownloadGroup>? {
    let files = downloads.filter(\.isShown)
    guard let first = files.first else { return nil }
    return Record(in: values) { record, field in
      record[field.anchor] = first.format + "_"
      record[field.title] = first.section.title
      record[field.summary] = first.section.summary
      record[field.files] = files.map(item)
    }
  }

  private func item(_ download: Download) -> Record<DownloadItem> {
    let name = download.path.split(separator: "/").last.map(String.init) ?? download.path
    return Record(in: values) { record, field in
      record[field.title] = title(of: name, in: download.path)
      record[field.address] = place.link(to: "../" + percentEncoded(download.path))
      record[field.path] = download.path
      record[field.format] = format(of: name)
    }
  }

  /// What the thing is called whose id the file's name starts with; else the name.
  private func title(of name: String, in path: String) -> String {
    if path == "checklists/whole.md" { return "Everything in one list" }
    if path == "checklists/by-month.md" { return "Month by month" }
    if path.hasPrefix("checklists/duties/"), let owner = thing(named: name) {
      return "\(owner): \(site.words.duty.many)"
    }
    if name == "book.html" { return "All on one page" }
    if name == "handbook.html" { return "One file, with its search and pictures" }
    if name == "handbook.pdf" { return "PDF" }
    if name.hasPrefix("framework.") { return site.contents.identity.title }
    return thing(named: name) ?? name
  }

  /// What the thing is called whose id a file's name starts with.
  private func thing(named name: String) -> String? {
    var id = name[...]
    while let dot = id.lastIndex(of: ".") {
      id = id[..<dot]
      if let subject = site.framework.links.subject(withID: String(id)) {
        return plain(Markdown(site.framework.title(of: subject)))
      }
    }
    return nil
  }

  private func format(of name: String) -> String {
    let formats = [
      (".schema.json", "JSON Schema"), (".json", "JSON"), (".md", "Markdown"), (".csv", "CSV"),
      (".xlsx", "Excel workbook"),
      (".zip", "ZIP"), (".html", "HTML"), (".pdf", "PDF"),
    ]
    return formats.first { name.hasSuffix($0.0) }?.1 ?? ""
  }
}
