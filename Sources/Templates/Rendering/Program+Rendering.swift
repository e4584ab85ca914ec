internal import Output

/// What changes while a program runs.
struct RenderingState {
  /// The values in sight of the running unit and of those that called it.
  var frames: [SlotValue]

  /// Where the frames of the running unit begin.
  var base = 0

  /// What comes before each line of the running unit.
  var indentation: [UInt8] = []

  var output = ByteBuffer()
}

/// Running a program over the values of one page.
///
/// Nothing can fail here: every name was resolved when the templates were compiled, and what is
/// absent shows nothing. The program is the unchanging `self` and all that changes is beside it,
/// which saves counting references at each step.
extension Program {
  func render(unit: Int, _ value: SlotValue, into output: inout ByteBuffer) {
    var state = RenderingState(frames: [value])
    swap(&state.output, &output)
    run(units[unit], &state)
    swap(&state.output, &output)
  }

  private func run(_ range: Range<Int>, _ state: inout RenderingState) {
    var index = range.lowerBound
    while index < range.upperBound {
      switch instructions[index] {
      case .text(let text): append(text, &state)
      case .html(let path): append(path, &state) { $0.append(html: $1) }
      case .markdown(let path): append(path, &state) { $0.append(markdown: $1) }
      case .raw(let path): appendRaw(path, &state)
      case .section(let path, let end):
        runSection(path, (index + 1)..<Int(end), &state)
        index = Int(end) - 1
      case .inverted(let path, let end):
        if !isShown(value(at: path, state)) { run((index + 1)..<Int(end), &state) }
        index = Int(end) - 1
      case .indented(let bytes, let end):
        runIndented(bytes, (index + 1)..<Int(end), &state)
        index = Int(end) - 1
      case .call(let call): run(call, &state)
      case .choose(let path, let choices): choose(path, choices, &state)
      case .nothing: break
      }
      index += 1
    }
  }

  private func runSection(_ path: Path, _ body: Range<Int>, _ state: inout RenderingState) {
    let value = value(at: path, state)
    guard isShown(value) else { return }
    if case .list(let elements) = value {
      for element in elements { run(body, with: element, &state) }
    } else {
      run(body, with: value, &state)
    }
  }

  private func run(
    _ body: Range<Int>, with frame: SlotValue, _ state: inout RenderingState
  ) {
    state.frames.append(frame)
    run(body, &state)
    state.frames.removeLast()
  }

  private func runIndented(
    _ indentation: PoolRange, _ body: Range<Int>, _ state: inout RenderingState
  ) {
    let outer = state.indentation
    state.indentation += bytes[indentation.range]
    run(body, &state)
    state.indentation = outer
  }

  private func choose(_ path: Path, _ choices: PoolRange, _ state: inout RenderingState) {
    guard case .text(let name) = value(at: path, state),
      let choice = self.choices[choices.range].first(where: { $0.name == name }),
      let call = choice.call
    else { return }
    run(call, &state)
  }

  private func run(_ call: Call, _ state: inout RenderingState) {
    let (outerBase, outerIndentation) = (state.base, state.indentation)
    if let indentation = call.indentation {
      state.indentation += bytes[indentation.range]
    } else {
      state.indentation = []
    }
    if let kept = call.frames {
      let count = state.frames.count
      for index in kept.range { state.frames.append(state.frames[state.base + numbers[index]]) }
      state.base = count
      run(units[Int(call.unit)], &state)
      state.frames.removeLast(state.frames.count - count)
    } else {
      run(units[Int(call.unit)], &state)
    }
    (state.base, state.indentation) = (outerBase, outerIndentation)
  }
}

extension Program {
  private func value(at path: Path, _ state: borrowing RenderingState) -> SlotValue {
    guard path.frame >= 0 else { return .absent }
    let frame = state.base + Int(path.frame)
    guard path.slot >= 0 else { return state.frames[frame] }
    guard case .record(let slots) = state.frames[frame] else { return .absent }
    var value = slots[Int(path.slot)]
    for index in path.rest.range {
      guard case .record(let inner) = value else { return .absent }
      value = inner[numbers[index]]
    }
    return value
  }

  /// Whether a section over the value shows something.
  private func isShown(_ value: SlotValue) -> Bool {
    switch value {
    case .absent: false
    case .text(let text): !text.isEmpty
    case .markup(let bytes): !bytes.isEmpty
    case .flag(let isSet): isSet
    case .record: true
    case .list(let elements): !elements.isEmpty
    }
  }

  private func append(_ text: Text, _ state: inout RenderingState) {
    guard !state.indentation.isEmpty else {
      state.output.append(raw: bytes[text.bytes.range])
      return
    }
    var offset = Int(text.bytes.start)
    for index in text.lineStarts.range {
      let lineStart = lineStarts[index]
      state.output.append(raw: bytes[offset..<lineStart])
      state.output.append(raw: state.indentation[...])
      offset = lineStart
    }
    state.output.append(raw: bytes[offset..<Int(text.bytes.end)])
  }

  private func append(
    _ path: Path, _ state: inout RenderingState, escaping write: (inout ByteBuffer, String) -> Void
  ) {
    switch value(at: path, state) {
    case .text(let text): write(&state.output, text)
    case .markup(let bytes): write(&state.output, String(decoding: bytes, as: UTF8.self))
    case .absent, .flag, .record, .list: break
    }
  }

  private func appendRaw(_ path: Path, _ state: inout RenderingState) {
    switch value(at: path, state) {
    case .text(let text): state.output.append(raw: text)
    case .markup(let bytes): state.output.append(raw: bytes[...])
    case .absent, .flag, .record, .list: break
    }
  }
}
