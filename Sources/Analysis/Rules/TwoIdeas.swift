internal import Diagnostics
internal import Model
internal import Output
internal import Syntax

/// A statement that says two things.
struct TwoIdeas: Problem {
  static let rule = Rule(
    "KSF0605", "two-ideas", .warning,
    summary: """
      Warns of a statement that goes on from the stem of its kind and holds a second sentence, a semicolon, "and also", or \
      a second verb with an object of its own.
      """,
    reason:
      "Somebody may meet one half and not the other, and then nobody can say whether it is met.",
    bad: "text: write a plan with the family and review the risks each month",
    good:
      "text: write a plan with the family\n# and in a statement of its own\ntext: review the risks each month"
  )

  let range: SourceRange?
  let cause: Cause
  let statementWord: Word

  enum Cause {
    case sentence
    case semicolon
    case words(String)
  }

  var message: String {
    let reason =
      switch cause {
      case .sentence: "it has a second sentence"
      case .semicolon: "a semicolon joins two sentences"
      case .words(let words): "\"\(words)\" starts another"
      }
    return "this \(statementWord.one) seems to hold two ideas: \(reason)"
  }

  var label: String { "the second starts here" }

  var help: String {
    "Make two \(statementWord.many) of it. What only explains the first belongs in a note or an example."
  }

  /// Looks at each statement. All have to be read before it is known which words are verbs.
  struct Search: TextRule {
    private let statementWord: Word

    /// The words with which skills of this framework start. They are verbs, as the common ones are.
    private var verbs = WordIndex()
    private var candidates: [(text: WrittenText, part: Range<Int>, verb: WordHash)] = []

    init(_ draft: Draft) {
      statementWord = draft.statementWord
    }

    mutating func read(
      _ text: WrittenText, _ bytes: Span<UInt8>, _ words: borrowing Words,
      _ bag: inout DiagnosticBag
    ) {
      guard let stem = text.statement?.stem, !words.words.isEmpty else { return }
      if stem.takesInfinitive { _ = verbs.number(of: words.words[0].hash) }
      if let (part, cause) = TwoIdeas.secondIdea(text, bytes, words) {
        bag.report(
          TwoIdeas(range: text.range(part), cause: cause, statementWord: statementWord))
      } else if stem.isSentence, stem.takesInfinitive,
        let (part, verb) = TwoIdeas.secondVerb(words)
      {
        candidates.append((text, part, verb))
      }
    }

    mutating func merge(_ later: Search) {
      verbs.formUnion(later.verbs)
      candidates += later.candidates
    }

    func finish(_ draft: Draft, isWhole: Bool, _ bag: inout DiagnosticBag) {
      for (text, part, verb) in candidates
      where commonVerbs.contains(verb) || verbs.contains(verb) {
        bag.report(
          TwoIdeas(
            range: text.range(part), cause: .words(text.text(part)), statementWord: statementWord))
      }
    }
  }
}

extension TwoIdeas {
  /// The start of a second idea that the text of a statement tells by itself; nil if there is none.
  static func secondIdea(
    _ text: WrittenText, _ bytes: Span<UInt8>, _ words: borrowing Words
  ) -> (Range<Int>, Cause)? {
    guard let stem = text.statement?.stem, stem.isSentence, !words.words.isEmpty else {
      return nil
    }
    return secondSentence(text, words) ?? semicolon(bytes) ?? secondPart(text, words, stem)
  }

  private static func secondSentence(
    _ text: WrittenText, _ words: borrowing Words
  ) -> (Range<Int>, Cause)? {
    let bytes = text.bytes
    for sentence in words.sentences.dropFirst() {
      let start = words.words[sentence.lowerBound].range.lowerBound
      let last = words.words[sentence.lowerBound - 1]
      // "e.g. Lego" is no second sentence.
      let isAbbreviated = last.range.count == 1 || shortForms.contains(last.hash)
      let isCapital = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(
        bytes[bytes.startIndex + start])
      if isCapital, !isAbbreviated { return (words.extent(of: sentence), .sentence) }
    }
    return nil
  }

  private static func semicolon(_ bytes: Span<UInt8>) -> (Range<Int>, Cause)? {
    guard let place = firstIndex(of: UInt8(ascii: ";"), in: bytes), place + 1 < bytes.count,
      bytes[place + 1] <= UInt8(ascii: " ")
    else { return nil }
    return (place..<(place + 1), .semicolon)
  }

  /// "and also", "and that the", "as well as explaining the".
  private static func secondPart(
    _ text: WrittenText, _ words: borrowing Words, _ stem: StemUse
  ) -> (Range<Int>, Cause)? {
    let all = words.words
    for index in all.indices.dropFirst() where index + 1 < all.count {
      let next = all[index + 1].hash
      let third = index + 2 < all.count ? all[index + 2].hash : nil
      var end: Int?
      if all[index].hash == and {
        if next == also { end = index + 2 }
        if stem.takesClaim, next == that, third.map(opensClause.contains) == true {
          end = index + 2
        }
      } else if all[index].hash == well, all[index - 1].hash == asWord, next == asWord,
        index + 3 < all.count, opensObject.contains(all[index + 3].hash),
        text.text(all[index + 2].range).hasSuffix("ing")
      {
        let part = words.extent(of: (index - 1)..<(index + 3))
        return (part, .words(text.text(part)))
      }
      if let end {
        let part = words.extent(of: index..<end)
        return (part, .words(text.text(part)))
      }
    }
    return nil
  }

  /// In "write a plan and review the risks": "and review", if "review" is a verb. Not behind a word that opens a clause,
  /// since the second verb would then belong to that clause; and not in "plan and review a visit".
  private static func secondVerb(_ words: borrowing Words) -> (Range<Int>, WordHash)? {
    let all = words.words
    for index in all.indices {
      if opensClause.contains(all[index].hash) || subordinators.contains(all[index].hash),
        !opensObject.contains(all[index].hash)
      {
        return nil
      }
      if index >= 3, index + 2 < all.count, all[index].hash == and,
        opensObject.contains(all[index + 2].hash)
      {
        return (words.extent(of: index..<(index + 2)), all[index + 1].hash)
      }
    }
    return nil
  }

  private static let and = WordHash("and".utf8)
  private static let also = WordHash("also".utf8)
  private static let that = WordHash("that".utf8)
  private static let well = WordHash("well".utf8)
  private static let asWord = WordHash("as".utf8)
  private static let shortForms = WordIndex(of: "eg ie etc cf vs mr mrs dr st no")
  private static let opensClause = WordIndex(
    of: "the a an it they this these those he she we you people nobody everybody")
  private static let opensObject = WordIndex(
    of:
      "the a an its their his her them it how what why whether your"
  )
  private static let subordinators = WordIndex(
    of:
      "that which who whom whose so if when where while why how what whether because before after until unless to can could would may might must should than as between both"
  )
}

/// Verbs with which skills often start.
private let commonVerbs = WordIndex(
  of: """
    agree analyse analyze apply arrange ask assess build challenge check choose collect compare complete coordinate \
    create decide deliver describe design develop discuss document evaluate explain follow gather give help identify \
    implement inform involve keep lead listen make manage monitor name observe offer organise organize plan prepare \
    present produce protect provide record refer reflect report respond review seek set share show support teach tell \
    test train update use verify work write
    """)
