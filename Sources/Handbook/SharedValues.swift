internal import Model
internal import Output
internal import Templates

/// Values that stand on thousands of pages, made once: links to phases, roles and the like, marks of kinds, rules of evidence in
/// words.
///
/// Pages show them where they are, as they show their own. They never change, which no type can say of them, and are there for
/// as long as the site. To make them for each page was to count references to the same titles on all threads.
final class SharedValues: @unchecked Sendable {
  let values = PageValues()

  private let kindMarks: [Record<KindMark>]

  /// By the number of the rule; not of all, where there are very many.
  private let evidence: [PageText]

  /// By the folder of the pages that show them.
  private let links: [String: SharedLinks]

  private static let mostRules = 256

  init(_ framework: Framework) {
    let (contents, values) = (framework.contents, values)
    kindMarks = contents.kinds.entries.map { KindMark.record($0.element, $0.ref, in: values) }
    evidence = framework.statements.evidenceRules.prefix(Self.mostRules).map {
      values.words(for: $0, contents.evidenceTypes)
    }
    links = Dictionary(
      uniqueKeysWithValues: Addresses.foldersOfMany.map {
        ($0, SharedLinks(framework, from: PagePlace(path: $0 + "page"), in: values))
      })
  }

  func mark(of kind: Ref<Kind>) -> Record<KindMark> { kindMarks[Int(kind.index)] }

  /// A rule of evidence in words; nil if it has to be put in words on the page.
  func words(forRule number: Int) -> PageText? {
    number < evidence.count ? evidence[number] : nil
  }

  /// The links of the pages in a folder; nil if there are few pages.
  func links(in folder: String) -> SharedLinks? { links[folder] }
}

/// Links as the pages of one folder have them.
final class SharedLinks {
  private let phases, specialisms, roles, evidenceTypes, levels, domains, sources,
    crosswalks: [Record<LinkItem>]

  init(_ framework: Framework, from place: PagePlace, in values: PageValues) {
    let addresses = Addresses(framework: framework)
    func links<Element>(
      _ table: Table<Element>, _ subject: (Ref<Element>) -> Subject
    ) -> [Record<LinkItem>] {
      table.refs.map { ref in
        let subject = subject(ref)
        return Record(in: values) { record, field in
          record[field.title] = framework.title(of: subject)
          record[field.address] = values.way(to: addresses.parts(of: subject), from: place)
        }
      }
    }
    let contents = framework.contents
    phases = links(contents.phases, Subject.phase)
    specialisms = links(contents.specialisms, Subject.specialism)
    roles = links(contents.roles, Subject.role)
    evidenceTypes = links(contents.evidenceTypes, Subject.evidenceType)
    levels = links(contents.levels, Subject.level)
    domains = links(contents.domains, Subject.domain)
    sources = links(contents.sources, Subject.source)
    crosswalks = links(contents.crosswalks, Subject.crosswalk)
  }

  /// Nil for what few pages link to.
  subscript(subject: Subject) -> Record<LinkItem>? {
    switch subject {
    case .phase(let ref): phases[Int(ref.index)]
    case .specialism(let ref): specialisms[Int(ref.index)]
    case .role(let ref): roles[Int(ref.index)]
    case .evidenceType(let ref): evidenceTypes[Int(ref.index)]
    case .level(let ref): levels[Int(ref.index)]
    case .domain(let ref): domains[Int(ref.index)]
    case .source(let ref): sources[Int(ref.index)]
    case .crosswalk(let ref): crosswalks[Int(ref.index)]
    default: nil
    }
  }
}

extension PageValues {
  /// An address as a link of a page.
  func way(
    to address: (folder: String, id: String, ending: String), from place: PagePlace
  ) -> PageText {
    address.folder == place.folder
      ? plainText(address.id, address.ending)
      : plainText(place.root, address.folder, address.id, address.ending)
  }
}
