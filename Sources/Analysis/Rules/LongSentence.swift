internal import Diagnostics

/// A sentence that few can follow.
struct LongSentence: Problem {
  static let rule = Rule(
    "KSF0608", "long-sentence", .warning,
    summary: "Warns of a sentence of more than 40 words in any text but that of a statement.",
    reason:
      "Guidance for public services asks for 15 to 20 words on average. Beyond 40, most readers have to start again.",
    bad:
      "summary: The worker, who ... and who ..., because ... and so that ... (and so on for 45 words).",
    good: "summary: The worker does one thing. Then comes the next.")

  let range: SourceRange?
  let count: Int

  /// The most words that a sentence may have: an outlier at any reading level.
  static let limit = 40

  var message: String { "this sentence has \(count) words" }
  var help: String { "Make two or three of it, one thought each." }

  struct Search: TextRule {
    init(_ draft: Draft) {}

    mutating func read(
      _ text: WrittenText, _ bytes: Span<UInt8>, _ words: borrowing Words,
      _ bag: inout DiagnosticBag
    ) {
      guard text.use == .prose else { return }
      for sentence in words.sentences where sentence.count > limit {
        let count = words.count(in: sentence)
        guard count > limit else { continue }
        bag.report(LongSentence(range: text.range(words.extent(of: sentence)), count: count))
      }
    }
  }
}
