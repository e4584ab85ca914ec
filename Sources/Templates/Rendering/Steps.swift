/// An instruction with the text that stands before it.
///
/// Half of a template's instructions are texts, and to find out what an instruction is takes as
/// long as to follow it.
struct Step: Sendable {
  /// Empty if something else stands before it.
  let text: Text
  fileprivate(set) var instruction: Instruction
}

extension Program {
  /// The program as it is run: with steps in the place of instructions.
  var runnable: Program {
    var program = self
    program.makeSteps()
    program.instructions = []
    return program
  }

  private mutating func makeSteps() {
    let isEntered = entries
    var texts: [Text] = []
    var begins: [Int32] = []
    begins.reserveCapacity(instructions.count + 1)
    steps.reserveCapacity(instructions.count / 2)
    for (index, instruction) in instructions.enumerated() {
      if isEntered[index] { addSteps(&texts, before: nil) }
      begins.append(Int32(steps.count))
      if case .text(let text) = instruction {
        texts.append(text)
      } else {
        addSteps(&texts, before: instruction)
      }
    }
    addSteps(&texts, before: nil)
    begins.append(Int32(steps.count))
    for index in steps.indices { steps[index].instruction.moveEnd(by: begins) }
    for index in units.indices {
      let unit = units[index]
      units[index] = Int(begins[unit.lowerBound])..<Int(begins[unit.upperBound])
    }
  }

  /// Adds an instruction, if there is one, with the texts before it.
  private mutating func addSteps(_ texts: inout [Text], before instruction: Instruction?) {
    let size = texts.reduce(0) { $0 + $1.bytes.range.count }
    if texts.count > 1, bytes.count + size < Program.mostBytes { texts = [joined(texts)] }
    let last = instruction == nil ? nil : texts.popLast()
    for text in texts { steps.append(Step(text: text, instruction: .nothing)) }
    if let instruction { steps.append(Step(text: last ?? .empty, instruction: instruction)) }
    texts = []
  }

  /// Joining copies texts that many places share. This keeps a mistake from using up the machine.
  private static let mostBytes = 1 << 20

  /// By instruction, and for the end: whether a run or a jump goes there, so that no text before it
  /// goes with it.
  private var entries: [Bool] {
    var isEntered = [Bool](repeating: false, count: instructions.count + 1)
    for instruction in instructions {
      if let end = instruction.end { isEntered[Int(end)] = true }
    }
    for unit in units { (isEntered[unit.lowerBound], isEntered[unit.upperBound]) = (true, true) }
    return isEntered
  }

  /// Texts one behind the other.
  private mutating func joined(_ texts: [Text]) -> Text {
    var (joined, starts): ([UInt8], [Int]) = ([], [])
    for text in texts {
      let shift = bytes.count + joined.count - Int(text.bytes.start)
      starts += lineStarts[text.lineStarts.range].map { $0 + shift }
      joined += bytes[text.bytes.range]
    }
    return Text(
      bytes: PoolRange(bytes.pool(joined)), lineStarts: PoolRange(lineStarts.pool(starts)))
  }
}

extension Text {
  fileprivate static let empty = Text(bytes: PoolRange(0..<0), lineStarts: PoolRange(0..<0))
}

extension Instruction {
  /// The index at which the instructions inside it end; nil if there are none.
  fileprivate var end: Int32? {
    switch self {
    case .section(_, let end), .inverted(_, let end), .indented(_, let end): end
    default: nil
    }
  }

  /// Puts the step that has begun with each instruction in the place of that.
  fileprivate mutating func moveEnd(by begins: [Int32]) {
    switch self {
    case .section(let path, let end): self = .section(path, end: begins[Int(end)])
    case .inverted(let path, let end): self = .inverted(path, end: begins[Int(end)])
    case .indented(let bytes, let end): self = .indented(bytes, end: begins[Int(end)])
    default: break
    }
  }
}
