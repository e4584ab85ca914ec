internal import Diagnostics
internal import Grammar
internal import Model

/// A statement that says nearly the same as an earlier one.
struct NearDuplicate: Problem {
  static let rule = Rule(
    "KSF0604", "near-duplicate", .warning,
    summary: """
      Warns of a statement that has at least three quarters of its words, other than such as "the" and "of", in common with \
      an earlier one of the same kind, and the same numbers.
      """,
    reason:
      "People would have to show the same thing twice. Drafts of frameworks have been called overwhelming for that.",
    bad: """
      - {id: REL-1.1, text: plan direct work that fits a child's age and culture}
      - {id: ASP-2.4, text: plan direct work which fits the age and culture of a child}
      """,
    good: """
      - {id: REL-1.1, text: plan direct work that fits a child's age and culture}
      - {id: ASP-2.4, text: change the plan of direct work when a child tires of it}
      """)

  let range: SourceRange?
  let first: String
  let firstPlace: SourceRange
  let isSame: Bool
  let statementWord: Word

  var message: String {
    "this \(statementWord.one) says \(isSame ? "" : "nearly ")the same as `\(first)`"
  }

  var notes: [Diagnostic.Note] { [Diagnostic.Note("`\(first)` says it here", at: firstPlace)] }

  var help: String {
    "Keep one of the two, or say more clearly in what they differ. What is expected of the same \(statementWord.one) later belongs in its `progression`."
  }

  /// Collects the words of all statements.
  struct Search {
    private var texts = SimilarTexts()
    private var places: [(text: WrittenText, part: Range<Int>, statement: Ref<Statement>)] = []

    mutating func read(
      _ text: WrittenText, _ words: Words, _ kind: Ref<Kind>?, _ statement: Ref<Statement>
    ) {
      texts.add(words, text.bytes, group: kind.map { Int($0.index) } ?? -1)
      places.append((text, words.extent(of: words.words.indices), statement))
    }

    func finish(_ draft: Draft, _ bag: inout DiagnosticBag) {
      for pair in texts.pairs() {
        let (text, part, _) = places[pair.later]
        let (firstText, firstPart, first) = places[pair.earlier]
        bag.report(
          NearDuplicate(
            range: text.range(part), first: draft.contents.statements[first].id,
            firstPlace: firstText.range(firstPart), isSame: pair.isSame,
            statementWord: draft.statementWord))
      }
    }
  }
}
