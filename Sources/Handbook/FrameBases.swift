internal import Markup
internal import Model
internal import Output
internal import Templates

/// The frames of pages without what is their own, made once for each main part and each depth of folders.
final class FrameBases: Sendable {
  /// By depth, then by section.
  private let frames: [[PreparedRecord<Frame>]]

  /// The titles of all main parts.
  private let titles: [String]

  init(_ framework: Framework, _ provenance: Provenance, hasDownloads: Bool) {
    let contents = framework.contents
    let present = Section.allCases.filter {
      $0.isPresent(
        in: contents, hasDownloads: hasDownloads,
        hasEditions: provenance.hasEarlierEditions)
    }
    frames = (0...PagePlace.deepest).map { depth in
      let basis = FrameBasis(framework, provenance, present, depth: depth)
      return Section.allCases.map { section in
        PreparedRecord { basis.fill(&$0, $1, $2, section) }
      }
    }
    titles = Section.allCases.map { $0.title(contents.identity.vocabulary) }
  }

  /// What all pages of a main part share at one depth.
  func frame(_ values: PageValues, _ place: PagePlace, _ section: Section) -> Record<Frame> {
    frames[place.depth][section.rawValue].copy(in: values)
  }

  func title(of section: Section) -> String { titles[section.rawValue] }
}

/// What frames are made from at one depth of folders.
private struct FrameBasis {
  let framework: Framework
  let provenance: Provenance

  /// The main parts that there are.
  let present: [Section]

  /// The way back to the handbook's folder.
  let root: String

  let notice: [UInt8]?
  let footer: [UInt8]?

  init(_ framework: Framework, _ provenance: Provenance, _ present: [Section], depth: Int) {
    self.framework = framework
    self.provenance = provenance
    self.present = present
    let root = PagePlace.root(depth: depth)
    self.root = root
    let addresses = Addresses(framework: framework)
    let renderer = MarkdownRenderer { id in
      framework.links.subject(withID: id).map {
        MarkdownRenderer.Target(
          address: root + addresses.address(of: $0), label: framework.title(of: $0))
      }
    }
    let identity = framework.contents.identity
    notice = FrameBasis.blocks(identity.notice, renderer)
    footer = FrameBasis.blocks(identity.handbook.footer, renderer)
  }

  func fill(
    _ record: inout Record<Frame>, _ field: Frame, _ values: PageValues, _ section: Section
  ) {
    let identity = framework.contents.identity
    let settings = identity.handbook
    record[field.siteTitle] = identity.title
    record[field.name] = settings.name ?? identity.title
    record[field.language] = identity.language
    record[field.direction] = isRightToLeft(identity.language) ? "rtl" : "ltr"
    record[field.root] = root
    record[field.hasTheme] = Theme(settings) != nil
    record[field.logo] = settings.logo.map { root + $0 }
    record[field.logoText] = settings.logoText
    record[field.notice] = notice.map(values.markup)
    record[field.footer] = footer.map(values.markup)
    record[field.edition] = identity.edition.description
    record[field.status] = identity.status.title
    record[field.outdated] = identity.status.isOutdated ? identity.status.title : nil
    record[field.issued] = identity.issued?.longForm
    record[field.inForce] = identity.inForce?.longForm
    record[field.supersedes] = identity.supersedes
    record[field.supersededBy] = identity.supersededBy
    record[field.publisher] = identity.publisher
    record[field.licence] = identity.licence
    record[field.compiler] = provenance.compiler
    let parts = values.list(present) { part in
      Record<NavigationItem>(in: values) { record, field in
        record[field.title] = part.title(identity.vocabulary)
        record[field.address] = root + part.path
        record[field.isCurrent] = part == section
      }
    }
    record[field.parts] = parts
    record[field.menu] = values.list(present.indices) { present[$0].isInMenu ? parts[$0] : nil }
    record[field.others] = values.list(present.indices) { present[$0].isInMenu ? nil : parts[$0] }
  }

  private static func blocks(_ text: Markdown?, _ renderer: MarkdownRenderer) -> [UInt8]? {
    guard let text, !text.isEmpty else { return nil }
    var buffer = ByteBuffer()
    renderer.appendHTML(text.bytes, to: &buffer)
    buffer.removeLastLineBreak()
    return buffer.bytes
  }
}

extension Status {
  /// Whether nobody is to go by the framework any more.
  fileprivate var isOutdated: Bool { self == .superseded || self == .withdrawn }
}

/// Whether a language is written from right to left, by the script that its tag names or that it usually has.
func isRightToLeft(_ language: String) -> Bool {
  let parts = language.lowercased().split(separator: "-")
  let scripts = ["adlm", "arab", "hebr", "nkoo", "rohg", "syrc", "thaa"]
  if let script = parts.dropFirst().first(where: { $0.count == 4 }) {
    return scripts.contains(String(script))
  }
  return ["ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"].contains {
    parts.first.map(String.init) == $0
  }
}
