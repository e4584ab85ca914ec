internal import Diagnostics
internal import Grammar
internal import Model
internal import Output

/// A term of the glossary that no text uses.
struct UnusedTerm: Problem {
  static let rule = Rule(
    "KSF0619", "unused-term", .warning,
    summary:
      "Warns of a term of the glossary that occurs in no text of the framework, neither as such nor in one of its other forms.",
    reason:
      "Readers look up what they have met. A term that is nowhere else only makes the list longer.",
    bad: "- {term: kinship care, definition: Care by relatives or friends.}  # and no text says so",
    good: "text: find out what kinship carers need")

  let range: SourceRange?
  let term: String

  var message: String { "no text uses the term \"\(term)\"" }
  var help: String {
    "Take it out. If texts use another form of it, list that form under `also`."
  }

  struct Search: TextRule {
    /// The forms of all terms, each with the index of its term.
    private let phrases: Phrases

    /// By term.
    private var isUsed: [Bool]

    init(_ draft: Draft) {
      let terms = draft.contents.terms.elements
      isUsed = Array(repeating: false, count: terms.count)
      var phrases = PhraseList()
      for (index, term) in terms.enumerated() {
        for name in [term.term] + term.also + (term.abbreviation.map { [$0] } ?? []) {
          for form in UnusedTerm.forms(of: name) { phrases.add(form, as: index) }
        }
      }
      self.phrases = Phrases(phrases)
    }

    mutating func read(
      _ text: WrittenText, _ bytes: Span<UInt8>, _ words: borrowing Words,
      _ bag: inout DiagnosticBag
    ) {
      guard text.use != .line else { return }
      phrases.forEachMatch(in: words) { term, _ in
        // A term is not used by its own definition.
        if term != text.term { isUsed[term] = true }
      }
    }

    mutating func merge(_ later: Search) {
      for (index, isUsed) in later.isUsed.enumerated() where isUsed { self.isUsed[index] = true }
    }

    func finish(_ draft: Draft, isWhole: Bool, _ bag: inout DiagnosticBag) {
      guard isWhole else { return }
      for (index, record) in draft.records(.term).enumerated()
      where index < isUsed.count && !isUsed[index] {
        bag.report(UnusedTerm(range: record.range(.term), term: record.text(.term) ?? ""))
      }
    }
  }

  /// A name in the singular and the plural of English, whichever it is given in.
  private static func forms(of name: String) -> [String] {
    var forms = [name, name + "s", name + "es"]
    func ends(in ending: String) -> Bool {
      name.utf8.suffix(ending.utf8.count).elementsEqual(ending.utf8)
    }
    if ends(in: "y") { forms.append(String(name.dropLast()) + "ies") }
    guard ends(in: "s") else { return forms }
    if ends(in: "ies") { forms.append(String(name.dropLast(3)) + "y") }
    if ends(in: "es") { forms.append(String(name.dropLast(2))) }
    forms.append(String(name.dropLast()))
    return forms
  }
}
