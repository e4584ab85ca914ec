internal import Diagnostics
package import Hypertext

/// A link on a page of the handbook that leads to nothing.
struct DeadLink: Problem {
  static let rule = Rule(
    "KSF0801", "dead-link",
    summary: """
      Refuses a link on a page of the handbook that leads to a page, file or anchor that the handbook does not have. All \
      links inside the output are looked at each time it is built.
      """,
    reason: "Readers who follow it find nothing, and nobody tells those who could mend it.",
    bad: "<a href=\"{{frame.root}}sorces.html\">Sources</a>",
    good: "<a href=\"{{frame.root}}sources.html\">Sources</a>")

  /// The range of the link in a template.
  let range: SourceRange?
  let link: String

  /// The first page with the link, and the number of other pages with it.
  let page: String
  let otherCount: Int

  var message: String {
    let others = otherCount == 0 ? "" : " and \(otherCount) more"
    return "the link `\(link)` on \(page)\(others) leads to nothing"
  }

  var help: String {
    """
    Write the address of a page that the handbook has, counted from the page with the link: `{{frame.root}}` leads to \
    the handbook's folder. Files of your own stand in templates/handbook/.
    """
  }
}

extension Snapshot {
  /// The snapshot with dead links among the problems, each located in a template.
  package func reporting(_ dead: DeadLinks) -> Snapshot {
    let patterns = files.files.dropFirst(sourceCount).flatMap { file in
      LinkPattern.all(in: file.bytes).map { (file: file.id, pattern: $0) }
    }
    var groups: [(range: SourceRange?, links: [DeadLinks.Link])] = []
    for link in dead.links {
      // The pattern that shares most characters with the link; of equals, the first.
      let best = patterns.compactMap { entry in
        entry.pattern.match(link.link).map { (entry, score: $0) }
      }.enumerated().max { ($0.element.score, $1.offset) < ($1.element.score, $0.offset) }?.element
        .0
      let range = best.map {
        SourceRange(
          file: $0.file, start: $0.pattern.range.lowerBound, end: $0.pattern.range.upperBound)
      }
      if let index = groups.firstIndex(where: {
        $0.range == range && (range != nil || $0.links[0].link == link.link)
      }) {
        groups[index].links.append(link)
      } else {
        groups.append((range, [link]))
      }
    }
    var bag = DiagnosticBag()
    for (range, links) in groups {
      bag.report(
        DeadLink(
          range: range, link: links[0].link, page: links[0].page, otherCount: links.count - 1))
    }
    return adding(bag.diagnostics)
  }
}
