internal import Diagnostics

/// The surroundings in which a part of a template is compiled: all that its names can mean there.
struct Scope {
  /// The template that the part was written in, which is not that of the unit for a filled block.
  var template: Int

  /// The unit whose steps are being made.
  let unit: Int

  let language: OutputLanguage

  /// The values in sight, outermost first. Never empty.
  var frames: [Frame]

  /// The blocks that are filled from outside, by their number in `Environments`.
  var environment: Int

  /// The number of sections and filled blocks around the part.
  var depth = 0

  func entering(_ frame: Frame) -> Scope {
    var inner = self
    inner.frames.append(frame)
    inner.depth += 1
    return inner
  }

  func deeper() -> Scope {
    var inner = self
    inner.depth += 1
    return inner
  }
}

/// A value in sight while a section over it is compiled.
struct Frame {
  /// Nil inside a section whose name is not declared: nothing can be said of the names there.
  let shape: Shape?

  let origin: Origin

  /// The way in which a value came about from the values that the unit was called with. Needed to prove that
  /// calls come to an end.
  struct Origin {
    /// The outermost value that it is or that it is part of.
    let entry: Int

    /// Whether it is a part, and not the whole.
    let isPart: Bool
  }
}

extension Shape {
  /// Whether values of this shape have parts.
  var isContainer: Bool {
    switch self {
    case .record, .list: true
    case .text, .markup, .flag, .choice: false
    }
  }
}

extension [Frame] {
  /// The frames that a template included here can see any of: the current value and, of each kind
  /// of record, the innermost one, which hides all others of its kind.
  ///
  /// Without this, the frames of a template that includes itself would pile up without end.
  var visible: [Int] {
    var kept: [Int] = []
    for index in indices.reversed() {
      let shape = self[index].shape
      let isCurrent = index == count - 1
      switch shape {
      case .record, nil:
        // There are few, and shapes take long to hash.
        if !kept.contains(where: { self[$0].shape == shape }) { kept.append(index) }
      default:
        if isCurrent { kept.append(index) }
      }
    }
    return kept.reversed()
  }
}
