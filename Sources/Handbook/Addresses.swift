internal import Model

/// Where things stand in the handbook, as addresses relative to its folder.
///
/// The page of a statement is named by its id alone, so that its address survives a move to another outcome.
struct Addresses {
  let framework: Framework

  /// The folder of the statements' pages.
  static let statements = "statements/"

  /// The folders of which each has many pages where the framework is large.
  static let foldersOfMany = [
    statements, "outcomes/", "roles/", "phases/", "sources/", "crosswalks/",
  ]

  func address(of subject: Subject) -> String {
    let (folder, id, ending) = parts(of: subject)
    return folder + id + ending
  }

  /// An address as what stands before the id, the id, and what stands behind it.
  func parts(of subject: Subject) -> (folder: String, id: String, ending: String) {
    switch subject {
    case .framework: (Section.home.path, "", "")
    case .kind: ("index.html#kinds_", "", "")
    case .phase(let ref): ("phases/", framework.contents.phases[ref].id, ".html")
    case .specialism(let ref): ("specialisms/", framework.contents.specialisms[ref].id, ".html")
    case .role(let ref): ("roles/", framework.contents.roles[ref].id, ".html")
    case .evidenceType(let ref): ("evidence.html#", framework.contents.evidenceTypes[ref].id, "")
    case .domain(let ref): ("domains/", framework.contents.domains[ref].id, ".html")
    case .outcome(let ref): ("outcomes/", framework.contents.outcomes[ref].id, ".html")
    case .statement(let ref):
      (Addresses.statements, framework.contents.statements[ref].id, ".html")
    case .level(let ref): ("levels.html#", framework.contents.levels[ref].id, "")
    case .result(let ref): ("reviews.html#", framework.contents.results[ref].id, "")
    case .duty(let ref): ("duties.html#", framework.contents.duties[ref].id, "")
    case .review(let ref): ("reviews.html#", framework.contents.reviews[ref].id, "")
    case .form(let ref): ("records/", framework.contents.forms[ref].id, ".html")
    case .source(let ref): ("sources/", framework.contents.sources[ref].id, ".html")
    case .crosswalk(let ref): ("crosswalks/", framework.contents.crosswalks[ref].id, ".html")
    }
  }

  /// The page of a part of what a phase or role has, beside its own page: no id has the `_` that keys are joined by.
  func part(_ key: String, of subject: Subject) -> String {
    let page = address(of: subject)
    return "\(page.dropLast(".html".count))_\(key).html"
  }

  func comparison(_ first: Subject, _ second: Subject) -> String {
    "compare/\(framework.id(of: first))_\(framework.id(of: second)).html"
  }
}

/// A page's own address, from which its links are counted.
struct PagePlace: Sendable {
  /// Below the handbook's folder.
  let path: String

  /// The folder in which it stands, such as `statements/`; empty for the handbook's own.
  let folder: String

  /// The number of folders between it and the handbook's folder.
  let depth: Int

  /// The way from the page back to the handbook's folder: `` or `../`.
  let root: String

  init(path: String) {
    self.path = path
    depth = path.utf8.count { $0 == UInt8(ascii: "/") }
    root = PagePlace.root(depth: depth)
    folder = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[...$0]) } ?? ""
  }

  static func root(depth: Int) -> String {
    depth == 1 ? "../" : String(repeating: "../", count: depth)
  }

  static let deepest = 1

  /// The address of another page as a link on this one.
  func link(to address: String) -> String { root + address }
}
