internal import Diagnostics
internal import Grammar
internal import Model
internal import Output
internal import Syntax

/// An abbreviation that the framework never explains.
struct UndefinedAbbreviation: Problem {
  static let rule = Rule(
    "KSF0609", "undefined-abbreviation", .warning,
    summary: """
      Warns of an abbreviation in capitals that is neither in the glossary nor written out where it is used, such as \
      "assessed and supported year in employment (ASYE)". It is reported once, at its first place.
      """,
    reason: "What everybody in one office knows is a riddle in the next one, and to families.",
    bad: "text: prepare the file for the IRO",
    good: "text: prepare the file for the independent reviewing officer (IRO)")

  let range: SourceRange?
  let abbreviation: String
  let count: Int

  var message: String { "`\(abbreviation)` is not explained anywhere" }
  var label: String { count == 1 ? "" : "the first of \(count)" }

  var help: String {
    "Write it out here with the short form in brackets, or add a term to the glossary with `abbreviation: \(abbreviation)`."
  }

  struct Search: TextRule {
    private var known: Set<String> = []

    /// The abbreviations that some text explains.
    private var explained: Set<String> = []
    private var found: [String: Finding] = [:]

    /// The first place of an abbreviation, and how often it is used.
    private struct Finding: Sendable {
      var text: WrittenText
      var part: Range<Int>
      var count: Int
    }

    init(_ draft: Draft) {
      known = commonAbbreviations
      for term in draft.contents.terms.elements {
        for name in [term.term, term.abbreviation ?? ""] + term.also { learn(from: name) }
      }
      // Ids are codes that the framework explains by itself.
      for subject in draft.contents.subjects {
        let id = draft.contents.id(of: subject)
        if !id.utf8.contains(where: { isDigit($0) || $0 >= 0x61 }) { learn(from: id) }
      }
      for crosswalk in draft.contents.crosswalks.elements {
        for item in crosswalk.items where isInCapitals(item.code.utf8) { known.insert(item.code) }
      }
    }

    private mutating func learn(from name: String) {
      // A word that is not all in capitals is never looked for.
      guard name.utf8.contains(where: { $0 >= 0x80 }) else {
        for word in name.utf8.split(whereSeparator: { !isLetter($0) && !isDigit($0) })
        where isInCapitals(word) {
          known.insert(String(Substring(word)))
        }
        return
      }
      for word in name.split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
        known.insert(String(word))
      }
    }

    mutating func read(
      _ text: WrittenText, _ bytes: Span<UInt8>, _ words: borrowing Words,
      _ bag: inout DiagnosticBag
    ) {
      guard text.use != .line, words.hasCapitals else { return }
      let bytes = text.bytes
      for index in words.words.indices where words.words[index].capitals >= 2 {
        guard let part = words.words[index].abbreviation(in: bytes), !isPartOfCode(index, words),
          !isShouted(index, words)
        else { continue }
        let abbreviation = text.text(part)
        if known.contains(abbreviation) { continue }
        if isExplained(index, words, bytes) {
          explain(abbreviation)
        } else {
          add(abbreviation, Finding(text: text, part: part, count: 1))
        }
      }
    }

    private mutating func explain(_ abbreviation: String) {
      explained.insert(abbreviation)
      found[abbreviation] = nil
    }

    private mutating func add(_ abbreviation: String, _ new: Finding) {
      guard !explained.contains(abbreviation) else { return }
      guard var finding = found[abbreviation] else {
        found[abbreviation] = new
        return
      }
      finding.count += new.count
      if new.text.start(of: new.part) < finding.text.start(of: finding.part) {
        (finding.text, finding.part) = (new.text, new.part)
      }
      found[abbreviation] = finding
    }

    mutating func merge(_ later: Search) {
      for abbreviation in later.explained { explain(abbreviation) }
      for (abbreviation, finding) in later.found { add(abbreviation, finding) }
    }

    func finish(_ draft: Draft, isWhole: Bool, _ bag: inout DiagnosticBag) {
      for (abbreviation, finding) in found {
        bag.report(
          UndefinedAbbreviation(
            range: finding.text.range(finding.part), abbreviation: abbreviation,
            count: finding.count))
      }
    }
  }
}

private func isInCapitals(_ word: some Sequence<UInt8>) -> Bool {
  word.allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
}

extension WrittenText {
  /// The start of a part, which can be compared without looking it up in the source.
  fileprivate func start(of part: Range<Int>) -> (FileID, Int32, Int) {
    (declarations.file.id, declarations.tree.nodes[node].start, part.lowerBound)
  }
}
