internal import Model
internal import Templates

/// What is the same on every page: the head, the way through the handbook, and the foot.
struct Frame: RecordShape {
  static let layout = RecordLayout<Frame>("frame")

  let title: Field<Frame, String>
  let siteTitle: Field<Frame, String>
  let language: Field<Frame, String>
  let root: Field<Frame, String>
  let isHome: Field<Frame, Bool>
  let navigation: Field<Frame, [Record<NavigationItem>]>
  let trail: Field<Frame, [Record<LinkItem>]>
  let notice: Field<Frame, SafeMarkup>
  let edition: Field<Frame, String>
  let status: Field<Frame, String>
  let issued: Field<Frame, String>
  let inForce: Field<Frame, String>
  let supersedes: Field<Frame, String>
  let supersededBy: Field<Frame, String>
  let publisher: Field<Frame, String>
  let licence: Field<Frame, String>
  let compiler: Field<Frame, String>

  init(_ declare: inout FieldDeclarations<Frame>) {
    title = declare("title", "The page's title.")
    siteTitle = declare("siteTitle", "The framework's title.")
    language = declare("language", "The language of the texts, as a BCP 47 tag.")
    root = declare(
      "root",
      "The way to the handbook's folder: empty or `../`. Assets are at `{{frame.root}}assets/`.")
    isHome = declare("isHome", "Whether this is the first page.")
    navigation = declare("navigation", "The main pages, for the menu.")
    trail = declare("trail", "The pages above this one, from the first page down.")
    notice = declare("notice", "What every reader must know.")
    edition = declare("edition", "The edition: three numbers.")
    status = declare("status", "How far the framework has come.")
    issued = declare("issued", "The day of issue.")
    inForce = declare("inForce", "The day from which it applies.")
    supersedes = declare("supersedes", "What it replaces.")
    supersededBy = declare("supersededBy", "What has replaced it.")
    publisher = declare("publisher", "Who publishes it.")
    licence = declare("licence", "What others may do with it.")
    compiler = declare("compiler", "The version of the compiler.")
  }
}

/// An entry of the menu.
struct NavigationItem: RecordShape {
  static let layout = RecordLayout<NavigationItem>("navigation item")

  let title: Field<NavigationItem, String>
  let address: Field<NavigationItem, String>
  let isCurrent: Field<NavigationItem, Bool>

  init(_ declare: inout FieldDeclarations<NavigationItem>) {
    title = declare("title", "What it is called.")
    address = declare("address", "Where it leads.")
    isCurrent = declare("isCurrent", "Whether this page is it or belongs to it.")
  }
}

/// A link with words for it.
struct LinkItem: RecordShape {
  static let layout = RecordLayout<LinkItem>("link")

  let title: Field<LinkItem, String>
  let address: Field<LinkItem, String>

  init(_ declare: inout FieldDeclarations<LinkItem>) {
    title = declare("title", "What it leads to.")
    address = declare("address", "Where it leads.")
  }

  static func record(_ title: String, _ address: String) -> Record<LinkItem> {
    Record { record, field in
      record[field.title] = title
      record[field.address] = address
    }
  }
}

/// Links in a row; there is none without items.
struct LinkList: RecordShape {
  static let layout = RecordLayout<LinkList>("link list")

  let items: Field<LinkList, [Record<LinkItem>]>

  init(_ declare: inout FieldDeclarations<LinkList>) {
    items = declare("items", "The links.")
  }
}

extension PageWriter {
  /// The frame of a page. `trail` are the pages between the first and this one.
  func frame(
    _ title: String, in section: Section, trail: [Record<LinkItem>] = []
  ) -> Record<Frame> {
    let identity = site.contents.identity
    let isHome = place.path == Section.home.path
    return Record { record, field in
      record[field.title] = title
      record[field.siteTitle] = identity.title
      record[field.language] = identity.language
      record[field.root] = place.root
      record[field.isHome] = isHome
      record[field.navigation] = navigation(section)
      record[field.trail] =
        isHome ? [] : [LinkItem.record("Home", place.link(to: Section.home.path))] + trail
      record[field.notice] = blocks(identity.notice)
      record[field.edition] = identity.edition.description
      record[field.status] = identity.status.title
      record[field.issued] = identity.issued?.longForm
      record[field.inForce] = identity.inForce?.longForm
      record[field.supersedes] = identity.supersedes
      record[field.supersededBy] = identity.supersededBy
      record[field.publisher] = identity.publisher
      record[field.licence] = identity.licence
      record[field.compiler] = site.compiler
    }
  }

  private func navigation(_ current: Section) -> [Record<NavigationItem>] {
    Section.allCases.filter { $0.isPresent(in: site.contents) }.map { section in
      Record { record, field in
        record[field.title] = section.title(site.words)
        record[field.address] = place.link(to: section.path)
        record[field.isCurrent] = section == current
      }
    }
  }

  /// A link to a main page, for the trail.
  func trailLink(_ section: Section) -> Record<LinkItem> {
    LinkItem.record(section.title(site.words), place.link(to: section.path))
  }

  /// Links to things; nil if there are none.
  func links(to subjects: [Subject]) -> Record<LinkList>? {
    guard !subjects.isEmpty else { return nil }
    return Record { record, field in record[field.items] = subjects.map(link) }
  }

  func link(to subject: Subject) -> Record<LinkItem> {
    LinkItem.record(site.framework.title(of: subject), address(of: subject))
  }
}

extension Status {
  /// As readers see it.
  var title: String {
    switch self {
    case .draft: "Draft"
    case .consultation: "Out for consultation"
    case .pilot: "Pilot"
    case .published: "Published"
    case .superseded: "Superseded"
    case .withdrawn: "Withdrawn"
    }
  }
}

extension CalendarDate {
  /// As people write it: "1 September 2026", "September 2026" or "2026".
  var longForm: String {
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
    return [day.map(String.init), month.map { months[$0 - 1] }, String(year)]
      .compactMap { $0 }.joined(separator: " ")
  }
}

extension Requirement {
  /// As readers see it.
  var title: String {
    switch self {
    case .mandatory: "Mandatory"
    case .offered: "Offered"
    case .optional: "Optional"
    }
  }
}
