/// The sets of filled blocks under which templates are compiled, each once and by number. Number 0
/// is empty.
struct Environments {
  /// The argument that fills a block, and the blocks that were filled where it was written.
  struct Binding: Hashable {
    let argument: ArgumentID
    let environment: Int
  }

  private var all: [[String: Binding]] = [[:]]
  private var numbers: [[String: Binding]: Int] = [[:]: 0]

  func binding(of block: String, in environment: Int) -> Binding? {
    all[environment][block]
  }

  /// The environment with some more blocks filled. One that is filled already stays so: "Top-level
  /// substitutions take precedence in multi-level inheritance" (Mustache spec, Inheritance).
  ///
  /// An argument keeps the environment that it was written in, which never fills its own block. So
  /// these sets only grow from one call to the next, only shrink from a block to what fills it, and
  /// are finite.
  mutating func extending(_ environment: Int, with added: [(String, ArgumentID)]) -> Int {
    var blocks = all[environment]
    for (block, argument) in added where blocks[block] == nil {
      blocks[block] = Binding(argument: argument, environment: environment)
    }
    if let number = numbers[blocks] { return number }
    all.append(blocks)
    numbers[blocks] = all.count - 1
    return all.count - 1
  }
}

/// An argument of a parent: the template that it stands in, and its index there.
struct ArgumentID: Hashable {
  let template: Int
  let index: Int
}
