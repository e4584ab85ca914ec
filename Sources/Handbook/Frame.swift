internal import Model
internal import Output
internal import Templates

/// What is the same on every page: the head, the way through the handbook, and the foot.
struct Frame: RecordShape {
  static let layout = RecordLayout<Self>("frame")

  let title = Field<String>("title", "The page's title.")
  let siteTitle = Field<String>("siteTitle", "The framework's title.")
  let name = Field<String>("name", "A short name of the handbook.")
  let language = Field<String>("language", "The language of the texts, as a BCP 47 tag.")
  let direction = Field<String>("direction", "In which direction it is written: `ltr` or `rtl`.")
  let root = Field<String>(
    "root",
    "The way to the handbook's folder: empty or `../`. Assets are at `{{frame.root}}assets/`.")
  let isHome = Field<Bool>("isHome", "Whether this is the first page.")
  let isSearch = Field<Bool>("isSearch", "Whether this is the page of all results of a search.")
  let hasTheme = Field<Bool>("hasTheme", "Whether there is a style sheet with colours of its own.")
  let logo = Field<String>("logo", "The address of a picture before the name.")
  let logoText = Field<String>("logoText", "What that picture shows.")
  let menu = Field<[Record<NavigationItem>]>(
    "menu", "The parts that most readers want, for the menu.")
  let others = Field<[Record<NavigationItem>]>("others", "The other main parts.")
  let parts = Field<[Record<NavigationItem>]>("parts", "All main parts.")
  let trail = Field<[Record<LinkItem>]>(
    "trail", "The pages above this one, from the first page down.")
  let hasContents = Field<Bool>("hasContents", "Whether the page has parts that one can go to.")
  let contents = Field<[Record<LinkItem>]>("contents", "The parts of the page.")
  let notice = Field<SafeMarkup>("notice", "What every reader must know.")
  let edition = Field<String>("edition", "The edition: three numbers.")
  let status = Field<String>("status", "How far the framework has come.")
  let outdated = Field<String>(
    "outdated", "The same, where the framework is superseded or withdrawn; else absent.")
  let issued = Field<String>("issued", "The day of issue.")
  let inForce = Field<String>("inForce", "The day from which it applies.")
  let supersedes = Field<String>("supersedes", "What it replaces.")
  let supersededBy = Field<String>("supersededBy", "What has replaced it.")
  let publisher = Field<String>("publisher", "Who publishes it.")
  let licence = Field<String>("licence", "What others may do with it.")
  let footer = Field<SafeMarkup>("footer", "What the publisher says at the foot of each page.")
  let compiler = Field<String>("compiler", "The version of the compiler.")
  let digest = Field<String>(
    "digest",
    "The digest (SHA-256) of the lines where what the page is about is written, as 64 "
      + "hexadecimal digits; of the framework's own file if it is about no one thing; of all "
      + "sources on the first page and the downloads."
  )
  let shortDigest = Field<String>("shortDigest", "The first 12 digits of it.")
  let digestOf = Field<String>(
    "digestOf",
    "The file that these lines are in, or whose digest it is; absent if it is that of all sources.")
  let origin = Field<String>(
    "origin", "The file and lines where what the page is about is written.")
  let originAddress = Field<String>(
    "originAddress", "Where that file is kept, if the framework says so.")
}

/// An entry of the menu.
struct NavigationItem: RecordShape {
  static let layout = RecordLayout<Self>("navigation item")

  let title = Field<String>("title", "What it is called.")
  let address = Field<String>("address", "Where it leads.")
  let isCurrent = Field<Bool>("isCurrent", "Whether this page is it or belongs to it.")
}

/// A link with words for it.
struct LinkItem: RecordShape {
  static let layout = RecordLayout<Self>("link")

  let title = Field<String>("title", "What it leads to.")
  let address = Field<String>("address", "Where it leads.")
}

/// Links in a row; there is none without items.
struct LinkList: RecordShape {
  static let layout = RecordLayout<Self>("link list")

  let items = Field<[Record<LinkItem>]>("items", "The links.")
}

extension PageWriter {
  /// The frame of a page.
  ///
  /// `trail` are the pages between the first and this one, `parts` the anchors of the page with their titles, and
  /// `subject` what the page is about.
  func frame(
    _ title: PageText, in section: Section, trail: [Record<LinkItem>] = [],
    parts: [(title: String, anchor: String)] = [], about subject: Subject? = nil
  ) -> Record<Frame> {
    let isHome = place.path == Section.home.path
    let field = Frame.layout.fields
    var frame = site.frames.frame(values, place, section)
    frame[field.title] = title
    frame[field.isHome] = isHome
    if !isHome {
      frame[field.trail] = values.list(0...trail.count) { place in
        place == 0 ? homeLink : trail[place - 1]
      }
    }
    frame[field.hasContents] = parts.count > 1
    if parts.count > 1 {
      frame[field.contents] = values.list(parts) {
        linkItem($0.title, values.text("#", $0.anchor))
      }
    }
    // Pages about the whole tell the digest of all sources, others that of the lines where their subject is written, or else of
    // the file of the framework itself. So an edit changes the pages about what was edited and not all the others.
    let sources = site.provenance.sources
    if subject == nil, section == .home || section == .downloads {
      set(site.provenance.digest, in: &frame, field)
    } else if let sources, let subject, let origin = sources.origin(of: subject) {
      set(sources.digest(of: origin), in: &frame, field)
      frame[field.digestOf] = origin.path
      frame[field.origin] = originTitle(origin)
      frame[field.originAddress] = originAddress(origin)
    } else if let file = sources?.frameworkFile() {
      set(file.digest, in: &frame, field)
      frame[field.digestOf] = file.path
    } else {
      set("", in: &frame, field)
    }
    return frame
  }

  private var homeLink: Record<LinkItem> {
    linkItem("Home", values.plainText(place.root, Section.home.path))
  }

  func frame(
    _ title: String, in section: Section, trail: [Record<LinkItem>] = [],
    parts: [(title: String, anchor: String)] = [], about subject: Subject? = nil
  ) -> Record<Frame> {
    frame(values.text(title), in: section, trail: trail, parts: parts, about: subject)
  }

  private func set(_ digest: String, in frame: inout Record<Frame>, _ field: Frame) {
    let text = values.plainText(digest)
    frame[field.digest] = text
    frame[field.shortDigest] = text.prefix(12)
  }

  /// A link to the line where a thing is written; nil if the framework does not say where its files are kept.
  func origin(of subject: Subject) -> Record<LinkItem>? {
    guard let origin = site.provenance.sources?.origin(of: subject),
      let address = originAddress(origin)
    else { return nil }
    return linkItem(originTitle(origin), address)
  }

  private func originTitle(_ origin: Origin) -> PageText {
    values.text { buffer in
      buffer.append(raw: origin.path)
      buffer.append(fixed: origin.lines.count == 1 ? ", line " : ", lines ")
      buffer.append(decimal: origin.lines.lowerBound)
      if origin.lines.count > 1 {
        buffer.append(fixed: " to ")
        buffer.append(decimal: origin.lines.upperBound)
      }
    }
  }

  private func originAddress(_ origin: Origin) -> PageText? {
    site.contents.identity.handbook.repository.map { repository in
      values.text { buffer in
        buffer.append(raw: repository)
        buffer.append(raw: percentEncoded(origin.path))
        buffer.append(fixed: "#L")
        buffer.append(decimal: origin.lines.lowerBound)
      }
    }
  }
}

/// A path as it stands in an address (RFC 3986, section 3.3).
func percentEncoded(_ path: String) -> String {
  if path.utf8.allSatisfy(staysInAddress) { return path }
  let digits = Array("0123456789ABCDEF".utf8)
  var bytes: [UInt8] = []
  bytes.reserveCapacity(path.utf8.count)
  for byte in path.utf8 {
    if staysInAddress(byte) {
      bytes.append(byte)
    } else {
      bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}

private func staysInAddress(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "-")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "~"):
    true
  default: false
  }
}
