internal import Diagnostics

/// Builds the tree of one file from libyaml's events, and refuses the features that the language leaves out of YAML.
struct TreeBuilder {
  let file: SourceFile

  /// The bytes that libyaml reads, as many as the file has.
  let source: [UInt8]
  var bag = DiagnosticBag()
  var nodes: [SyntaxTree.Node] = []
  var decoded: [UInt8] = []
  private var comments: [SourceRange] = []
  private var open: [Int32] = []
  private var offsets: CharacterOffsets
  private var documentCount = 0
  private var commentsReadTo = 0

  /// The end of the latest scalar, alias or flow collection.
  private var lastStop: Int32 = 0

  var keys = KeySet()

  init(file: SourceFile, source: [UInt8]) {
    self.file = file
    self.source = source
    offsets = CharacterOffsets(source)
  }

  mutating func build() -> SyntaxTree {
    nodes.reserveCapacity(source.count / 12)
    open.reserveCapacity(nestingLimit + 1)
    // A second reference to the array: libyaml reads the bytes while this value changes.
    let text = source
    let state = unsafe text.withUnsafeBufferPointer { unsafe readEvents($0) }
    guard state == .finished else { return .unreadable(file, isText: state == .failed) }
    readComments(upTo: source.count)
    return SyntaxTree(
      file: file.id, nodes: nodes, comments: comments, isComplete: true, isText: true,
      source: file.bytes,
      decoded: decoded)
  }

  private mutating func readEvents(_ text: UnsafeBufferPointer<UInt8>) -> State {
    var reader = unsafe EventReader(text)
    var state = State.reading
    while state == .reading {
      let failure = reader.next { event in
        state = accept(event)
      }
      if let failure {
        report(failure)
        state = .failed
      }
    }
    return state
  }

  private enum State {
    case reading
    case finished
    case failed
    /// The text is too deep to have been written by a person.
    case refused
  }

  private mutating func accept(
    _ event: borrowing Event
  ) -> State {
    let kind = event.kind
    switch kind {
    case .scalar:
      addScalar(event)
    case .mappingStart, .sequenceStart:
      openCollection(event, kind == .mappingStart ? .mapping : .sequence)
      if open.count > nestingLimit {
        bag.report(
          TooDeep(range: range(Int(nodes[nodes.count - 1].start), extent: 1), limit: nestingLimit))
        return .refused
      }
    case .collectionEnd:
      closeCollection(event)
    case .alias:
      addAlias(event)
    case .documentStart:
      documentCount += 1
      let hasDirective = event.hasVersionDirective
      let start = offset(event.start)
      if documentCount > 1 {
        bag.report(SeveralDocuments(range: range(start, extent: 3)))
        return .failed
      }
      if hasDirective { bag.report(YAMLDirective(range: range(start, extent: 1))) }
    case .streamEnd:
      return .finished
    case .other:
      break
    }
    return .reading
  }
}

extension TreeBuilder {
  private mutating func offset(_ character: Int) -> Int {
    offsets.byteOffset(ofCharacter: character, in: source)
  }

  private func range(_ start: Int, extent: Int) -> SourceRange {
    SourceRange(
      file: file.id, start: min(start, file.bytes.count), end: min(start + extent, file.bytes.count)
    )
  }

  private mutating func addScalar(
    _ event: borrowing Event
  ) {
    let marks = (event.start, event.end)
    var start = offset(marks.0)
    let markEnd = offset(marks.1)
    if event.hasTag || event.hasAnchor {
      refuseProperties(event, at: start)
      start = contentStart(from: start, to: markEnd)
    }
    let style = event.style
    var stop = markEnd
    if style == .literal || style == .folded {
      // libyaml's mark lies past the blank lines that follow the block.
      while stop > start, source[stop - 1] <= UInt8(ascii: " ") { stop -= 1 }
    }
    readComments(upTo: start)
    commentsReadTo = stop
    lastStop = Int32(stop)
    if style == .literal || style == .folded {
      readHeaderComment(from: start, to: stop)
    }
    let quote = style == .singleQuoted || style == .doubleQuoted ? 1 : 0
    let count = event.valueCount
    let isVerbatim =
      stop - start == count + 2 * quote && event.hasValue(source[(start + quote)..<(stop - quote)])
    if !isVerbatim { event.appendValue(to: &decoded) }
    nodes.append(
      SyntaxTree.Node(
        kind: .scalar, style: style, isValueInSource: isVerbatim, start: Int32(start),
        stop: Int32(stop), end: Int32(nodes.count + 1),
        valueStart: Int32(isVerbatim ? start + quote : decoded.count - count),
        valueCount: Int32(count)))
  }

  private mutating func addAlias(
    _ event: borrowing Event
  ) {
    let marks = (event.start, event.end)
    let start = offset(marks.0)
    let stop = offset(marks.1)
    bag.report(YAMLAlias(range: range(start, extent: stop - start), sign: "*"))
    readComments(upTo: start)
    commentsReadTo = stop
    lastStop = Int32(stop)
    nodes.append(.collection(.refused, .plain, start, stop, at: nodes.count))
  }

  private mutating func openCollection(
    _ event: borrowing Event, _ kind: SyntaxTree.Kind
  ) {
    let marks = (event.start, event.end)
    var start = offset(marks.0)
    if event.hasTag || event.hasAnchor {
      refuseProperties(event, at: start)
      start = contentStart(from: start, to: offset(marks.1))
    }
    open.append(Int32(nodes.count))
    nodes.append(.collection(kind, event.style, start, start, at: nodes.count))
  }

  private mutating func closeCollection(
    _ event: borrowing Event
  ) {
    guard let opened = open.popLast() else { return }
    let index = Int(opened)
    nodes[index].end = Int32(nodes.count)
    if nodes[index].style == .flow {
      let mark = event.end
      let stop = offset(mark)
      nodes[index].stop = Int32(stop)
      lastStop = Int32(stop)
      readComments(upTo: stop)
    } else {
      // A block's own end mark lies past the comments that follow it.
      nodes[index].stop = max(lastStop, nodes[index].start)
    }
    if nodes[index].kind == .mapping {
      checkKeys(of: index)
    }
  }
}

extension TreeBuilder {
  /// Reports an anchor or tag before a value.
  private mutating func refuseProperties(
    _ event: borrowing Event, at start: Int
  ) {
    var stop = start
    while stop < source.count, source[stop] > UInt8(ascii: " ") { stop += 1 }
    let range = range(start, extent: stop - start)
    if event.hasAnchor {
      bag.report(YAMLAlias(range: range, sign: "&"))
    } else {
      bag.report(YAMLTag(range: range))
    }
  }

  /// The start of the value after its anchor and tag.
  private func contentStart(
    from start: Int, to stop: Int
  ) -> Int {
    var index = start
    while index < stop,
      source[index] == UInt8(ascii: "&") || source[index] == UInt8(ascii: "!")
    {
      while index < stop, source[index] > UInt8(ascii: " ") { index += 1 }
      while index < stop, source[index] <= UInt8(ascii: " ") { index += 1 }
    }
    return index
  }
}

extension TreeBuilder {
  /// Collects the comments between the last scalar and `end`. There, a `#` can only start a comment.
  private mutating func readComments(upTo end: Int) {
    var index = commentsReadTo
    while index < end {
      guard source[index] == UInt8(ascii: "#") else {
        index += 1
        continue
      }
      var stop = index
      while stop < source.count, source[stop] != UInt8(ascii: "\n"),
        source[stop] != UInt8(ascii: "\r")
      {
        stop += 1
      }
      comments.append(range(index, extent: stop - index))
      index = stop
    }
    commentsReadTo = max(commentsReadTo, end)
  }

  /// Collects the comment after the `|` or `>` of a block scalar.
  private mutating func readHeaderComment(
    from start: Int, to stop: Int
  ) {
    var lineEnd = start
    while lineEnd < stop, source[lineEnd] != UInt8(ascii: "\n") { lineEnd += 1 }
    commentsReadTo = start
    readComments(upTo: lineEnd)
    commentsReadTo = stop
  }

  private mutating func report(_ failure: EventReader.Failure) {
    let place = offset(failure.offset)
    let context = failure.contextOffset.map { offset($0) }
    let last = nodes.last { $0.kind == .scalar }
    // A text that starts with * or & was reported as an alias already. The failure follows from that.
    if let alias = bag.diagnostics.last(where: { $0.rule === YAMLAlias.rule })?.range,
      !file.bytes[Int(alias.start)..<max(Int(alias.start), place)].contains(UInt8(ascii: "\n"))
    {
      return
    }
    let explanation = FailureExplanation(
      file: file, problem: failure.problem, context: failure.context, offset: place,
      contextOffset: context, lastScalar: last)
    bag.append(contentsOf: [explanation.diagnostic])
  }
}

extension SyntaxTree.Node {
  /// A node without a value, at index `index` of the tree.
  static func collection(
    _ kind: SyntaxTree.Kind, _ style: SyntaxTree.Style, _ start: Int, _ stop: Int, at index: Int
  ) -> SyntaxTree.Node {
    SyntaxTree.Node(
      kind: kind, style: style, isValueInSource: true, start: Int32(start), stop: Int32(stop),
      end: Int32(index + 1), valueStart: Int32(start), valueCount: 0)
  }
}
