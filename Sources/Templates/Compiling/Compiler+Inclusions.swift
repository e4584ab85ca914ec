internal import Diagnostics

extension Compiler {
  mutating func compile(_ inclusion: Inclusion, in scope: Scope) {
    switch inclusion.target {
    case .fixed(let name):
      let index = program.instructions.count
      guard let call = call(name, inclusion, in: scope, from: .instruction(index)) else { return }
      emit(.call(call))
    case .dynamic(let name):
      compileChoice(name, inclusion, in: scope)
    }
  }

  private mutating func compileChoice(_ name: Name, _ inclusion: Inclusion, in scope: Scope) {
    guard let found = resolve(name, in: scope) else {
      markUsed(inclusion, in: scope)
      return
    }
    guard case .choice(let values) = found.shape else {
      report(NotATemplateName(range: name.range, name: name.text, noun: found.shape.noun))
      markUsed(inclusion, in: scope)
      return
    }
    let start = program.choices.count
    for value in values {
      let site = UnitCall.Site.choice(program.choices.count)
      if let call = call(value, inclusion, in: scope, from: site, chosenBy: name.text) {
        program.choices.append(Program.Choice(name: value, call: call))
      }
    }
    emit(.choose(found.path, PoolRange(start..<program.choices.count)))
  }

  /// The call of another template; nil, and a report, if there is none of that name.
  private mutating func call(
    _ name: String, _ inclusion: Inclusion, in scope: Scope, from site: UnitCall.Site,
    chosenBy field: String? = nil
  ) -> Call? {
    guard let callee = library.index(of: name, in: scope.language) else {
      reportUnknownPartial(name, inclusion, in: scope, chosenBy: field)
      markUsed(inclusion, in: scope)
      return nil
    }
    let environment = bindArguments(of: inclusion, callee: callee, in: scope)
    let visible = scope.frames.visible
    let number = unit(
      callee, visible.map { scope.frames[$0].shape }, environment: environment,
      includedAt: inclusion.tagRange)
    calls.append(
      UnitCall(
        caller: scope.unit, callee: number, site: site, name: name,
        range: inclusion.tagRange, step: step(to: visible, from: scope)))
    let seesAll = visible.count == scope.frames.count
    let frames = seesAll ? nil : PoolRange(program.numbers.pool(visible))
    let indentation = inclusion.indentation.map {
      PoolRange(program.bytes.pool($0))
    }
    return Call(unit: Int32(number), frames: frames, indentation: indentation)
  }

  private mutating func reportUnknownPartial(
    _ name: String, _ inclusion: Inclusion, in scope: Scope, chosenBy field: String?
  ) {
    let others = OutputLanguage.allCases.filter { $0 != scope.language }
    report(
      UnknownPartial(
        range: inclusion.nameRange, name: name, field: field, isParent: inclusion.isParent,
        language: scope.language,
        isInOtherLanguage: others.contains { library.index(of: name, in: $0) != nil },
        candidates: library.names(in: scope.language)))
  }

  /// The step from the caller's innermost record or list to the one that the callee sees.
  private func step(to visible: [Int], from scope: Scope) -> UnitCall.Step {
    let entries = shapes(ofUnit: scope.unit)
    guard let before = entries.lastIndex(where: { $0?.isContainer ?? false }),
      let after = visible.last(where: { scope.frames[$0].shape?.isContainer ?? false })
    else { return .same }
    let origin = scope.frames[after].origin
    guard origin.entry == before else { return .elsewhere }
    return origin.isPart ? .deeper : .same
  }
}

extension Compiler {
  private mutating func bindArguments(
    of inclusion: Inclusion, callee: Int, in scope: Scope
  ) -> Int {
    var added: [(String, ArgumentID)] = []
    for index in inclusion.arguments {
      let id = ArgumentID(template: scope.template, index: index)
      let name = library[scope.template].arguments[index].name
      handedArguments.append((id, callee))
      // A block that is filled already, here or from further outside, hides this argument, so nothing can
      // be said of it.
      if added.contains(where: { $0.0 == name })
        || environments.binding(of: name, in: scope.environment) != nil
      {
        usedArguments.insert(id)
      }
      added.append((name, id))
    }
    return environments.extending(scope.environment, with: added)
  }

  /// Keeps arguments from being reported when it is unknown what they were handed to.
  private mutating func markUsed(_ inclusion: Inclusion, in scope: Scope) {
    for index in inclusion.arguments {
      usedArguments.insert(ArgumentID(template: scope.template, index: index))
    }
  }
}
