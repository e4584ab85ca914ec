internal import Diagnostics
internal import Grammar
internal import Model
internal import Output
internal import Syntax

/// Reads every text of a draft once, and shows it to all rules that look at words.
///
/// Texts are read in slices, which can be read side by side.
///
/// A class, so that both cores count no references to what they share.
final class TextReading: Sendable {
  private let draft: Draft
  private let rules: TextRules
  private let uses = TextUses()
  private let stems: [StemUse]
  private let slices: [Slice]

  /// The texts of some statements, or all other texts of some files.
  private enum Slice {
    case statements(Range<Int>)
    case files(Range<Int>, firstTerm: Int)
  }

  init(_ draft: Draft) {
    self.draft = draft
    rules = TextRules(draft)
    stems = draft.contents.kinds.elements.map(StemUse.init)
    slices = TextReading.slices(of: draft)
  }

  /// The problems of single texts in a slice, and what the rules have noted there.
  struct Found: Sendable {
    fileprivate var rules: TextRules
    fileprivate var bag = DiagnosticBag()
  }

  var sliceCount: Int { slices.count }

  /// Reads one slice.
  func read(_ slice: Int) -> Found {
    var found = Found(rules: rules)
    switch slices[slice] {
    case .statements(let range): readStatements(range, &found)
    case .files(let range, let firstTerm): readFiles(range, firstTerm, &found)
    }
    return found
  }

  private func readStatements(_ range: Range<Int>, _ found: inout Found) {
    var words = Words()
    let records = draft.records(.statement)
    for index in range {
      guard let node = records[index].node(.text) else { continue }
      let text = WrittenText(
        records[index].declarations, node, .statement, statement: statement(Ref(index)))
      records[index].tree.withValue(of: node) { bytes in
        words.read(bytes)
        found.rules.read(text, bytes, words, &found.bag)
      }
    }
  }

  /// A statement as rules look at its text; nil if nobody is to meet it any more.
  private func statement(_ ref: Ref<Statement>) -> WrittenText.StatementUse? {
    let statement = draft.statements[ref]
    guard !statement.isRetired else { return nil }
    let stem = statement.kind.map { stems[Int($0.index)] } ?? StemUse.none
    return WrittenText.StatementUse(ref: ref, kind: statement.kind, stem: stem)
  }

  private func readFiles(_ range: Range<Int>, _ firstTerm: Int, _ found: inout Found) {
    var words = Words()
    var termCount = firstTerm
    for file in draft.files[range] {
      file.forEachTextBesideStatements(uses, firstTerm: termCount) { text in
        file.tree.withValue(of: text.node) { bytes in
          words.read(bytes)
          found.rules.read(text, bytes, words, &found.bag)
        }
      }
      termCount += file.termCount
    }
  }

  /// Merges what was found in all slices, and reports it. `isWhole` if there is no error.
  func finish(_ slices: [Found], isWhole: Bool, _ bag: inout DiagnosticBag) {
    var rules = rules
    for found in slices {
      bag.append(contentsOf: found.bag.diagnostics)
      rules.merge(found.rules)
    }
    rules.finish(draft, isWhole: isWhole, &bag)
  }

  private static func slices(of draft: Draft) -> [Slice] {
    let (statementCount, files) = (draft.contents.statements.count, draft.files)
    let size = 256
    var slices = stride(from: 0, to: statementCount, by: size).map { start in
      Slice.statements(start..<min(start + size, statementCount))
    }
    var (start, nodeCount, firstTerm, termCount) = (0, 0, 0, 0)
    for (index, file) in files.enumerated() {
      nodeCount += file.tree.nodes.count
      termCount += file.termCount
      guard nodeCount > 15_000 || index == files.count - 1 else { continue }
      slices.append(.files(start..<(index + 1), firstTerm: firstTerm))
      (start, nodeCount, firstTerm) = (index + 1, 0, termCount)
    }
    return slices
  }
}
