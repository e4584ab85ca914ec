internal import Diagnostics

/// Puts text and tags together to the tree of a template.
struct NodeBuilder {
  private let file: SourceFile
  private let layout: LineLayout
  private(set) var arguments: [Argument] = []

  /// The names of the templates that are included, without those that a value chooses.
  private(set) var includedNames: Set<String> = []

  private(set) var problems = DiagnosticBag()

  init(_ file: SourceFile, _ layout: LineLayout) {
    self.file = file
    self.layout = layout
  }

  /// The nodes between two offsets, which the tags of `range` divide.
  mutating func nodes(_ range: Range<Int>, from start: Int, to end: Int) -> [Node] {
    var nodes: [Node] = []
    var cursor = start
    var index = range.lowerBound
    while index < range.upperBound {
      appendText(cursor..<layout.owned[index].lowerBound, before: index, to: &nodes)
      if let node = node(at: index) { nodes.append(node) }
      index = layout.ends[index]
      cursor = layout.owned[index].upperBound
      index += 1
    }
    let next = range.upperBound < layout.tags.count ? range.upperBound : nil
    appendText(cursor..<max(cursor, end), before: next, to: &nodes)
    return nodes
  }

  private mutating func node(at index: Int) -> Node? {
    let tag = layout.tags[index]
    switch tag.kind {
    case .variable: return .variable(name(of: tag), isEscaped: true)
    case .unescaped: return .variable(name(of: tag), isEscaped: false)
    case .section, .inverted:
      return .section(name(of: tag), isInverted: tag.kind == .inverted, inside(index))
    case .partial: return .inclusion(inclusion(index, arguments: []))
    case .parent:
      let arguments = readArguments(of: index)
      return .inclusion(inclusion(index, arguments: arguments))
    case .block: return .block(blockSite(index))
    case .close, .comment, .delimiters, .invalid: return nil
    }
  }

  /// The nodes between an opening tag and its closing one.
  private mutating func inside(_ index: Int) -> [Node] {
    let end = layout.ends[index]
    return nodes(
      (index + 1)..<end, from: layout.owned[index].upperBound, to: layout.owned[end].lowerBound)
  }

  private func name(of tag: Tag) -> Name {
    let dot = UInt8(ascii: ".")
    let bytes = layout.bytes[tag.name]
    let parts = bytes == [dot] ? [] : bytes.split(separator: dot, omittingEmptySubsequences: false)
    return Name(
      parts: parts.map { Name.Part(text: file.text($0.indices), range: file.place($0.indices)) },
      range: file.place(tag.name), tag: tag)
  }

  private mutating func inclusion(_ index: Int, arguments: [Int]) -> Inclusion {
    let tag = layout.tags[index]
    if !tag.isDynamic { includedNames.insert(file.text(tag.name)) }
    return Inclusion(
      target: tag.isDynamic ? .dynamic(name(of: tag)) : .fixed(file.text(tag.name)),
      nameRange: file.place(tag.name), tagRange: file.place(tag.range),
      isParent: tag.kind == .parent,
      indentation: layout.ownsLineStart[index] ? layout.indentation(of: index) : nil,
      arguments: arguments)
  }

  /// Reads the blocks that stand directly inside a parent. What else is there has no effect.
  private mutating func readArguments(of parent: Int) -> [Int] {
    var read: [Int] = []
    let end = layout.ends[parent]
    var cursor = layout.tags[parent].range.upperBound
    var index = parent + 1
    while index <= end {
      let tag = layout.tags[index]
      reportIgnoredText(cursor..<max(cursor, tag.range.lowerBound), in: parent)
      if index < end, tag.kind == .block {
        readArgument(index, into: &read)
      } else if index < end, tag.kind != .comment, tag.kind != .delimiters, tag.kind != .invalid {
        reportIgnored(tag.range, in: parent)
      }
      index = layout.ends[index]
      cursor = layout.tags[index].range.upperBound
      index += 1
    }
    return read
  }

  private mutating func readArgument(_ index: Int, into read: inout [Int]) {
    let tag = layout.tags[index]
    let argument = Argument(
      name: file.text(tag.name), nameRange: file.place(tag.name), content: content(index))
    if let first = read.first(where: { arguments[$0].name == argument.name }) {
      problems.report(
        RepeatedBlock(
          range: argument.nameRange, name: argument.name, first: arguments[first].nameRange))
    }
    arguments.append(argument)
    read.append(arguments.count - 1)
  }

  private mutating func content(_ index: Int) -> Content {
    let start = layout.owned[index].upperBound
    let end = layout.owned[layout.ends[index]].lowerBound
    return Content(
      nodes: inside(index), startsOnNewLine: layout.isLineStart(start),
      endsWithLineBreak: start < end && layout.isLineStart(end))
  }

  private mutating func blockSite(_ index: Int) -> BlockSite {
    let end = layout.ends[index]
    let isOneLine = layout.isOnOneLine(index, end)
    let indentation =
      isOneLine
      ? layout.indentation(of: index)
      : layout.sharedIndentation(index, end) ?? layout.indentation(of: index)
    return BlockSite(
      name: file.text(layout.tags[index].name), isAtLineStart: layout.ownsLineStart[index],
      indentation: layout.ownsLineStart[index] ? indentation : [],
      lineBreak: layout.lineBreak(ownedBy: end), original: content(index))
  }
}

extension NodeBuilder {
  private func appendText(_ range: Range<Int>, before next: Int?, to nodes: inout [Node]) {
    var run = TextRun()
    var offset = range.lowerBound
    var startsLine = layout.isLineStart(offset)
    while offset < range.upperBound || startsLine {
      if startsLine {
        startsLine = false
        guard offset < range.upperBound || beginsLine(next) else { break }
        run.lineStarts.append(run.bytes.count)
        offset = min(offset + layout.outdents[offset, default: 0], range.upperBound)
      } else {
        let lineFeed = layout.bytes[offset..<range.upperBound].firstIndex(of: .lineFeed)
        let end = lineFeed.map { $0 + 1 } ?? range.upperBound
        run.bytes += layout.bytes[offset..<end]
        offset = end
        startsLine = lineFeed != nil
      }
    }
    if !run.isEmpty { nodes.append(.text(run)) }
  }

  /// Whether a line begins with this tag and does not vanish with it.
  private func beginsLine(_ tag: Int?) -> Bool {
    guard let tag else { return false }
    return !layout.ownsLineStart[tag] && !layout.tags[tag].range.isEmpty
      && layout.owned[tag].lowerBound == layout.tags[tag].range.lowerBound
  }

  private mutating func reportIgnoredText(_ range: Range<Int>, in parent: Int) {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, layout.bytes[start].isWhitespace { start += 1 }
    while start < end, layout.bytes[end - 1].isWhitespace { end -= 1 }
    if start < end { reportIgnored(start..<end, in: parent) }
  }

  private mutating func reportIgnored(_ range: Range<Int>, in parent: Int) {
    let tag = layout.tags[parent]
    problems.report(
      IgnoredInParent(
        range: file.place(range), parent: file.text(tag.name), opening: file.place(tag.range)))
  }
}
