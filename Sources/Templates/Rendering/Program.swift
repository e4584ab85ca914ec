/// The compiled form of a set of templates: steps that only name frames and slots by number.
///
/// The steps of all units stand in one array, and what they refer to in pools beside it, so that a
/// step has a fixed size and owns nothing.
struct Program: Sendable {
  var instructions: [Instruction] = []

  /// The instructions as they are run, once all are there.
  var steps: [Step] = []

  /// The steps of each unit: a template compiled for one stack of shapes and one set of filled
  /// blocks.
  var units: [Range<Int>] = []

  /// The text of the templates.
  var bytes: [UInt8] = []

  /// Offsets into `bytes` at which a line starts.
  var lineStarts: [Int] = []

  /// The slots of dotted names after the first, and the frames that units get, in one pool.
  var numbers: [Int] = []

  /// The partials among which a dynamic name chooses.
  var choices: [Choice] = []

  struct Choice: Sendable {
    let name: String

    /// Nil for a call that could have gone on without end.
    var call: Call?
  }
}

extension Program {
  /// The bytes that a unit writes for a value among those of a page.
  func render(unit: Int, _ value: Slot, of page: PageReference) -> [UInt8] {
    let own = page.memory
    let shared = own.shared?.memory ?? own
    var rendering = Rendering(
      ProgramView(
        steps: steps.span, units: units.span, bytes: bytes.span, lineStarts: lineStarts.span,
        numbers: numbers.span, choices: choices.span),
      PageView(own.number, own.slots.span, own.bytes.span),
      PageView(shared.number, shared.slots.span, shared.bytes.span), PageOutput(in: own.output))
    rendering.run(unit: unit, value)
    page.memory.output = rendering.output.bytes
    return Array(copying: rendering.output.bytes.span)
  }
}

extension [UInt8] {
  fileprivate init(copying bytes: Span<UInt8>) {
    self = unsafe bytes.withUnsafeBufferPointer { unsafe Array($0) }
  }
}

/// The pools of a program. The compiler lets nobody keep it for longer than the program.
struct ProgramView: ~Escapable {
  let steps: Span<Step>
  let units: Span<Range<Int>>
  let bytes: Span<UInt8>
  let lineStarts: Span<Int>
  let numbers: Span<Int>
  let choices: Span<Program.Choice>

  @_lifetime(copy steps, copy units, copy bytes, copy lineStarts, copy numbers, copy choices)
  init(
    steps: Span<Step>, units: Span<Range<Int>>, bytes: Span<UInt8>, lineStarts: Span<Int>,
    numbers: Span<Int>, choices: Span<Program.Choice>
  ) {
    (self.steps, self.units, self.bytes) = (steps, units, bytes)
    (self.lineStarts, self.numbers, self.choices) = (lineStarts, numbers, choices)
  }
}

/// The memory of a page's values. The compiler lets nobody keep it for longer than the memory.
struct PageView: ~Escapable {
  let number: PageNumber
  let slots: Span<Slot>
  let bytes: Span<UInt8>

  @_lifetime(copy slots, copy bytes)
  init(_ number: PageNumber, _ slots: Span<Slot>, _ bytes: Span<UInt8>) {
    (self.number, self.slots, self.bytes) = (number, slots, bytes)
  }
}

/// One step of rendering.
enum Instruction: Sendable {
  case text(Text)
  case html(Path)
  case markdown(Path)
  case raw(Path)

  /// Runs the steps up to `end` for each value that the path leads to.
  case section(Path, end: Int32)

  /// Runs the steps up to `end` if the path leads to nothing.
  case inverted(Path, end: Int32)

  /// Runs the steps up to `end` with some more indentation.
  case indented(PoolRange, end: Int32)

  case call(Call)

  /// Calls the choice whose name is the text that the path leads to.
  case choose(Path, PoolRange)

  /// Does nothing: a call that could have gone on without end.
  case nothing
}

/// A range in one of the pools.
struct PoolRange: Hashable, Sendable {
  let start: Int32
  let end: Int32

  init(_ range: Range<Int>) {
    start = Int32(range.lowerBound)
    end = Int32(range.upperBound)
  }

  var range: Range<Int> { Int(start)..<Int(end) }
  var isEmpty: Bool { start == end }
}

/// A run of text and the line starts in it.
struct Text: Sendable {
  let bytes: PoolRange
  let lineStarts: PoolRange
}

/// The way to a value: a frame, a slot of the record in it, and further slots in the records there.
struct Path: Sendable {
  /// Counted from the unit's outermost frame; negative for a name that is not declared, which leads
  /// to nothing.
  let frame: Int32

  /// Negative for the value of the frame itself.
  let slot: Int32

  /// In the pool of numbers.
  let rest: PoolRange

  static let nowhere = Path(frame: -1, slot: -1, rest: PoolRange(0..<0))
}

/// The call of a unit.
struct Call: Sendable {
  let unit: Int32

  /// The caller's frames that the unit sees, in the pool of numbers; nil if it sees all of them.
  let frames: PoolRange?

  /// The indentation of each line, in the pool of bytes; nil if the lines get no indentation at all.
  let indentation: PoolRange?
}
