internal import Diagnostics

/// The tags of a template, each opening tag with its closing one.
///
/// Always well formed: a missing closing tag is added where the enclosing part ends, and one that
/// closes nothing becomes invalid. Both are reported.
struct TagPairing {
  /// A tag inside more others than this is refused, and the rest of the template left out. Those
  /// that read and compile a template descend once for each level.
  static let deepestLevel = 64

  private let file: SourceFile
  private(set) var tags: [Tag] = []

  /// For each opening tag the index of its closing one; for each other tag its own index.
  private(set) var ends: [Int] = []

  private(set) var problems = DiagnosticBag()

  /// The indices of the tags that are open, outermost first.
  private var open: [Int] = []

  init(_ scanned: [Tag], of file: SourceFile) {
    self.file = file
    for tag in scanned {
      if tag.isOpening, open.count == TagPairing.deepestLevel {
        problems.report(
          TemplateTooComplex(range: file.place(tag.range), excess: .levels(TagPairing.deepestLevel))
        )
        closeAll(at: tag.range.lowerBound)
        cutOff = tag.range.lowerBound
        return
      }
      if tag.kind == .close { close(tag) } else { append(tag) }
    }
    while let last = open.last {
      reportUnclosed(last, endedBy: nil)
      closeLast(by: file.bytes.count)
    }
  }

  /// The offset at which reading stopped, if it stopped before the end of the file.
  private(set) var cutOff: Int?

  private mutating func append(_ tag: Tag) {
    if tag.isOpening { open.append(tags.count) }
    tags.append(tag)
    ends.append(tags.count - 1)
  }

  private mutating func close(_ tag: Tag) {
    let written = file.text(tag.name)
    guard let position = open.lastIndex(where: { file.text(tags[$0].name) == written }) else {
      closeByMistake(tag, written)
      return
    }
    while open.count > position + 1, let last = open.last {
      reportUnclosed(last, endedBy: tag)
      closeLast(by: tag.range.lowerBound)
    }
    ends[open.removeLast()] = tags.count
    append(tag)
  }

  /// Takes a name that is nearly that of the open tag for it, and anything else for a tag too many.
  private mutating func closeByMistake(_ tag: Tag, _ written: String) {
    let innermost = open.last.map { tags[$0] }
    let expected = innermost.map { file.text($0.name) }
    problems.report(
      UnexpectedClosingTag(
        range: file.place(tag.name), name: written, expected: expected,
        opening: innermost.map { file.place($0.range) }))
    var tag = tag
    if let expected, suggestion(for: written, among: [expected]) != nil {
      ends[open.removeLast()] = tags.count
    } else {
      tag.kind = .invalid
    }
    append(tag)
  }

  private mutating func reportUnclosed(_ index: Int, endedBy other: Tag?) {
    problems.report(
      UnclosedSection(
        range: file.place(tags[index].range), name: file.text(tags[index].name),
        kind: tags[index].kind, endedBy: other.map { file.place($0.range) }))
  }

  private mutating func closeAll(at offset: Int) {
    while !open.isEmpty { closeLast(by: offset) }
  }

  /// Adds the closing tag that is missing.
  private mutating func closeLast(by offset: Int) {
    ends[open.removeLast()] = tags.count
    append(Tag(kind: .close, range: offset..<offset, name: offset..<offset))
  }
}
