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
    let statements = draft.statements
    for ref in statements.refs where !statements[ref].progression.isEmpty {
      guard let record = draft.record(of: .statement(ref)) else { continue }
      let text = record.node(.text)
      let own = text.map { record.tree.withValue(of: $0, letters) } ?? WordHash()
      var steps: [(letters: WordHash, key: Int, value: Int)] = []
      for (key, value) in record.pairs(.progression) {
        let letters = record.tree.withValue(of: value, letters)
        let cause: Cause? =
          if letters == own {
            .statement(record.range(.text))
          } else if let same = steps.first(where: { $0.letters == letters }) {
            .step(record.tree.text(of: same.key), record.tree.range(of: same.value))
          } else if placeholders.contains(letters) {
            .placeholder(record.tree.text(of: value))
          } else {
            nil
          }
        steps.append((letters, key, value))
        guard let cause else { continue }
        bag.report(
          EmptyProgression(
            range: record.tree.range(of: value), cause: cause,
            statementWord: draft.statementWord.one))
      }
    }
  }

  /// What stands for a text in small letters and digits alone.
  private static func letters(of text: Span<UInt8>) -> WordHash {
    var hash = WordHash()
    for place in text.indices {
      let byte = text[place]
      if isLetter(byte) {
        hash.add(byte | 0x20)
      } else if isDigit(byte) || byte >= 0x80 {
        hash.add(byte)
      }
    }
    return hash
  }

  /// Texts that are written where one is still to be.
  private static let placeholders = Set(
    [
      "", "tbc", "tbd", "todo", "na", "none", "same", "asabove", "asbefore", "sameasabove",
      "seeabove", "ditto", "xxx",
    ].map { WordHash($0.utf8) })
}
