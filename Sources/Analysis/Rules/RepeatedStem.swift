internal import Diagnostics
internal import Grammar
internal import Model
internal import Syntax

/// A statement whose text begins with the words that its kind puts before it.
struct RepeatedStem: Problem {
  static let rule = Rule(
    "KSF0631", "repeated-stem", .warning,
    summary: "Warns of a statement that begins with the stem of its kind.",
    reason:
      "Readers see the stem before each text, so they would read it twice: \"Know that know that\".",
    bad: "text: know that a dry blade lasts longer  # the stem is Know that",
    good: "text: a dry blade lasts longer")

  let range: SourceRange?
  let stem: String
  let kind: String

  var message: String { "this text repeats its stem \"\(stem)\"" }
  var help: String {
    "Take these words out: readers see \"\(stem)\" before each text of the kind `\(kind)`."
  }

  static func check(_ draft: Draft, _ bag: inout DiagnosticBag) {
    let kinds = draft.contents.kinds.elements
    let stems = kinds.map { Array(($0.stem ?? "").lowercased().utf8) }
    guard stems.contains(where: { !$0.isEmpty }) else { return }
    for (index, record) in draft.records(.statement).enumerated() {
      let row = draft.statements[Ref(index)]
      guard !row.isRetired, let kind = row.kind, let node = record.node(.text) else { continue }
      let stem = stems[Int(kind.index)]
      guard !stem.isEmpty, record.tree.withValue(of: node, { isWords(stem, atStartOf: $0) }) else {
        continue
      }
      bag.report(
        RepeatedStem(
          range: record.tree.range(of: 0..<stem.count, inValueOf: node),
          stem: kinds[Int(kind.index)].stem ?? "", kind: kinds[Int(kind.index)].id))
    }
  }

  /// The problems without those about the verb of a repeated stem: one mistake makes one message.
  static func withoutVerbs(of diagnostics: [Diagnostic]) -> [Diagnostic] {
    func start(_ diagnostic: Diagnostic) -> SourceRange? {
      diagnostic.range.map { SourceRange(file: $0.file, start: Int($0.start), end: Int($0.start)) }
    }
    let places = Set(diagnostics.filter { $0.rule.code == rule.code }.map(start))
    guard !places.isEmpty else { return diagnostics }
    return diagnostics.filter {
      $0.rule.code != UnobservableVerb.rule.code || !places.contains(start($0))
    }
  }
}

/// Whether a text begins with these words, whatever their case, and goes on with others.
private func isWords(_ words: [UInt8], atStartOf text: Span<UInt8>) -> Bool {
  guard text.count > words.count, text[words.count] <= UInt8(ascii: " ") else { return false }
  for place in words.indices {
    let byte = text[place]
    let isCapital = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
    guard (isCapital ? byte | 0x20 : byte) == words[place] else { return false }
  }
  return true
}
