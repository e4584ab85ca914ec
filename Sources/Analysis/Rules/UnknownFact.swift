internal import Diagnostics

/// A fact cited that the source's record does not have.
struct UnknownFact: Problem {
  static let rule = Rule(
    "KSF0215", "unknown-fact",
    summary: "Reports the number of a fact that the source's record does not have.",
    reason: "A statement would claim support that nobody can look up.",
    bad: "sources: [{source: working-together, facts: [99]}]",
    good: "sources: [{source: working-together, facts: [2]}]")

  let range: SourceRange?
  let number: Int
  let source: String
  let known: [Int]

  var message: String { "the source `\(source)` has no fact \(number)" }

  var help: String {
    known.isEmpty
      ? "Its record has no facts. Add them under `facts:`, or cite the source as a whole."
      : known.count <= 20
        ? "Its facts are \(joined(known.map(String.init), by: "and"))."
        : "Its facts go from \(known.min() ?? 0) to \(known.max() ?? 0)."
  }
}
