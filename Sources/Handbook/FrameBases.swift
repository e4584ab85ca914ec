internal import Markup
internal import Model
internal import Output
internal import Templates

/// The parts of frames that are alike on many pages, worked out once.
///
/// A class, since each page asks it.
final class FrameBases: Sendable {
  /// The main parts that there are, in order.
  private let entries: [Entry]

  /// The titles of all main parts, whether there are any or not.
  private let titles: [String]

  /// By depth of folders.
  private let depths: [Depth]

  private let identity: Identity
  private let name: String
  private let direction: String
  private let hasTheme: Bool
  private let dates: (edition: String, issued: String?, inForce: String?)
  private let provenance: (compiler: String, digest: String, shortDigest: String)

  /// A main part as it stands in the menu and at the foot.
  private struct Entry: Sendable {
    let section: Section
    let title: String

    /// By depth of folders.
    let addresses: [String]
  }

  /// What has links in it, which differ with the depth of the page's folder.
  private struct Depth: Sendable {
    let notice: [UInt8]?
    let footer: [UInt8]?
  }

  init(_ framework: Framework, _ provenance: Provenance, hasDownloads: Bool) {
    let contents = framework.contents
    entries = Section.allCases.filter {
      $0.isPresent(
        in: contents, hasDownloads: hasDownloads,
        hasEditions: !provenance.earlierEditions.isEmpty)
    }.map { section in
      Entry(
        section: section, title: section.title(contents.identity.vocabulary),
        addresses: (0...PagePlace.deepest).map { PagePlace.root(depth: $0) + section.path })
    }
    titles = Section.allCases.map { $0.title(contents.identity.vocabulary) }
    depths = (0...PagePlace.deepest).map { FrameBases.depth($0, framework) }
    identity = contents.identity
    name = identity.handbook.name ?? identity.title
    direction = isRightToLeft(identity.language) ? "rtl" : "ltr"
    hasTheme = Theme(identity.handbook) != nil
    dates = (
      identity.edition.description, identity.issued?.longForm, identity.inForce?.longForm
    )
    self.provenance = (
      provenance.compiler, provenance.digest, String(provenance.digest.prefix(12))
    )
  }

  func title(of section: Section) -> String { titles[section.rawValue] }

  /// Sets what all pages of a main part share at one depth.
  func fill(
    _ record: inout Record<Frame>, _ field: Frame, _ values: PageValues, _ place: PagePlace,
    _ section: Section
  ) {
    let root = place.root
    let settings = identity.handbook
    record[field.siteTitle] = identity.title
    record[field.name] = name
    record[field.language] = identity.language
    record[field.direction] = direction
    record[field.root] = root
    record[field.hasTheme] = hasTheme
    record[field.logo] = settings.logo.map { values.text(root, $0) }
    record[field.logoText] = settings.logoText
    record[field.edition] = dates.edition
    record[field.status] = identity.status.title
    record[field.issued] = dates.issued
    record[field.inForce] = dates.inForce
    record[field.supersedes] = identity.supersedes
    record[field.supersededBy] = identity.supersededBy
    record[field.publisher] = identity.publisher
    record[field.licence] = identity.licence
    record[field.compiler] = provenance.compiler
    record[field.digest] = provenance.digest
    record[field.shortDigest] = provenance.shortDigest
    let depth = depths[place.depth]
    record[field.notice] = depth.notice.map(values.markup)
    record[field.footer] = depth.footer.map(values.markup)
    fillNavigation(&record, field, values, place.depth, section)
  }

  private func fillNavigation(
    _ record: inout Record<Frame>, _ field: Frame, _ values: PageValues, _ depth: Int,
    _ section: Section
  ) {
    let parts = values.list(entries) { entry in
      Record<NavigationItem>(in: values) { record, field in
        record[field.title] = entry.title
        record[field.address] = entry.addresses[depth]
        record[field.isCurrent] = entry.section == section
      }
    }
    record[field.parts] = parts
    record[field.menu] = values.list(entries.indices) { index in
      entries[index].section.isInMenu ? parts[index] : nil
    }
  }

  private static func depth(_ depth: Int, _ framework: Framework) -> Depth {
    let root = PagePlace.root(depth: depth)
    let addresses = Addresses(framework: framework)
    let renderer = MarkdownRenderer { id in
      framework.links.subject(withID: id).map {
        MarkdownRenderer.Target(
          address: root + addresses.address(of: $0), label: framework.title(of: $0))
      }
    }
    func blocks(_ text: Markdown?) -> [UInt8]? {
      guard let text, !text.isEmpty else { return nil }
      var buffer = ByteBuffer()
      renderer.appendHTML(text.markdown, to: &buffer)
      return buffer.bytes
    }
    let identity = framework.contents.identity
    return Depth(notice: blocks(identity.notice), footer: blocks(identity.handbook.footer))
  }
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
