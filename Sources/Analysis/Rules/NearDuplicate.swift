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

  /// Collects the words of all statements.
  struct Gathered: Sendable {
    private var texts = SimilarTexts()
    private var places: [Place] = []

    private struct Place: Sendable {
      let statement: Int32
      /// From its first word to its last, as offsets into its text.
      let start: Int32
      let end: Int32

      var part: Range<Int> { Int(start)..<Int(end) }
    }

    mutating func read(
      _ statement: Ref<Statement>, _ bytes: Span<UInt8>, _ words: borrowing Words,
      _ kind: Ref<Kind>?
    ) {
      texts.add(words, bytes, group: kind.map { Int($0.index) } ?? -1)
      let part = words.extent(of: words.words.indices)
      places.append(
        Place(
          statement: statement.index, start: Int32(part.lowerBound), end: Int32(part.upperBound)))
    }

    mutating func merge(_ other: Gathered) {
      texts.merge(other.texts)
      places += other.places
    }

    func finish(_ draft: Draft, _ bag: inout DiagnosticBag) {
      for pair in texts.pairs() {
        let (later, earlier) = (places[pair.later], places[pair.earlier])
        guard let range = extent(of: later, draft), let firstPlace = extent(of: earlier, draft)
        else {
          continue
        }
        bag.report(
          NearDuplicate(
            range: range, first: draft.contents.statements[Ref(Int(earlier.statement))].id,
            firstPlace: firstPlace, isSame: pair.isSame, statementWord: draft.statementWord))
      }
    }

    private func extent(of place: Place, _ draft: Draft) -> SourceRange? {
      let record = draft.records(.statement)[Int(place.statement)]
      return record.node(.text).map { record.tree.range(of: place.part, inValueOf: $0) }
    }
  }
}
