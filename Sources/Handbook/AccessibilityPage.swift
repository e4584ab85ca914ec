internal import Model
internal import Templates

/// What was done so that everybody can use the handbook, how it was tested, and whom to tell.
struct AccessibilityPage: RecordShape {
  static let layout = RecordLayout<Self>("accessibility page")
  static let template = PageTemplate<AccessibilityPage>("accessibility", .html)

  let frame = Field<Record<Frame>>("frame", "What is the same on every page.")
  let remarks = Field<SafeMarkup>("remarks", "What the publisher says on it.")
  let contact = Field<SafeMarkup>("contact", "Whom to tell, in the publisher's words.")
  let hasDownloads = Field<Bool>("hasDownloads", "Whether there is a page of downloads.")

  static func render(_ site: Site, _ place: PagePlace) -> [UInt8] {
    let writer = PageWriter(site, place)
    return writer.render(template) { record, field in
      record[field.remarks] = writer.blocks(site.contents.identity.handbook.accessibility)
      record[field.contact] = writer.blocks(site.contents.identity.handbook.contact)
      record[field.hasDownloads] = site.hasDownloads
      record[field.frame] = writer.frame(
        Section.accessibility.title(site.words), in: .accessibility)
    }
  }
}
