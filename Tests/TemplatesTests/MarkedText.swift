import Diagnostics
import Testing

@testable import Templates

/// A text with the places that are expected to be reported between `«` and `»`.
struct MarkedText {
  private(set) var text = ""
  private(set) var ranges: [Range<Int>] = []

  init(_ marked: String) {
    var start = 0
    for character in marked {
      switch character {
      case "«": start = text.utf8.count
      case "»": ranges.append(start..<text.utf8.count)
      default: text.append(character)
      }
    }
  }
}

/// Expects that the marked places, file by file, are all that is reported, by the rules in the same
/// order.
func expectProblems(
  _ rules: [String], in marked: TemplateTexts, sourceLocation: SourceLocation = #_sourceLocation
) {
  let texts = marked.map { ($0.key, MarkedText($0.value)) }
  let files = texts.enumerated().map { index, file in
    SourceFile(id: FileID(index), path: file.0, bytes: Array(file.1.text.utf8))
  }
  let places = texts.enumerated().flatMap { index, file in
    file.1.ranges.sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
      .map { files[index].place($0) }
  }
  let found = TemplateSet.compile(files, pages: [Sample.page]).diagnostics
  #expect(found.map(\.rule.name) == rules, sourceLocation: sourceLocation)
  #expect(found.map(\.range) == places, sourceLocation: sourceLocation)
}

func expectProblem(
  _ rule: String, in marked: String, sourceLocation: SourceLocation = #_sourceLocation
) {
  expectProblems([rule], in: ["page.html.mustache": marked], sourceLocation: sourceLocation)
}
