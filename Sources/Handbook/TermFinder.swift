internal import Markup
internal import Model
internal import Output

/// Finds the terms of a glossary in texts: whole words, the longest term that fits, in any case; an abbreviation only
/// in its own.
///
/// A class, though it never changes: whoever asks would else count references to each of its tables.
final class TermFinder: Sendable {
  // See `TermTables`.
  private let bytes: [UInt8]
  private let words: [Range<Int>]
  private let forms: [TermTables.Form]
  private let groups: [Range<Int>]
  private let places: [(hash: UInt64, group: Int32)]
  private let lengths: [UInt32]
  private let starts: [UInt64]

  /// How many terms there are.
  let count: Int

  /// By depth of folders: the tag that leads to the explanation of a term, up to the term's number.
  let openings: [[UInt8]]

  var isEmpty: Bool { groups.isEmpty }

  init(_ terms: Table<Term>) {
    count = terms.count
    let tables = TermTables(terms)
    (bytes, words, forms) = (tables.bytes, tables.words, tables.forms)
    (groups, places) = (tables.groups, tables.places)
    (lengths, starts) = (tables.lengths, tables.starts)
    openings = (0...PagePlace.deepest).map { depth in
      let glossary = PagePlace.root(depth: depth) + Section.glossary.path
      return Array("<a class=\"term\" href=\"\(glossary)#term-".utf8)
    }
  }

  /// Calls `body` with the terms in a text and their places, in order and without overlap.
  func forEachTerm(
    in text: UnsafeBufferPointer<UInt8>, _ body: (_ range: Range<Int>, _ term: Int) -> Void
  ) {
    guard !isEmpty else { return }
    starts.withUnsafeBufferPointer { starts in
      var index = 0
      while index < text.count {
        let block = TermTables.eightBytes(of: text, from: index)
        let length = TermTables.lengthOfWord(in: block)
        guard length > 0 else {
          index = index &+ 1
          continue
        }
        let word =
          length == 8 ? block : block & (1 &<< UInt64(truncatingIfNeeded: 8 &* length) &- 1)
        var (end, isASCII) = (index &+ length, word & every(0x80) == 0)
        if length == 8 {
          let rest = TermTables.restOfWord(in: text, from: end)
          (end, isASCII) = (rest.end, isASCII && rest.isASCII)
        }
        let start = TermTables.start(of: word)
        if starts[start &>> 6] &>> UInt64(truncatingIfNeeded: start & 63) & 1 != 0,
          lengths[start] & (isASCII ? TermTables.lengthBit(end &- index) : .max) != 0,
          let place = term(in: text, index..<end)
        {
          body(place.range, place.term)
          index = place.range.upperBound
        } else {
          // No word begins with what ends one.
          index = end &+ 1
        }
      }
    }
  }

  /// The longest term that starts with a word.
  private func term(
    in text: UnsafeBufferPointer<UInt8>, _ first: Range<Int>
  ) -> (range: Range<Int>, term: Int)? {
    guard let group = group(of: TermTables.hash(text, first)) else { return nil }
    for index in groups[group] {
      if let end = end(of: forms[index], in: text, first) {
        return (first.lowerBound..<end, forms[index].term)
      }
    }
    return nil
  }

  private func group(of hash: UInt64) -> Int? {
    var place = Int(truncatingIfNeeded: hash) & (places.count - 1)
    while places[place].group >= 0 {
      if places[place].hash == hash { return Int(places[place].group) }
      place = (place + 1) & (places.count - 1)
    }
    return nil
  }

  /// Where a form ends that starts with a word; nil if something else stands there.
  private func end(
    of form: TermTables.Form, in text: UnsafeBufferPointer<UInt8>, _ first: Range<Int>
  ) -> Int? {
    var word = first
    for index in form.words {
      if index > form.words.lowerBound {
        // Only one space or hyphen may stand between the words of a term.
        guard let next = TermTables.word(of: text, from: word.upperBound),
          next.lowerBound == word.upperBound + 1
        else { return nil }
        word = next
      }
      guard
        isEqual(
          UnsafeBufferPointer(rebasing: text[word]), words[index], isExact: form.isExact)
      else { return nil }
    }
    return word.upperBound
  }

  /// Whether a word is that which stands at a place of `bytes`.
  private func isEqual(
    _ word: UnsafeBufferPointer<UInt8>, _ place: Range<Int>, isExact: Bool
  ) -> Bool {
    if word.count == place.count,
      word.indices.allSatisfy({
        (isExact ? word[$0] : TermTables.lowercased(word[$0])) == bytes[place.lowerBound + $0]
      })
    {
      return true
    }
    return !isExact && word.contains { $0 >= 0x80 }
      && String(decoding: word, as: UTF8.self).lowercased().utf8.elementsEqual(bytes[place])
  }
}

/// The terms that one page has marked. A class, since all that writes on the page adds to it.
final class TermsOnPage {
  private let finder: TermFinder

  /// The tags that lead to the explanations, up to the number of the term. A copy for the page, since pages that are made at
  /// the same time would count references to one that they share.
  private let opening: String

  /// By term: whether it is marked already.
  private var isFound: [Bool]

  /// How many terms are not. Where there are none left, as on long pages, no text is looked at.
  private var left: Int

  init(_ site: Site, depth: Int) {
    finder = site.terms
    opening = String(decoding: finder.openings[depth], as: UTF8.self)
    isFound = Array(repeating: false, count: finder.count)
    left = finder.count
  }

  /// Marks each term where it comes first on the page, as a link to the glossary. Scripts explain it on the page itself.
  var marker: TextMarker { { self.runs(in: $0) } }

  private func runs(in text: UnsafeBufferPointer<UInt8>) -> [MarkedRun] {
    var runs: [MarkedRun] = []
    guard left > 0 else { return runs }
    finder.forEachTerm(in: text) { range, term in
      guard !isFound[term] else { return }
      isFound[term] = true
      left -= 1
      runs.append(
        MarkedRun(
          range: range, opening: opening, number: term + 1, endOfOpening: "_\">", closing: "</a>"))
    }
    return runs
  }
}
