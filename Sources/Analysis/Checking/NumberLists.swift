/// Many short lists of numbers, one after another in one list.
struct NumberLists: Sendable {
  private var numbers: [Int32] = []

  /// By list: where it ends, and the next one starts.
  private var ends: [Int32] = []

  init() {}

  /// The lists of all parts, one part after the other.
  init(_ parts: [NumberLists]) {
    numbers.reserveCapacity(parts.reduce(0) { $0 + $1.numbers.count })
    ends.reserveCapacity(parts.reduce(0) { $0 + $1.ends.count })
    for part in parts {
      let start = Int32(numbers.count)
      numbers += part.numbers
      for end in part.ends { ends.append(start + end) }
    }
  }

  /// How many lists there are.
  var count: Int { ends.count }

  /// Adds a number to the list that is open.
  mutating func add(_ number: Int32) { numbers.append(number) }

  /// Closes the list that is open, and opens the next.
  mutating func endList() { ends.append(Int32(numbers.count)) }

  /// How many numbers a list has.
  func count(of list: Int) -> Int { Int(ends[list]) - start(of: list) }

  /// Calls a function with each number of a list.
  @inline(__always)
  func forEach(of list: Int, _ body: (Int) -> Void) {
    for place in start(of: list)..<Int(ends[list]) { body(Int(numbers[place])) }
  }

  /// Calls a function with each so many numbers of a list, by the place of the first of them.
  @inline(__always)
  func forEach(
    of list: Int, by step: Int, _ body: (_ number: (Int) -> Int) -> Void
  ) {
    for place in Swift.stride(from: start(of: list), to: Int(ends[list]), by: step) {
      body { Int(numbers[place + $0]) }
    }
  }

  /// Whether a condition holds for any number of a list.
  @inline(__always)
  func contains(in list: Int, where condition: (Int) -> Bool) -> Bool {
    for place in start(of: list)..<Int(ends[list]) where condition(Int(numbers[place])) {
      return true
    }
    return false
  }

  private func start(of list: Int) -> Int { list == 0 ? 0 : Int(ends[list - 1]) }
}
