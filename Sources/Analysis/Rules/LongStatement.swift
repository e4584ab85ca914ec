internal import Diagnostics
internal import Model

/// A statement with more words than the budget allows.
struct LongStatement: Problem {
  static let rule = Rule(
    "KSF0607", "long-statement", .warning,
    summary:
      "Warns of a statement with more words than `words-per-statement` in the framework's budget; 25 if it says nothing. The stem of its kind does not count.",
    reason:
      "Long statements mostly hold two ideas, and nobody can hold them in mind while they work.",
    bad:
      "text: plan direct work that fits a child's age, culture, language and any disability, and then go on to ...",
    good: "text: plan direct work that fits a child's age, culture, language and any disability")

  let range: SourceRange?
  let count: Int
  let budget: Int
  let statementWord: String

  var message: String {
    "this \(statementWord) has \(count) words, \(count - budget) more than the budget of \(budget)"
  }

  var label: String { "beyond \(budget) words" }
  var help: String { "Cut what is not needed, or make two of it." }

  struct Search: TextRule {
    private let budget: Int
    private let statementWord: String

    init(_ draft: Draft) {
      budget = draft.contents.identity.budget.wordsPerStatement
      statementWord = draft.statementWord.one
    }

    mutating func read(
      _ text: WrittenText, _ bytes: Span<UInt8>, _ words: borrowing Words,
      _ bag: inout DiagnosticBag
    ) {
      let all = words.words.indices
      guard text.statement != nil, all.count > budget,
        case let count = words.count(in: all), count > budget,
        // A statement that holds two ideas is long for that reason.
        TwoIdeas.secondIdea(text, bytes, words) == nil
      else { return }
      let excess = words.index(after: budget, in: all)..<all.upperBound
      bag.report(
        LongStatement(
          range: text.range(words.extent(of: excess)), count: count, budget: budget,
          statementWord: statementWord))
    }
  }
}
