internal import Diagnostics
internal import Grammar
internal import Model
internal import Syntax

/// A step of a statement's progression that says nothing new.
struct EmptyProgression: Problem {
  static let rule = Rule(
    "KSF0612", "empty-progression", .warning,
    summary: """
      Warns of a step of a statement's progression that says the same as the statement or as another step, or only stands \
      in for a text, such as "as above".
      """,
    reason: "Nobody can see from it what more is expected, or tell when it is met.",
    bad: "text: plan direct work\nprogression: {year-2: Plan direct work.}",
    good: "text: plan direct work\nprogression: {year-2: changes the plan together with the child}")

  let range: SourceRange?
  let cause: Cause
  let statementWord: String

  enum Cause {
    case statement(SourceRange?)
    case step(String, SourceRange)
    case placeholder(String)
  }

  var message: String {
    switch cause {
    case .statement: "this step says the same as the \(statementWord) itself"
    case .step(let other, _): "this step says the same as that for `\(other)`"
    case .placeholder(let written): "\"\(written)\" does not say what more is expected"
    }
  }

  var notes: [Diagnostic.Note] {
    switch cause {
    case .statement(let place?): [Diagnostic.Note("the \(statementWord) says it here", at: place)]
    case .step(_, let place): [Diagnostic.Note("the other step says it here", at: place)]
    default: []
    }
  }

  var help: String { "Say what is new at this step, or take it out." }

  static func check(_ draft: Draft, _ bag: inout DiagnosticBag) {
    let records = draft.records(.statement)
    var steps: [(key: Int, value: Int)] = []
    for statement in draft.statements where !statement.progression.isEmpty {
      let record = records[Int(statement.ref.index)]
      let own = record.node(.text)
      steps.removeAll(keepingCapacity: true)
      record.forEachPair(.progression) { key, value in
        if let cause = cause(of: value, own, steps, record) {
          bag.report(
            EmptyProgression(
              range: record.tree.range(of: value), cause: cause,
              statementWord: draft.statementWord.one))
        }
        steps.append((key, value))
      }
    }
  }

  /// Why a step says nothing; nil if it does.
  private static func cause(
    of value: Int, _ own: Int?, _ steps: [(key: Int, value: Int)], _ record: RecordReader
  ) -> Cause? {
    let tree = record.tree
    if saysSame(value, own, tree) { return .statement(record.range(.text)) }
    for step in steps where saysSame(value, step.value, tree) {
      return .step(tree.text(of: step.key), tree.range(of: step.value))
    }
    let saysNothing = tree.withValue(of: value, isPlaceholder)
    return saysNothing ? .placeholder(tree.text(of: value)) : nil
  }

  /// Whether two texts have the same letters and digits in the same order. No text has none.
  private static func saysSame(_ left: Int, _ right: Int?, _ tree: SyntaxTree) -> Bool {
    tree.withValue(of: left) { left in
      guard let right else { return nextLetter(in: left, after: -1) == nil }
      return tree.withValue(of: right) { right in
        var (i, j) = (-1, -1)
        while true {
          let (letter, other) = (nextLetter(in: left, after: i), nextLetter(in: right, after: j))
          guard let letter, let other else { return letter == nil && other == nil }
          guard letter.small == other.small else { return false }
          (i, j) = (letter.place, other.place)
        }
      }
    }
  }

  /// The next letter, in small, or digit of a text, or byte that is not ASCII.
  private static func nextLetter(
    in text: Span<UInt8>, after place: Int
  ) -> (small: UInt8, place: Int)? {
    var place = place + 1
    while place < text.count {
      let byte = text[place]
      if isLetter(byte) { return (byte | 0x20, place) }
      if isDigit(byte) || byte >= 0x80 { return (byte, place) }
      place += 1
    }
    return nil
  }

  private static func isPlaceholder(_ text: Span<UInt8>) -> Bool {
    var hash = WordHasher()
    var (place, count) = (-1, 0)
    while let (letter, next) = nextLetter(in: text, after: place) {
      hash.add(letter)
      (place, count) = (next, count + 1)
      guard count <= longestPlaceholder else { return false }
    }
    return placeholders.contains(hash.hash)
  }

  private static let longestPlaceholder = 11

  /// Texts that are written where one is still to be.
  private static let placeholders = Set(
    [
      "", "tbc", "tbd", "todo", "na", "none", "same", "asabove", "asbefore", "sameasabove",
      "seeabove", "ditto", "xxx",
    ].map { WordHash($0.utf8) })
}
