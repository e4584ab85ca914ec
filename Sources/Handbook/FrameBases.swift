internal import Markup
internal import Model
internal import Output
internal import Templates

/// The parts of frames that are alike on many pages, made once: one frame for each main part and each depth of folders.
struct FrameBases: Sendable {
  /// By depth, then by section.
  private let frames: [[Record<Frame>]]

  init(_ framework: Framework, _ provenance: Provenance, hasDownloads: Bool) {
    let contents = framework.contents
    let present = Section.allCases.filter {
      $0.isPresent(
        in: contents, hasDownloads: hasDownloads,
        hasEditions: provenance.hasEarlierEditions)
    }
    frames = (0...PagePlace.deepest).map { depth in
      let base = FrameBases.base(framework, provenance, depth: depth)
      return Section.allCases.map { section in
        var frame = base
        let items = present.map { item in
          (item, NavigationItem.record(item, contents.identity.vocabulary, depth, item == section))
        }
        frame[Frame.layout.fields.menu] = items.filter(\.0.isInMenu).map(\.1)
        frame[Frame.layout.fields.parts] = items.map(\.1)
        return frame
      }
    }
  }

  func frame(depth: Int, _ section: Section) -> Record<Frame> {
    frames[depth][section.rawValue]
  }

  private static func base(
    _ framework: Framework, _ provenance: Provenance, depth: Int
  ) -> Record<Frame> {
    let identity = framework.contents.identity
    let settings = identity.handbook
    let root = PagePlace.root(depth: depth)
    let addresses = Addresses(contents: framework.contents)
    let renderer = MarkdownRenderer { id in
      framework.links.subject(withID: id).map {
        MarkdownRenderer.Target(
          address: root + addresses.address(of: $0), label: framework.title(of: $0))
      }
    }
    return Record { record, field in
      record[field.siteTitle] = identity.title
      record[field.name] = settings.name ?? identity.title
      record[field.language] = identity.language
      record[field.direction] = isRightToLeft(identity.language) ? "rtl" : "ltr"
      record[field.root] = root
      record[field.hasTheme] = Theme(settings) != nil
      record[field.logo] = settings.logo.map { root + $0 }
      record[field.logoText] = settings.logoText
      record[field.notice] = blocks(identity.notice, renderer)
      record[field.footer] = blocks(settings.footer, renderer)
      record[field.edition] = identity.edition.description
      record[field.status] = identity.status.title
      record[field.issued] = identity.issued?.longForm
      record[field.inForce] = identity.inForce?.longForm
      record[field.supersedes] = identity.supersedes
      record[field.supersededBy] = identity.supersededBy
      record[field.publisher] = identity.publisher
      record[field.licence] = identity.licence
      record[field.compiler] = provenance.compiler
    }
  }

  private static func blocks(_ text: Markdown?, _ renderer: MarkdownRenderer) -> SafeMarkup? {
    guard let text, !text.isEmpty else { return nil }
    var buffer = ByteBuffer()
    renderer.appendHTML(text.markdown, to: &buffer)
    return SafeMarkup(buffer)
  }
}

extension NavigationItem {
  fileprivate static func record(
    _ section: Section, _ words: Vocabulary, _ depth: Int, _ isCurrent: Bool
  ) -> Record<NavigationItem> {
    Record { record, field in
      record[field.title] = section.title(words)
      record[field.address] = PagePlace.root(depth: depth) + section.path
      record[field.isCurrent] = isCurrent
    }
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
