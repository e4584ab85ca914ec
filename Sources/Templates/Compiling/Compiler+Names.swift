internal import Diagnostics

/// The meaning of a name in a template.
struct ResolvedName {
  let path: Path
  let shape: Shape
  let origin: Frame.Origin
}

extension Compiler {
  /// Finds the value of a name as the Mustache spec does (Interpolation, overview), but in the
  /// declared shapes; reports a name that is not declared and returns nil.
  mutating func resolve(_ name: Name, in scope: Scope) -> ResolvedName? {
    guard let head = name.parts.first else { return resolveCurrent(in: scope) }
    var meetsUnknown = false
    for index in scope.frames.indices.reversed() {
      switch scope.frames[index].shape {
      case nil: meetsUnknown = true
      case .record(let reference):
        let description = reference.description
        guard let slot = description.slot(of: head.text) else { continue }
        return resolveRest(of: name, in: description, slot, frame: index, scope)
      default: continue
      }
    }
    if !meetsUnknown {
      let context = UnknownVariable.Context.nowhere(currentRecord: scope.currentRecordName)
      reportUnknown(head, context, scope.names, scope)
    }
    return nil
  }

  private func resolveCurrent(in scope: Scope) -> ResolvedName? {
    let index = scope.frames.count - 1
    guard let shape = scope.frames[index].shape else { return nil }
    let path = Path(frame: Int32(index), slot: -1, rest: PoolRange(0..<0))
    return ResolvedName(path: path, shape: shape, origin: scope.frames[index].origin)
  }

  /// "If any name parts were retained in step 1, each should be resolved against a context stack
  /// containing only the result from the former resolution."
  private mutating func resolveRest(
    of name: Name, in description: RecordDescription, _ first: Int, frame: Int, _ scope: Scope
  ) -> ResolvedName? {
    var slots: [Int] = []
    var shape = description.fields[first].shape
    for index in name.parts.indices.dropFirst() {
      let part = name.parts[index]
      guard case .record(let reference) = shape else {
        let context = UnknownVariable.Context.notARecord(
          name.parts[index - 1].text, noun: shape.noun)
        reportUnknown(part, context, [], scope)
        return nil
      }
      let record = reference.description
      guard let slot = record.slot(of: part.text) else {
        let names = record.fields.map(\.name)
        reportUnknown(part, .inRecord(record.name), names, scope)
        return nil
      }
      slots.append(slot)
      shape = record.fields[slot].shape
    }
    let rest = PoolRange(program.numbers.pool(slots))
    let path = Path(frame: Int32(frame), slot: Int32(first), rest: rest)
    let origin = Frame.Origin(entry: scope.frames[frame].origin.entry, isPart: true)
    return ResolvedName(path: path, shape: shape, origin: origin)
  }

  private mutating func reportUnknown(
    _ part: Name.Part, _ context: UnknownVariable.Context, _ candidates: [String], _ scope: Scope
  ) {
    report(
      UnknownVariable(
        range: part.range, name: part.text, context: context, candidates: candidates,
        inclusion: inclusionNote(of: scope)))
  }
}

extension Scope {
  /// All names that can be used here, those of the innermost record first.
  var names: [String] {
    var seen: Set<String> = []
    var names: [String] = []
    for frame in frames.reversed() {
      guard case .record(let reference) = frame.shape else { continue }
      names += reference.description.fields.map(\.name).filter { seen.insert($0).inserted }
    }
    return names
  }

  var currentRecordName: String? {
    for frame in frames.reversed() {
      if case .record(let reference) = frame.shape { return reference.description.name }
    }
    return nil
  }
}

extension Array {
  /// Appends and returns where the new elements are.
  mutating func pool(_ elements: some Sequence<Element>) -> Range<Int> {
    let start = count
    self += elements
    return start..<count
  }
}
