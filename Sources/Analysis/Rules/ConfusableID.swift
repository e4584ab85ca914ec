internal import Diagnostics
internal import Grammar
internal import Model

/// Two ids that differ only in punctuation or in zeros before a number.
struct ConfusableID: Problem {
  static let rule = Rule(
    "KSF0317", "confusable-id",
    summary: """
      Refuses two ids that differ only in what other systems drop: the hyphens and full stops between letters and \
      numbers, and zeros before a number. REL-1.11 and REL-11.1 are different.
      """,
    reason:
      "A system that imports the framework may take them for one and lose the other, and people mix them up when they read them out.",
    bad: "- id: REL-1.1\n- id: REL-1-01",
    good: "- id: REL-1.1\n- id: REL-1.2")

  let range: SourceRange?
  let id: String
  let first: String
  let firstPlace: SourceRange?

  var message: String {
    "the id `\(id)` differs from `\(first)` only in its punctuation or zeros"
  }

  var notes: [Diagnostic.Note] {
    firstPlace.map { [Diagnostic.Note("`\(first)` is declared here", at: $0)] } ?? []
  }

  var help: String { "Give this one an id that differs in a letter or in a number." }

  static func check(_ draft: Draft, _ bag: inout DiagnosticBag) {
    var seen = WordIndex()
    var firsts: [Subject] = []
    for subject in draft.contents.subjects {
      let id = draft.contents.id(of: subject)
      guard !id.isEmpty else { continue }
      let (number, isNew) = seen.number(of: fingerprint(of: id))
      guard !isNew else {
        firsts.append(subject)
        continue
      }
      let first = firsts[number]
      let firstID = draft.contents.id(of: first)
      // Those that differ only in capitals are duplicates, which are reported as such.
      guard id.lowercased() != firstID.lowercased() else { continue }
      bag.report(
        ConfusableID(
          range: draft.idRange(of: subject), id: id, first: firstID,
          firstPlace: draft.idRange(of: first)))
    }
  }

  /// A hash of an id as a careless system reads it: in small letters, with punctuation only between two numbers, and
  /// numbers without zeros before them.
  private static func fingerprint(of id: String) -> WordHash {
    let bytes = Array(id.utf8)
    var hash = WordHasher()
    var isAfterNumber = false
    var index = 0
    while index < bytes.count {
      guard isDigit(bytes[index]) else {
        if isLetter(bytes[index]) {
          hash.add(bytes[index] | 0x20)
          isAfterNumber = false
        }
        index += 1
        continue
      }
      if isAfterNumber { hash.add(UInt8(ascii: ".")) }
      let end = bytes[index...].firstIndex { !isDigit($0) } ?? bytes.count
      let first = bytes[index..<end].firstIndex { $0 != UInt8(ascii: "0") } ?? end - 1
      for digit in bytes[first..<end] { hash.add(digit) }
      isAfterNumber = true
      index = end
    }
    return hash.hash
  }
}
