internal import Diagnostics
internal import Grammar
internal import Model
internal import Output
internal import Syntax

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

  struct Search: TextRule {
    private var texts = SimilarTexts()

    /// By text: the statement, and the part that is reported.
    private var parts: [Part] = []

    private struct Part: Sendable {
      let statement: Ref<Statement>
      /// From its first word to its last, as offsets into its text.
      let start: Int32
      let end: Int32

      var range: Range<Int> { Int(start)..<Int(end) }
    }

    init(_ draft: Draft) {}

    mutating func read(
      _ text: WrittenText, _ bytes: Span<UInt8>, _ words: borrowing Words,
      _ bag: inout DiagnosticBag
    ) {
      guard let statement = text.statement, !words.words.isEmpty else { return }
      texts.add(words, bytes, group: statement.kind.map { Int($0.index) } ?? -1)
      let part = words.extent(of: words.words.indices)
      parts.append(
        Part(
          statement: statement.ref, start: Int32(part.lowerBound), end: Int32(part.upperBound)))
    }

    mutating func merge(_ later: Search) {
      texts.merge(later.texts)
      parts += later.parts
    }

    func finish(_ draft: Draft, isWhole: Bool, _ bag: inout DiagnosticBag) {
      for pair in texts.pairs() {
        let (later, earlier) = (parts[pair.later], parts[pair.earlier])
        guard let range = self.range(of: later, draft),
          let firstPlace = self.range(of: earlier, draft)
        else {
          continue
        }
        bag.report(
          NearDuplicate(
            range: range, first: draft.statements[earlier.statement].id,
            firstPlace: firstPlace, isSame: pair.isSame, statementWord: draft.statementWord))
      }
    }

    private func range(of part: Part, _ draft: Draft) -> SourceRange? {
      let record = draft.records(.statement)[Int(part.statement.index)]
      return record.node(.text).map { record.tree.range(of: part.range, inValueOf: $0) }
    }
  }
}
