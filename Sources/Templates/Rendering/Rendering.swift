/// A program while it runs over the values of one page.
///
/// Nothing can fail here: every name was resolved when the templates were compiled, and what is
/// absent shows nothing. The program is read through pointers, which are asked for once a page: to
/// go through an array would be to check it at each step.
///
/// Not copyable, and its methods change it or take nothing from it: a method that only reads would be given a copy of
/// all of it at each step.
struct Rendering: ~Copyable {
  private let program: ProgramMemory

  /// The values in sight of the running unit and of those that called it.
  private var frames = Stack<Slot>()

  /// Where the frames of the running unit begin.
  private var base = 0

  /// What comes before the lines of the running unit and of those that called it; the running unit's is the last
  /// `indentationLength` bytes.
  private var indentation = Stack<UInt8>()
  private var indentationLength = 0

  private var output: PageOutput

  /// Runs a unit and returns what it wrote.
  static func bytes(of program: ProgramMemory, unit: Int, _ value: Slot) -> [UInt8] {
    PageOutput.bytes { output in
      var rendering = Rendering(program: program, output)
      rendering.frames.append(value)
      rendering.run(unit: unit)
      rendering.frames.giveBack()
      rendering.indentation.giveBack()
      return rendering.output
    }
  }

  private init(program: ProgramMemory, _ output: PageOutput) {
    self.program = program
    self.output = output
  }

  private mutating func run(unit: Int) {
    let range = program.units[unit]
    run(range.lowerBound, range.upperBound)
  }

  private mutating func run(_ start: Int, _ end: Int) {
    let (steps, numbers) = (program.steps, program.numbers)
    var index = start
    while index < end {
      let text = steps[index].text
      if !text.bytes.isEmpty { append(text) }
      // Asked for at each step, since what a step runs may make the stack grow.
      let frames = unitFrames
      switch steps[index].instruction {
      case .text: preconditionFailure("a text is a part of a step")
      case .html(let path):
        let text = Rendering.value(at: path, frames, numbers)
        if text.isPlain { output.append(raw: text.bytes) } else { output.append(html: text.bytes) }
      case .markdown(let path):
        output.append(markdown: Rendering.value(at: path, frames, numbers).bytes)
      case .raw(let path):
        output.append(raw: Rendering.value(at: path, frames, numbers).bytes)
      case .section(let path, let sectionEnd):
        let value = Rendering.value(at: path, frames, numbers)
        if value.isShown { runSection(value, index &+ 1, Int(sectionEnd)) }
        index = Int(sectionEnd)
        continue
      case .inverted(let path, let sectionEnd):
        // What is shown needs no frame, so its steps are simply the next.
        if Rendering.value(at: path, frames, numbers).isShown {
          index = Int(sectionEnd)
          continue
        }
      case .indented(let bytes, let sectionEnd):
        runIndented(bytes, index &+ 1, Int(sectionEnd))
        index = Int(sectionEnd)
        continue
      case .call(let call): run(call)
      case .choose(let path, let choices):
        choose(Rendering.value(at: path, frames, numbers), choices)
      case .nothing: break
      }
      // Cannot overflow, and this runs for each step of each page.
      index = index &+ 1
    }
  }

  private mutating func runSection(_ value: Slot, _ start: Int, _ end: Int) {
    if value.kind == .list, let elements = value.slots {
      for index in 0..<Int(value.count) {
        frames.append(elements[index])
        run(start, end)
        frames.removeLast(1)
      }
    } else {
      frames.append(value)
      run(start, end)
      frames.removeLast(1)
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

  private mutating func choose(_ value: Slot, _ choices: PoolRange) {
    guard value.kind == .text,
      let choice = program.choices[choices.range].first(where: {
        value.bytes.elementsEqual($0.name.utf8)
      }),
      let call = choice.call
    else { return }
    run(call)
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
  private typealias Frames = UnsafePointer<Slot>

  /// The frames of the running unit.
  @inline(__always)
  private var unitFrames: Frames {
    mutating get { Frames(frames.start + base) }
  }

  /// A function of what it needs and no method: a step that only reads would be given a copy of all of this.
  @inline(__always)
  private static func value(
    at path: Path, _ frames: Frames, _ numbers: UnsafeBufferPointer<Int>
  ) -> Slot {
    guard path.frame >= 0 else { return .absent }
    let frame = frames[Int(path.frame)]
    guard path.slot >= 0 else { return frame }
    guard frame.kind == .record, let slots = frame.slots else { return .absent }
    let value = slots[Int(path.slot)]
    return path.rest.isEmpty ? value : part(of: value, path.rest, numbers)
  }

  private static func part(
    of whole: Slot, _ path: PoolRange, _ numbers: UnsafeBufferPointer<Int>
  ) -> Slot {
    var value = whole
    for index in path.range {
      guard value.kind == .record, let slots = value.slots else { return .absent }
      value = slots[numbers[index]]
    }
    return value
  }

  @inline(__always)
  private mutating func append(_ text: Text) {
    guard indentationLength > 0 else {
      return output.append(
        raw: program.bytes + Int(text.bytes.start), Int(text.bytes.end &- text.bytes.start))
    }
    appendIndented(text)
  }

  private mutating func appendIndented(_ text: Text) {
    let outer = indentation.count - indentationLength
    var offset = Int(text.bytes.start)
    for index in text.lineStarts.range {
      let lineStart = program.lineStarts[index]
      output.append(raw: program.bytes + offset, lineStart - offset)
      output.append(
        raw: UnsafeBufferPointer(start: indentation.start + outer, count: indentationLength))
      offset = lineStart
    }
    output.append(raw: program.bytes + offset, Int(text.bytes.end) - offset)
  }
}

/// Values on top of each other, in memory that has to be given back. The values own nothing.
private struct Stack<Element> {
  private(set) var start: UnsafeMutablePointer<Element>
  private(set) var count = 0
  private var capacity = 64

  init() {
    start = Stack.allocate(capacity)
  }

  /// A little more than is asked for, since bytes are read in blocks.
  private static func allocate(_ capacity: Int) -> UnsafeMutablePointer<Element> {
    .allocate(capacity: capacity + PageOutput.slack)
  }

  @inline(__always)
  subscript(index: Int) -> Element { start[index] }

  @inline(__always)
  mutating func append(_ element: Element) {
    if count == capacity { grow() }
    (start + count).initialize(to: element)
    count += 1
  }

  @inline(__always)
  mutating func removeLast(_ number: Int) { count -= number }

  private mutating func grow() {
    capacity *= 2
    let larger = Stack.allocate(capacity)
    larger.moveInitialize(from: start, count: count)
    start.deallocate()
    start = larger
  }

  func giveBack() { start.deallocate() }
}
