internal import Diagnostics
internal import Grammar
internal import Model
internal import Syntax

/// An evidence rule that contradicts itself or asks for nothing.
struct ImpossibleEvidence: Problem {
  static let rule = Rule(
    "KSF0309", "impossible-evidence",
    summary: """
      Reports an evidence rule that names no type of evidence, that asks for fewer pieces than it names types which are \
      all needed, or for more observers than pieces.
      """,
    reason: "Nobody could tell from it when a statement is met.",
    bad: "evidence: {all-of: [observation, feedback, reflection], at-least: 2}",
    good: "evidence: {all-of: [observation, feedback, reflection], at-least: 3}")

  let range: SourceRange?
  let statement: String
  let cause: Cause

  enum Cause {
    case noTypes
    case fewerThanNeeded(count: Int, needed: Int)
    case moreObservers(count: Int, pieces: Int, piecesPlace: SourceRange)
  }

  var message: String {
    switch cause {
    case .noTypes:
      "the evidence for `\(statement)` names no type of evidence"
    case .fewerThanNeeded(let count, let needed):
      "`all-of` names \(needed) types that are all needed, but `at-least` asks for \(count)"
    case .moreObservers(let count, let pieces, _):
      "\(count) different observers cannot have seen \(pieces) \(pieces == 1 ? "piece" : "pieces") of evidence"
    }
  }

  var notes: [Diagnostic.Note] {
    guard case .moreObservers(_, let pieces, let place) = cause else { return [] }
    return [Diagnostic.Note("`at-least` is \(pieces) here", at: place)]
  }

  var help: String {
    switch cause {
    case .noTypes: "Name the types under `any-of` or `all-of`, or take `evidence` out."
    case .fewerThanNeeded(_, let needed):
      "Raise `at-least` to \(needed) or more, or move a type that is not always needed to `any-of`."
    case .moreObservers(let count, _, _):
      "Raise `at-least` to \(count) or more, or ask for fewer observers."
    }
  }

  static func check(_ draft: Draft, _ bag: inout DiagnosticBag) {
    let isPossible = draft.statements.evidenceRules.map(isPossible)
    guard isPossible.contains(false) else { return }
    for statement in draft.statements {
      guard let number = statement.evidenceNumber, !isPossible[number],
        let rule = statement.evidence,
        let record = draft.record(of: .statement(statement.ref))?.record(.evidence)
      else { continue }
      func report(_ cause: Cause, _ range: SourceRange) {
        bag.report(ImpossibleEvidence(range: range, statement: statement.id, cause: cause))
      }
      // A misspelt type is not in the rule, but the author named one.
      if rule.anyOf.isEmpty, rule.allOf.isEmpty, record.namesNoTypes {
        report(.noTypes, record.firstKeyRange)
        continue
      }
      guard let pieces = rule.atLeast else { continue }
      let needed = Set(rule.allOf).count
      if pieces < needed {
        report(.fewerThanNeeded(count: pieces, needed: needed), record.range(.atLeast))
      } else if let observers = rule.observers, observers > pieces {
        let cause = Cause.moreObservers(
          count: observers, pieces: pieces, piecesPlace: record.range(.atLeast))
        report(cause, record.range(.observers))
      }
    }
  }

  /// Whether there is nothing to look at closely, as in most rules.
  private static func isPossible(_ rule: EvidenceRule) -> Bool {
    guard !rule.anyOf.isEmpty || !rule.allOf.isEmpty else { return false }
    guard let pieces = rule.atLeast else { return true }
    return rule.allOf.count <= pieces && rule.observers ?? 0 <= pieces
  }
}

extension RecordReader {
  fileprivate var namesNoTypes: Bool {
    [Key.anyOf, .allOf].allSatisfy { !has($0) || node($0) != nil && items($0).isEmpty }
  }

  /// The range of the record's first key, or else of the record.
  var firstKeyRange: SourceRange {
    guard record.entryCount > 0 else { return tree.range(of: Int(record.node)) }
    return tree.range(of: Int(declarations.entries[Int(record.firstEntry)].keyNode))
  }
}
