/// The white space and line breaks of a template that belong to its tags, and so are not shown.
///
/// The Mustache spec calls a tag that has a line for itself standalone; its line vanishes. The
/// spec's Inheritance part widens this to parents and blocks, whose two tags may share a line or
/// have other tags beside them, and moves the indentation of what fills a block from where it was
/// written to where it is shown ("Standalone parent" and the five tests after it).
struct LineLayout: Sendable {
  /// The bytes of each tag together with the white space and line break that vanish with it.
  private(set) var owned: [Range<Int>]

  /// Whether the white space before a tag vanishes with it.
  private(set) var ownsLineStart: [Bool]

  /// The number of bytes that are taken from a line's indentation, by the offset of the line.
  private(set) var outdents: [Int: Int] = [:]

  let tags: [Tag]
  let ends: [Int]
  let bytes: [UInt8]
  let contentStart: Int
  private let margins: [TagMargins]

  init(_ pairing: TagPairing, bytes: [UInt8], contentStart: Int) {
    tags = pairing.tags
    ends = pairing.ends
    self.bytes = bytes
    self.contentStart = contentStart
    owned = tags.map(\.range)
    ownsLineStart = Array(repeating: false, count: tags.count)
    margins = TagMargins.all(of: tags, in: bytes, from: contentStart)
    for index in tags.indices where tags[index].canBeAlone { claimLine(of: index) }
    claimAroundParentsAndBlocks(in: tags.indices, areArguments: false)
    outdentArguments(in: tags.indices, areArguments: false)
  }

  /// Gives a tag the whole line, if there is nothing else on it.
  private mutating func claimLine(of index: Int) {
    guard let start = margins[index].lineStart, let end = margins[index].lineEnd else { return }
    owned[index] = start..<end
    ownsLineStart[index] = true
  }

  private mutating func claimAroundParentsAndBlocks(in range: Range<Int>, areArguments: Bool) {
    var index = range.lowerBound
    while index < range.upperBound {
      let end = ends[index]
      if tags[index].isOpening {
        switch tags[index].kind {
        case .parent: claimAroundPair(index, end)
        case .block where areArguments: claimInsideArgument(index, end)
        case .block: claimAroundBlock(index, end)
        default: break
        }
        claimAroundParentsAndBlocks(
          in: (index + 1)..<end, areArguments: tags[index].kind == .parent)
      }
      index = end + 1
    }
  }

  /// A parent or block of which nothing but space stands before the first tag and after the last.
  private mutating func claimAroundPair(_ start: Int, _ end: Int) {
    release(end)
    guard let lineStart = margins[start].lineStart, let lineEnd = margins[end].lineEnd else {
      return
    }
    owned[start] = lineStart..<tags[start].range.upperBound
    ownsLineStart[start] = true
    owned[end] = tags[end].range.lowerBound..<lineEnd
  }

  /// An argument begins after the line break that follows its opening tag and ends with the line
  /// before that of its closing tag. Whatever else is around it is inside a parent and not shown.
  private mutating func claimInsideArgument(_ start: Int, _ end: Int) {
    release(end)
    if let lineEnd = margins[start].lineEnd {
      owned[start] = tags[start].range.lowerBound..<lineEnd
    }
    if let lineStart = margins[end].lineStart {
      owned[end] = lineStart..<tags[end].range.upperBound
      ownsLineStart[end] = true
    }
  }

  /// Takes back the line of a closing tag, for which another rule holds than for the others.
  private mutating func release(_ index: Int) {
    owned[index] = tags[index].range
    ownsLineStart[index] = false
  }

  private mutating func claimAroundBlock(_ start: Int, _ end: Int) {
    if isOnOneLine(start, end) {
      claimAroundPair(start, end)
    } else {
      claimLine(of: start)
    }
  }

  func isOnOneLine(_ start: Int, _ end: Int) -> Bool {
    !bytes[tags[start].range.upperBound..<tags[end].range.lowerBound].contains(.lineFeed)
  }

  /// The line break that vanished with a tag.
  func lineBreak(ownedBy index: Int) -> [UInt8] {
    let end = owned[index].upperBound
    guard end > tags[index].range.upperBound, bytes[end - 1] == .lineFeed else { return [] }
    return end > 1 && bytes[end - 2] == .carriageReturn
      ? [.carriageReturn, .lineFeed] : [.lineFeed]
  }

  /// The white space before a tag that begins its line.
  func indentation(of index: Int) -> [UInt8] {
    guard let lineStart = margins[index].lineStart else { return [] }
    let start = lineStart + outdents[lineStart, default: 0]
    return Array(bytes[start..<tags[index].range.lowerBound])
  }

  func isLineStart(_ offset: Int) -> Bool {
    offset == contentStart || bytes[offset - 1] == .lineFeed
  }
}

extension LineLayout {
  /// Takes away the indentation that all lines of an argument share. It comes back where the
  /// argument is shown.
  private mutating func outdentArguments(in range: Range<Int>, areArguments: Bool) {
    var index = range.lowerBound
    while index < range.upperBound {
      let end = ends[index]
      if tags[index].isOpening {
        if areArguments, tags[index].kind == .block { outdentArgument(index, end) }
        outdentArguments(in: (index + 1)..<end, areArguments: tags[index].kind == .parent)
      }
      index = end + 1
    }
  }

  private mutating func outdentArgument(_ start: Int, _ end: Int) {
    guard isLineStart(owned[start].upperBound), let shared = sharedIndentation(start, end) else {
      return
    }
    for line in lines(start, end) {
      let first = line.offset + outdents[line.offset, default: 0]
      outdents[line.offset, default: 0] += bytes[first...].commonPrefix(with: shared[...]).count
    }
  }

  /// The white space with which all lines of a block begin; nil if it shows no line of its own.
  ///
  /// Empty lines do not count, nor lines that vanish with their tag.
  func sharedIndentation(_ start: Int, _ end: Int) -> [UInt8]? {
    var shared: ArraySlice<UInt8>?
    for line in lines(start, end) {
      guard let indentation = indentation(of: line, end: end) else { continue }
      shared = shared.map { $0.commonPrefix(with: indentation) } ?? indentation
    }
    return shared.map { Array($0) }
  }

  /// A line that starts in the text before a tag.
  private struct Line {
    let offset: Int
    let textEnd: Int
    let nextTag: Int
  }

  /// The lines of a block, without those inside a parent in it, which have a life of their own.
  private func lines(_ start: Int, _ end: Int) -> [Line] {
    var lines: [Line] = []
    var cursor = owned[start].upperBound
    var index = start + 1
    while index <= end {
      let text = cursor..<max(cursor, owned[index].lowerBound)
      lines += lineStarts(in: text).map {
        Line(offset: $0, textEnd: text.upperBound, nextTag: index)
      }
      index = tags[index].kind == .parent ? ends[index] : index
      cursor = owned[index].upperBound
      index += 1
    }
    return lines
  }

  private func lineStarts(in gap: Range<Int>) -> [Int] {
    var starts = isLineStart(gap.lowerBound) ? [gap.lowerBound] : []
    for offset in gap where bytes[offset] == .lineFeed { starts.append(offset + 1) }
    return starts
  }

  private func indentation(of line: Line, end: Int) -> ArraySlice<UInt8>? {
    let start = min(line.offset + outdents[line.offset, default: 0], line.textEnd)
    var index = start
    while index < line.textEnd, bytes[index].isSpaceOrTab { index += 1 }
    if index < line.textEnd {
      return bytes[index].isWhitespace ? nil : bytes[start..<index]
    }
    let tag = line.nextTag
    guard tag != end else { return nil }
    guard ownsLineStart[tag] else { return bytes[start..<index] }
    let isShown =
      tags[tag].kind == .partial || tags[tag].kind == .parent
      || tags[tag].kind == .block && isOnOneLine(tag, ends[tag])
    return isShown ? indentation(of: tag)[...] : nil
  }
}

extension ArraySlice<UInt8> {
  fileprivate func commonPrefix(with other: Self) -> Self {
    prefix(zip(self, other).prefix { $0 == $1 }.count)
  }
}
