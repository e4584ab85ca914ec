internal import Diagnostics

/// A call from one unit to another.
struct UnitCall {
  enum Site: Hashable {
    case instruction(Int)
    case choice(Int)
  }

  /// The innermost record or list of the callee, as the caller sees it.
  enum Step {
    /// A part of what the caller sees. Values are finite, so this cannot go on for ever.
    case deeper

    /// The caller's own value.
    case same

    /// A value that is not part of it, such as one from an outer record.
    case elsewhere
  }

  let caller: Int
  let callee: Int
  let site: Site

  /// The name of the template that is called.
  let name: String

  let range: SourceRange
  let step: Step
}

extension Compiler {
  /// Reports and takes out the calls that could go on without end, so that rendering always ends.
  ///
  /// A round of calls ends if each call in it keeps the innermost record or goes deeper into it,
  /// and at least one goes deeper. So no round may consist of calls that keep it, and none may
  /// contain a call that leaves it.
  mutating func cutEndlessCalls() {
    var keeping = CallGraph(units: program.units.count)
    var all = CallGraph(units: program.units.count)
    for call in calls where call.step == .deeper { all.add(call) }
    for call in calls where call.step == .same {
      if let way = keeping.wayBack(of: call) {
        cut(call, way)
      } else {
        keeping.add(call)
        all.add(call)
      }
    }
    for call in calls where call.step == .elsewhere {
      if let way = all.wayBack(of: call) { cut(call, way) } else { all.add(call) }
    }
  }

  private mutating func cut(_ call: UnitCall, _ way: [UnitCall]) {
    report(
      EndlessInclusion(
        range: call.range, name: call.name, others: way.map { ($0.name, $0.range) }))
    takeOut(call)
  }

  /// Takes a call out of the program.
  mutating func takeOut(_ call: UnitCall) {
    cutSites.insert(call.site)
    switch call.site {
    case .instruction(let index): program.instructions[index] = .nothing
    case .choice(let index): program.choices[index].call = nil
    }
  }
}

/// Calls by their caller, of several between the same two units only the first.
private struct CallGraph {
  private struct Pair: Hashable {
    let caller: Int
    let callee: Int
  }

  private var calls: [[UnitCall]]
  private var added: Set<Pair> = []
  private var waysBack: [Pair: [UnitCall]] = [:]

  init(units: Int) {
    calls = Array(repeating: [], count: units)
  }

  mutating func add(_ call: UnitCall) {
    guard added.insert(Pair(caller: call.caller, callee: call.callee)).inserted else { return }
    calls[call.caller].append(call)
  }

  /// The shortest row of calls that leads from the callee back to the caller: none if it calls
  /// itself, nil if there is no way.
  mutating func wayBack(of call: UnitCall) -> [UnitCall]? {
    let pair = Pair(caller: call.caller, callee: call.callee)
    guard !added.contains(pair) || call.step == .elsewhere else { return nil }
    if let way = waysBack[pair] { return way }
    waysBack[pair] = way(from: call.callee, to: call.caller)
    return waysBack[pair]
  }

  private func way(from start: Int, to goal: Int) -> [UnitCall]? {
    var arrivals: [Int: UnitCall] = [:]
    var reached: Set<Int> = [start]
    var queue = [start]
    var position = 0
    while position < queue.count, !reached.contains(goal) {
      for call in calls[queue[position]] where reached.insert(call.callee).inserted {
        arrivals[call.callee] = call
        queue.append(call.callee)
      }
      position += 1
    }
    guard reached.contains(goal) else { return nil }
    var way: [UnitCall] = []
    var unit = goal
    while unit != start, let call = arrivals[unit] {
      way.insert(call, at: 0)
      unit = call.caller
    }
    return way
  }
}
