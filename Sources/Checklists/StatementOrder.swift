internal import Model

/// A topological sort of statements: each comes after all its prerequisites.
///
/// The sort is stable: otherwise statements keep their order, next to others of the same block and outcome. Blocks are numbered
/// in the wanted order. The time is O(n log n) for n statements and links.
struct StatementOrder {
  private let contents: Contents
  private var isListed: [Bool]
  /// The number of open prerequisites, by node: a statement of the list, or an outcome on which others depend as a whole.
  private var openCount: [Int]
  private var followers: [[Int]]
  private var queue: NestedQueue

  /// Sorts statements. `blocks` has the first grouping key of each statement, below `blockCount`.
  static func sorted(
    _ statements: [Ref<Statement>], in framework: Framework, blocks: [Int32], blockCount: Int
  ) -> [Ref<Statement>] {
    if let sorted = sortedAlone(statements, in: framework, blocks: blocks, blockCount: blockCount) {
      return sorted
    }
    var order = StatementOrder(statements, framework.contents) { Int(blocks[Int($0.index)]) }
    let sorted = order.run()
    // A valid framework has no cycle. If one had, no statement may be lost.
    guard sorted.count < statements.count else { return sorted }
    let found = Set(sorted)
    return sorted + statements.filter { !found.contains($0) }
  }

  /// The statements sorted by block, outcome and position, if that respects all prerequisites; otherwise nil. Any subset then
  /// respects them too.
  ///
  /// Most frameworks are written in an order in which they can be met, and then this is all that is needed.
  static func sortedAlone(
    _ statements: [Ref<Statement>], in framework: Framework, blocks: [Int32], blockCount: Int
  ) -> [Ref<Statement>]? {
    let (contents, all) = (framework.contents, framework.statements)
    let sorted = StatementOrder.counted(
      StatementOrder.counted(statements, below: contents.outcomes.count) {
        all[$0].outcome.index
      }, below: blockCount
    ) { blocks[Int($0.index)] }
    // The position of each statement in that order; -1 for one that is not listed.
    var places = [Int32](repeating: -1, count: contents.statements.count)
    for (place, ref) in sorted.enumerated() { places[Int(ref.index)] = Int32(place) }
    var lastOf: [Ref<Outcome>: Int32] = [:]
    func last(of outcome: Ref<Outcome>) -> Int32 {
      if let known = lastOf[outcome] { return known }
      let last = contents.outcomes[outcome].statements.map { places[Int($0.index)] }.max() ?? -1
      lastOf[outcome] = last
      return last
    }
    for (place, ref) in sorted.enumerated() where all[ref].hasPrerequisites {
      let isEarly =
        all[ref].reliesOn.contains { places[Int($0.index)] >= place }
        || all[ref].after.contains { prerequisite in
          switch prerequisite {
          case .statement(let earlier): places[Int(earlier.index)] >= place
          case .outcome(let outcome): last(of: outcome) >= place
          }
        }
      if isEarly { return nil }
    }
    return sorted
  }

  /// A stable counting sort of statements by a key below `limit`, in linear time.
  private static func counted(
    _ statements: [Ref<Statement>], below limit: Int, _ number: (Ref<Statement>) -> Int32
  ) -> [Ref<Statement>] {
    // By key: first the count of statements, then the next free position.
    var next = [Int32](repeating: 0, count: limit)
    for ref in statements { next[Int(number(ref))] += 1 }
    var end: Int32 = 0
    for number in next.indices { (next[number], end) = (end, end + next[number]) }
    return [Ref<Statement>](unsafeUninitializedCapacity: statements.count) { room, filled in
      for ref in statements {
        room.initializeElement(at: Int(next[Int(number(ref))]), to: ref)
        next[Int(number(ref))] += 1
      }
      filled = statements.count
    }
  }

  private init(
    _ statements: [Ref<Statement>], _ contents: Contents, _ block: (Ref<Statement>) -> Int
  ) {
    self.contents = contents
    let count = contents.statements.count
    isListed = Array(repeating: false, count: count)
    openCount = Array(repeating: 0, count: count + contents.outcomes.count)
    followers = Array(repeating: [], count: count + contents.outcomes.count)
    queue = NestedQueue(count: count)
    for (position, ref) in statements.enumerated() {
      isListed[Int(ref.index)] = true
      queue.place(
        Int(ref.index), block: block(ref), group: Int(contents.statements[ref].outcome.index),
        position: position)
    }
    link(statements)
  }

  private mutating func link(_ statements: [Ref<Statement>]) {
    let count = contents.statements.count
    var isOutcomeLinked = Array(repeating: false, count: contents.outcomes.count)
    func link(_ earlier: Int, _ later: Int) {
      followers[earlier].append(later)
      openCount[later] += 1
    }
    for ref in statements {
      let statement = contents.statements[ref]
      for earlier in statement.reliesOn where isListed[Int(earlier.index)] {
        link(Int(earlier.index), Int(ref.index))
      }
      for prerequisite in statement.after {
        switch prerequisite {
        case .statement(let earlier):
          if isListed[Int(earlier.index)] { link(Int(earlier.index), Int(ref.index)) }
        case .outcome(let outcome):
          let node = count + Int(outcome.index)
          link(node, Int(ref.index))
          guard !isOutcomeLinked[Int(outcome.index)] else { continue }
          isOutcomeLinked[Int(outcome.index)] = true
          for earlier in contents.outcomes[outcome].statements
          where isListed[Int(earlier.index)] { link(Int(earlier.index), node) }
        }
      }
    }
  }

  private mutating func run() -> [Ref<Statement>] {
    let count = contents.statements.count
    var sorted: [Ref<Statement>] = []
    for index in 0..<count where isListed[index] && openCount[index] == 0 { queue.insert(index) }
    var done = (count..<openCount.count).filter { openCount[$0] == 0 && !followers[$0].isEmpty }
    while true {
      while let node = done.popLast() {
        for follower in followers[node] {
          openCount[follower] -= 1
          guard openCount[follower] == 0 else { continue }
          if follower < count { queue.insert(follower) } else { done.append(follower) }
        }
      }
      guard let next = queue.next() else { return sorted }
      sorted.append(Ref(next))
      done.append(next)
    }
  }
}

/// A queue of the statements that can come next. It stays in a group, and then in a block, as long as that has any left.
private struct NestedQueue {
  private struct Place {
    var block = 0
    var group = 0
    var position = 0
  }

  /// A group within its block.
  private struct GroupKey: Hashable {
    let block: Int
    let group: Int
  }

  private var places: [Place]
  private var items: [GroupKey: Heap] = [:]
  private var groups: [Int: Heap] = [:]
  private var blocks = Heap()
  private var current: GroupKey?
  /// The items, by position in the list.
  private var itemAt: [Int: Int] = [:]

  init(count: Int) {
    places = Array(repeating: Place(), count: count)
  }

  mutating func place(_ item: Int, block: Int, group: Int, position: Int) {
    places[item] = Place(block: block, group: group, position: position)
    itemAt[position] = item
  }

  mutating func insert(_ item: Int) {
    let place = places[item]
    let key = GroupKey(block: place.block, group: place.group)
    if items[key, default: Heap()].isEmpty {
      if groups[place.block, default: Heap()].isEmpty { blocks.insert(place.block) }
      groups[place.block, default: Heap()].insert(place.group)
    }
    items[key, default: Heap()].insert(place.position)
  }

  mutating func next() -> Int? {
    guard let key = nextGroup(), let position = items[key]?.popFirst() else { return nil }
    current = key
    if items[key]?.isEmpty == true {
      groups[key.block]?.remove(key.group)
      if groups[key.block]?.isEmpty == true { blocks.remove(key.block) }
    }
    return itemAt[position]
  }

  private func nextGroup() -> GroupKey? {
    if let current, items[current]?.isEmpty == false { return current }
    if let current, let group = groups[current.block]?.first {
      return GroupKey(block: current.block, group: group)
    }
    guard let block = blocks.first, let group = groups[block]?.first else { return nil }
    return GroupKey(block: block, group: group)
  }
}

/// A priority queue of numbers, smallest first. Removed numbers are dropped when they come up.
private struct Heap {
  private var numbers: [Int] = []
  private var removed: [Int: Int] = [:]
  private(set) var count = 0

  var isEmpty: Bool { count == 0 }

  var first: Int? { isEmpty ? nil : numbers.first }

  mutating func insert(_ number: Int) {
    count += 1
    numbers.append(number)
    var child = numbers.count - 1
    while child > 0, numbers[child] < numbers[(child - 1) / 2] {
      numbers.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  mutating func popFirst() -> Int? {
    guard let first else { return nil }
    count -= 1
    dropFirst()
    dropRemoved()
    return first
  }

  mutating func remove(_ number: Int) {
    count -= 1
    removed[number, default: 0] += 1
    dropRemoved()
  }

  private mutating func dropRemoved() {
    while let first = numbers.first, let times = removed[first] {
      removed[first] = times == 1 ? nil : times - 1
      dropFirst()
    }
  }

  private mutating func dropFirst() {
    guard let last = numbers.popLast(), !numbers.isEmpty else { return }
    numbers[0] = last
    var parent = 0
    while true {
      var smallest = parent
      for child in [2 * parent + 1, 2 * parent + 2]
      where child < numbers.count && numbers[child] < numbers[smallest] { smallest = child }
      if smallest == parent { return }
      numbers.swapAt(parent, smallest)
      parent = smallest
    }
  }
}
