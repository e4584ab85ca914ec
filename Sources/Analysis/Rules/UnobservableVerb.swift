internal import Diagnostics

/// A skill that nobody can see somebody do.
struct UnobservableVerb: Problem {
  static let rule = Rule(
    "KSF0606", "unobservable-verb", .warning,
    summary: """
      Warns of a skill that starts with a word for what goes on in somebody's head, such as "understand" or "be aware of". \
      A skill is a statement of a kind whose stem is followed by a verb, such as "Know how to".
      """,
    reason: "An assessor can see somebody explain, write or plan, but not understand.",
    bad: "kind: skill\ntext: understand how neglect harms a child",
    good: "kind: skill\ntext: explain to a parent how neglect harms a child")

  let range: SourceRange?
  let written: String

  var message: String { "nobody can see somebody \"\(written)\"" }
  var help: String {
    "Start with what a person can be seen to do, such as explain, describe, plan or write. If it is something to know, give it another kind."
  }

  struct Search: TextRule {
    private let phrases: Phrases

    init(_ draft: Draft) {
      var phrases = PhraseList()
      for phrase in UnobservableVerb.phrases { phrases.add(phrase, as: 0) }
      self.phrases = Phrases(phrases)
    }

    mutating func read(
      _ text: WrittenText, _ bytes: Span<UInt8>, _ words: borrowing Words,
      _ bag: inout DiagnosticBag
    ) {
      guard let statement = text.statement, statement.stem.takesInfinitive else { return }
      let length = phrases.lengthOfMatch(atStartOf: words)
      guard length > 0 else { return }
      let part = words.extent(of: 0..<length)
      bag.report(UnobservableVerb(range: text.range(part), written: text.text(part)))
    }
  }

  private static let phrases = [
    "understand", "fully understand", "know", "know about", "appreciate", "comprehend", "grasp",
    "be aware", "be aware of", "be aware that", "become aware of", "be conscious of",
    "be mindful of", "be familiar with", "become familiar with", "be knowledgeable about",
    "have knowledge of", "have a knowledge of", "have an understanding of", "have understanding of",
    "have an awareness of", "have awareness of", "have an appreciation of", "have insight into",
    "demonstrate understanding of", "demonstrate an understanding of", "demonstrate knowledge of",
    "demonstrate a knowledge of", "demonstrate awareness of", "demonstrate an awareness of",
    "demonstrate an appreciation of", "show understanding of", "show an understanding of",
    "show knowledge of", "show awareness of", "show an awareness of", "gain an understanding of",
    "develop an understanding of", "develop an awareness of", "recognise the importance of",
    "recognize the importance of", "recognise the value of", "recognise the need for",
    "acknowledge the importance of", "appreciate the importance of", "learn about",
  ]
}
