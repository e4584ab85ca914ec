internal import Diagnostics
internal import Grammar
internal import Markup
internal import Syntax

extension Declarer {
  /// Reports the first line of a text of several lines that looks like a key or an item of the language.
  ///
  /// True if there is one: then the rest is no text that one should read.
  mutating func findKeys(inTextOf node: Int, at place: ValuePlace) -> Bool {
    guard let found = firstKeyLine(inTextOf: node) else { return false }
    bag.report(
      KeyInText(
        range: found.range, key: place.key, keyPlace: tree.range(of: node).start(of: file),
        listKey: found.isItem ? place.listKey : nil))
    swallowedKeys += 1
    lose(place.entity)
    return true
  }

  /// The first line of a text but its own first that looks like a key or an item of the language.
  func firstKeyLine(inTextOf node: Int) -> (range: SourceRange, isItem: Bool)? {
    // What is read as it is written stands on one line: a line break would have been read as a space.
    guard !tree.nodes[node].isValueInSource else { return nil }
    let bytes = file.bytes
    var place = Int(tree.nodes[node].start)
    let stop = Int(tree.nodes[node].stop)
    while place < stop, bytes[place] != UInt8(ascii: "\n") { place += 1 }
    while place < stop {
      let start = place + 1
      place = start
      while place < stop, bytes[place] != UInt8(ascii: "\n") { place += 1 }
      if mayStartWithKey(bytes, start..<place), let found = keyLine(start..<place) { return found }
    }
    return nil
  }

  /// Whether a colon stands near the start of a line, behind its indentation and a dash.
  private func mayStartWithKey(_ bytes: [UInt8], _ line: Range<Int>) -> Bool {
    var start = line.lowerBound
    while start < line.upperBound,
      bytes[start] == UInt8(ascii: " ") || bytes[start] == UInt8(ascii: "-")
    {
      start += 1
    }
    let end = min(start + longestKey + 1, line.upperBound)
    while start < end {
      if bytes[start] == UInt8(ascii: ":") { return true }
      start += 1
    }
    return false
  }

  /// What a line starts, if it is `- id:`, or a key and a colon that no sentence would start with.
  private func keyLine(_ line: Range<Int>) -> (range: SourceRange, isItem: Bool)? {
    let content = file.bytes[line].drop { $0 == UInt8(ascii: " ") }
    let isItem = content.starts(with: "- ".utf8)
    let rest = isItem ? content.dropFirst(2).drop { $0 == UInt8(ascii: " ") } : content
    guard let colon = rest.firstIndex(of: UInt8(ascii: ":")), colon - rest.startIndex <= longestKey,
      colon + 1 == rest.endIndex || " \r".utf8.contains(rest[colon + 1])
    else { return nil }
    let key = String(decoding: rest[..<colon], as: UTF8.self)
    guard Key(rawValue: key) != nil, isItem == (key == "id") || structuralKeys.contains(key) else {
      return nil
    }
    var end = rest.endIndex
    while end > rest.startIndex, file.bytes[end - 1] <= UInt8(ascii: " ") { end -= 1 }
    return (SourceRange(file: file.id, start: content.startIndex, end: end), isItem)
  }

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
    case .invisibleCharacter(let code):
      if let hidden = Unicode.Scalar(code).flatMap({ HiddenKind($0, "") }) {
        let edit = Diagnostic.Edit(range, hidden.replacement)
        bag.report(HiddenCharacter(range: range, names: [hidden.name], edits: [edit]))
      } else {
        bag.report(ControlCharacter(range: range, written: file.text(range)))
      }
    case .notOneParagraph(let isSeveral):
      bag.report(NotOneParagraph(range: range, isSeveral: isSeveral))
    }
  }
}

/// No key of the language is longer.
private let longestKey = 20

/// Keys that no sentence would start with: those that hold lists and groups, and those that are no words.
private let structuralKeys: Set<String> = [
  "outcomes", "statements", "relies-on", "builds-on", "sources", "facts", "examples", "progression",
  "evidence", "aligns", "notes", "tags", "phase", "kind", "specialism", "review-by", "not-also",
  "completed-by", "at-least",
]

extension ValuePlace {
  /// The key under which items of the record would stand.
  fileprivate var listKey: String? {
    entity.fields.first { field in
      if case .list(.record) = field.type { true } else { false }
    }?.key.rawValue
  }
}

extension SourceRange {
  /// The first line of the range.
  fileprivate func start(of file: SourceFile) -> SourceRange {
    let bytes = file.bytes[Int(start)..<Int(end)]
    let line = bytes.firstIndex { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
    return SourceRange(file: self.file, start: Int(start), end: line ?? Int(end))
  }
}
