internal import Diagnostics

extension Compiler {
  /// The most calls that one value may set off. No page needs a thousandth of it.
  private static let mostCalls = 100_000

  /// Takes out calls by which units multiply, such as a row of templates that each include the next one twice, and reports the
  /// first of them.
  ///
  /// Calls that go deeper into a value are not counted, since the value bounds them. The others make no rounds once
  /// `cutEndlessCalls` is through, so each unit comes after those that it calls.
  mutating func cutMultiplyingCalls() {
    let counted = calls.filter { $0.step != .deeper && !cutSites.contains($0.site) }
    var callsOfUnit = Array(repeating: [UnitCall](), count: program.units.count)
    var callers = Array(repeating: [Int](), count: program.units.count)
    for call in counted {
      callsOfUnit[call.caller].append(call)
      callers[call.callee].append(call.caller)
    }
    var open = callsOfUnit.map(\.count)
    var ready = open.indices.filter { open[$0] == 0 }
    var counts = Array(repeating: 1, count: program.units.count)
    while let unit = ready.popLast() {
      for call in callsOfUnit[unit] {
        if counts[unit] + counts[call.callee] > Compiler.mostCalls {
          reportMultiplying(call)
        } else {
          counts[unit] += counts[call.callee]
        }
      }
      for caller in callers[unit] {
        open[caller] -= 1
        if open[caller] == 0 { ready.append(caller) }
      }
    }
  }

  private mutating func reportMultiplying(_ call: UnitCall) {
    takeOut(call)
    // One mistake makes one message: what includes this template multiplies as well.
    if !isCut { report(TemplateTooComplex(range: call.range, excess: .instructions)) }
    isCut = true
  }
}
