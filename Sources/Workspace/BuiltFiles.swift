internal import Model
internal import Output

/// All files of a plan, once those are made that had to be.
struct BuiltFiles {
  /// Those that were made, in the order of the plan.
  let made: [OutputFolder.MadeFile]

  /// In the order of the plan.
  let parts: [Part]

  /// How many files there are.
  let count: Int

  private let former: FormerBuild?

  /// A file that was made, by its place among them, or outputs of the last build that stand as it left them.
  enum Part {
    case made(Int)
    case former(Range<Int>)
  }

  /// `former` is the last build if all that was not made stands as it left it.
  init(_ made: [OutputFolder.MadeFile], count: Int, _ former: FormerBuild?) {
    (self.made, self.count, self.former) = (made, count, former)
    var parts: [Part] = []
    func addFormer(_ places: Range<Int>) {
      guard let former, !places.isEmpty else { return }
      let outputs = places.map { place in
        guard let output = former.output(of: place) else {
          preconditionFailure("a file that is not there was not made")
        }
        return output
      }
      for run in outputs.runs { parts.append(.former(run)) }
    }
    var next = 0
    for (index, file) in made.enumerated() {
      guard let place = file.place else { continue }
      addFormer(next..<place)
      parts.append(.made(index))
      next = place + 1
    }
    addFormer(next..<count)
    self.parts = parts
  }

  /// All files as the manifest names them.
  var entries: [Manifest.Entry] {
    var entries: [Manifest.Entry] = []
    entries.reserveCapacity(count)
    for part in parts {
      switch part {
      case .made(let index): entries.append(made[index].entry)
      case .former(let outputs): entries += outputs.compactMap { former?.entry(of: $0) }
      }
    }
    return entries
  }
}

extension [Int] {
  /// Runs of numbers of which each is the one before and one more.
  fileprivate var runs: [Range<Int>] {
    var runs: [Range<Int>] = []
    for number in self {
      if let last = runs.last, last.upperBound == number {
        runs[runs.count - 1] = last.lowerBound..<(number + 1)
      } else {
        runs.append(number..<(number + 1))
      }
    }
    return runs
  }
}
