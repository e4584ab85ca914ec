internal import Diagnostics
internal import Markup
internal import Syntax

extension Declarer {
  /// Reads a Markdown text: keeps its links to ids for linking, and reports what a text may not contain.
  mutating func readMarkdown(_ node: Int, isPhrase: Bool) {
    let scan = MarkdownScan(tree.value(of: node), isPhrase: isPhrase)
    for link in scan.links {
      links.append(
        Declarations.Link(range: tree.range(of: link.range, inValueOf: node), id: link.id))
    }
    for (range, finding) in scan.findings {
      report(finding, at: tree.range(of: range, inValueOf: node))
    }
  }

  private mutating func report(_ finding: MarkdownFinding, at range: SourceRange) {
    switch finding {
    case .rawHTML: bag.report(RawHTML(range: range, written: file.text(range)))
    case .unsafeLink(let address): bag.report(UnsafeLink(range: range, address: address))
    case .image: bag.report(ImageInText(range: range))
    case .heading: bag.report(HeadingInText(range: range))
    case .notOneParagraph: bag.report(NotOneParagraph(range: range))
    }
  }
}
