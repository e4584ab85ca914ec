/// A program while it runs over the values of one page.
///
/// Nothing can fail here: every name was resolved when the templates were compiled, and what is
/// absent shows nothing. Spans show the pools of the program and the values of the page. They are
/// asked for once a page. The compiler lets nobody keep them for longer than program and page.
///
/// It is not copyable. Its methods change it, or take nothing from it: a method that only reads
/// would be given a copy of all of it at each step.
struct Rendering: ~Copyable, ~Escapable {
  private let program: ProgramView
  private let own: PageView
  private let shared: PageView

  /// The values in sight of the running unit and of those that called it.
  private var frames: [Slot] = []

  /// The index at which the frames of the running unit begin.
  private var base = 0

  /// The indentations of the running unit and of those that called it; the running
  /// unit's is the last `indentationLength` bytes.
  private var indentation: [UInt8] = []
  private var indentationLength = 0

  private(set) var output: PageOutput

  @_lifetime(copy program, copy own, copy shared)
  init(_ program: ProgramView, _ own: PageView, _ shared: PageView, _ output: PageOutput) {
    (self.program, self.own, self.shared, self.output) = (program, own, shared, output)
    frames.reserveCapacity(64)
  }

  /// Runs a unit over a value.
  mutating func run(unit: Int, _ value: Slot) {
    frames.append(value)
    run(unit: unit)
  }

  private mutating func run(unit: Int) {
    let range = program.units[unit]
    run(range.lowerBound, range.upperBound)
  }

  private mutating func run(_ start: Int, _ end: Int) {
    var index = start
    while index < end {
      let step = program.steps[index]
      let text = step.text
      if !text.bytes.isEmpty { append(text) }
      switch step.instruction {
      case .text: preconditionFailure("a text is a part of a step")
      case .html(let path):
        let text = value(at: path)
        let range = text.textRange
        if text.isPlain {
          output.append(raw: bytes(of: text), range)
        } else {
          output.append(html: bytes(of: text), range)
        }
      case .markdown(let path):
        let text = value(at: path)
        output.append(markdown: bytes(of: text), text.textRange)
      case .raw(let path):
        let text = value(at: path)
        output.append(raw: bytes(of: text), text.textRange)
      case .section(let path, let sectionEnd):
        let value = value(at: path)
        if value.isShown { runSection(value, index &+ 1, Int(sectionEnd)) }
        index = Int(sectionEnd)
        continue
      case .inverted(let path, let sectionEnd):
        // A section that is shown needs no frame, so its steps are simply the next.
        if value(at: path).isShown {
          index = Int(sectionEnd)
          continue
        }
      case .indented(let bytes, let sectionEnd):
        runIndented(bytes, index &+ 1, Int(sectionEnd))
        index = Int(sectionEnd)
        continue
      case .call(let call): run(call)
      case .choose(let path, let choices):
        choose(value(at: path), among: choices)
      case .nothing: break
      }
      // Cannot overflow, and this runs for each step of each page.
      index = index &+ 1
    }
  }

  private mutating func runSection(_ value: Slot, _ start: Int, _ end: Int) {
    if value.kind == .list {
      for index in value.range {
        frames.append(slots(of: value)[index])
        run(start, end)
        frames.removeLast()
      }
    } else {
      frames.append(value)
      run(start, end)
      frames.removeLast()
    }
  }

  private mutating func runIndented(_ added: PoolRange, _ start: Int, _ end: Int) {
    let outer = indentationLength
    indent(added)
    run(start, end)
    indentation.removeLast(indentationLength)
    indentationLength = outer
  }

  /// Puts the indentation of the running unit with some more behind it at the end of the stack.
  private mutating func indent(_ added: PoolRange) {
    let outer = indentation.count - indentationLength
    for offset in 0..<indentationLength { indentation.append(indentation[outer + offset]) }
    for index in added.range { indentation.append(program.bytes[index]) }
    indentationLength += added.range.count
  }

  private mutating func choose(_ value: Slot, among range: PoolRange) {
    for index in range.range where isText(value, program.choices[index].name) {
      if let call = program.choices[index].call { run(call) }
      return
    }
  }

  private mutating func isText(_ value: Slot, _ name: String) -> Bool {
    let range = value.textRange
    guard range.count == name.utf8.count else { return false }
    var index = range.lowerBound
    for byte in name.utf8 {
      guard bytes(of: value)[index] == byte else { return false }
      index += 1
    }
    return true
  }

  private mutating func run(_ call: Call) {
    let (outerBase, outerLength, outerCount) = (base, indentationLength, indentation.count)
    if let added = call.indentation { indent(added) } else { indentationLength = 0 }
    if let kept = call.frames {
      let count = frames.count
      for index in kept.range { frames.append(frames[base + program.numbers[index]]) }
      base = count
      run(unit: Int(call.unit))
      frames.removeLast(kept.range.count)
    } else {
      run(unit: Int(call.unit))
    }
    indentation.removeLast(indentation.count - outerCount)
    (base, indentationLength) = (outerBase, outerLength)
  }
}

extension Rendering {
  /// The value that a path leads to. It is marked as mutating, so that nothing is copied.
  @inline(__always)
  private mutating func value(at path: Path) -> Slot {
    guard path.frame >= 0 else { return .absent }
    let frame = frames[base &+ Int(path.frame)]
    guard path.slot >= 0 else { return frame }
    guard frame.kind == .record else { return .absent }
    let value = slots(of: frame)[Int(frame.start &+ path.slot)]
    return path.rest.isEmpty ? value : part(of: value, path.rest)
  }

  private mutating func part(of whole: Slot, _ path: PoolRange) -> Slot {
    var value = whole
    for index in path.range {
      guard value.kind == .record else { return .absent }
      value = slots(of: value)[Int(value.start) + program.numbers[index]]
    }
    return value
  }

  @inline(__always) @_lifetime(copy self)
  private func slots(of value: Slot) -> Span<Slot> {
    if value.page == own.number { return own.slots }
    precondition(value.page == shared.number, "a value of another page")
    return shared.slots
  }

  @inline(__always) @_lifetime(copy self)
  private func bytes(of value: Slot) -> Span<UInt8> {
    if value.page == own.number { return own.bytes }
    precondition(value.page == shared.number || value.page == .any, "a value of another page")
    return shared.bytes
  }

  @inline(__always)
  private mutating func append(_ text: Text) {
    guard indentationLength > 0 else {
      return output.append(raw: program.bytes, text.bytes.range)
    }
    appendIndented(text)
  }

  private mutating func appendIndented(_ text: Text) {
    let indentation = indentation
    let outer = indentation.count - indentationLength
    var offset = Int(text.bytes.start)
    for index in text.lineStarts.range {
      let lineStart = program.lineStarts[index]
      output.append(raw: program.bytes, offset..<lineStart)
      output.append(raw: indentation.span, outer..<indentation.count)
      offset = lineStart
    }
    output.append(raw: program.bytes, offset..<Int(text.bytes.end))
  }
}

extension Slot {
  /// The range of the bytes of a text or of markup; empty for anything else.
  fileprivate var textRange: Range<Int> {
    kind == .text || kind == .markup ? range : 0..<0
  }
}
