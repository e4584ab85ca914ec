internal import Diagnostics

extension Compiler {
  mutating func compileVariable(_ name: Name, _ isEscaped: Bool, in scope: Scope) {
    guard let found = resolve(name, in: scope) else { return }
    switch found.shape {
    case .text, .choice:
      if !isEscaped {
        report(UnescapedText(range: name.tagRange, name: name))
      }
    case .markup:
      if isEscaped {
        report(EscapedMarkup(range: name.tagRange, name: name))
      }
    case .flag, .record, .list:
      report(
        UnprintableValue(
          range: name.range, name: name.text, noun: found.shape.noun,
          isList: found.shape.isList))
      return
    }
    emit(print(found.path, isEscaped, scope.language))
  }

  private func print(
    _ path: Path, _ isEscaped: Bool, _ language: OutputLanguage
  ) -> Instruction {
    guard isEscaped else { return .raw(path) }
    switch language {
    case .html: return .html(path)
    case .markdown: return .markdown(path)
    }
  }

  mutating func compileSection(_ name: Name, _ body: [Node], in scope: Scope) {
    let found = resolve(name, in: scope)
    let frame = Frame(entering: found, current: scope.frames)
    let inner = scope.entering(frame)
    emit(around: { $0.compile(body, in: inner) }) {
      .section(found?.path ?? .nowhere, end: $0)
    }
  }

  mutating func compileInverted(_ name: Name, _ body: [Node], in scope: Scope) {
    let path = resolve(name, in: scope)?.path ?? .nowhere
    emit(around: { $0.compile(body, in: scope.deeper()) }) { .inverted(path, end: $0) }
  }
}

extension Frame {
  /// The frame of a section: the value itself, or each element of a list.
  init(entering found: ResolvedName?, current: [Frame]) {
    guard let found else {
      // Never entered, so it does not matter what it is part of.
      self.init(shape: nil, origin: Origin(entry: 0, isPart: true))
      return
    }
    if case .list(let element) = found.shape {
      self.init(shape: element, origin: Origin(entry: found.origin.entry, isPart: true))
    } else {
      self.init(shape: found.shape, origin: found.origin)
    }
  }
}

extension Shape {
  var isList: Bool {
    if case .list = self { true } else { false }
  }
}

extension Name {
  var text: String { parts.isEmpty ? "." : parts.map(\.text).joined(separator: ".") }

  var tagRange: SourceRange {
    SourceRange(file: range.file, start: tag.range.lowerBound, end: tag.range.upperBound)
  }
}
