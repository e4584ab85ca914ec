/// The words that a framework has for its own parts. Outputs use these words and no others.
package struct Vocabulary: Sendable {
  package var domain = Word("domain", "domains")
  package var outcome = Word("outcome", "outcomes")
  package var statement = Word("statement", "statements")
  package var phase = Word("phase", "phases")
  package var specialism = Word("specialism", "specialisms")
  package var role = Word("role", "roles")
  package var kind = Word("kind", "kinds")
  package var level = Word("level", "levels")
  package var evidence = Word("type of evidence", "types of evidence")
  package var source = Word("source", "sources")
  package var duty = Word("employer duty", "employer duties")
  package var review = Word("review", "reviews")
  package var record = Word("record", "records")
  package var crosswalk = Word("other framework", "other frameworks")

  package init() {}

  /// Every word, with the key of the language that gives it.
  package var words: [(key: String, word: Word)] {
    [
      ("domain", domain), ("outcome", outcome), ("statement", statement), ("phase", phase),
      ("specialism", specialism), ("role", role), ("kind", kind), ("level", level),
      ("evidence", evidence), ("source", source), ("duty", duty), ("review", review),
      ("record", record), ("crosswalk", crosswalk),
    ]
  }
}

/// A noun in lower case, as it stands inside a sentence.
package struct Word: Sendable {
  package let one: String
  package let many: String

  package init(_ one: String, _ many: String) {
    self.one = one
    self.many = many
  }

  /// The noun in the singular behind its article: "a statement", "an outcome", "a unit", "an hour".
  ///
  /// The article goes by the sound of English words, of which letters tell most.
  package var oneWithArticle: String {
    let word = one.lowercased()
    let soundsAsConsonant = ["uni", "use", "usa", "usu", "uti", "eu", "one-", "one ", "once"]
    let soundsAsVowel = ["hour", "honest", "honour", "honor", "heir"]
    let startsWithVowel = word.first.map { "aeiou".contains($0) } ?? false
    let isVowel =
      soundsAsVowel.contains(where: word.hasPrefix)
      || startsWithVowel && !soundsAsConsonant.contains(where: word.hasPrefix)
    return "\(isVowel ? "an" : "a") \(one)"
  }

  /// With a capital, as it starts a heading.
  package var title: String { Word.capitalised(one) }
  package var titleWithArticle: String { Word.capitalised(oneWithArticle) }
  package var titleMany: String { Word.capitalised(many) }

  /// The count with the word that agrees with it: "1 statement", "2 statements".
  package func counted(_ count: Int) -> String {
    "\(count) \(count == 1 ? one : many)"
  }

  private static func capitalised(_ word: String) -> String {
    word.prefix(1).uppercased() + word.dropFirst()
  }
}
