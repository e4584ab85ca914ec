internal import Markup
internal import Model

/// Finds the terms of a glossary in texts: whole words, the longest term that fits, in any case; an abbreviation only
/// in its own.
struct TermFinder: Sendable {
  /// A form of a term: its words, and the term's place in the glossary.
  private struct Form {
    let words: [[UInt8]]
    let isExact: Bool
    let term: Int
  }

  /// By a hash of the first word in lower case.
  private var forms: [UInt64: [Form]] = [:]

  init(_ terms: Table<Term>) {
    for (index, term) in terms.elements.enumerated() {
      for form in [term.term] + term.also { add(form, isExact: false, index) }
      if let abbreviation = term.abbreviation { add(abbreviation, isExact: true, index) }
    }
    for key in forms.keys { forms[key]?.sort { $0.words.count > $1.words.count } }
  }

  private mutating func add(_ form: String, isExact: Bool, _ term: Int) {
    let bytes = Array((isExact ? form : form.lowercased()).utf8)
    let words = TermFinder.words(of: bytes[...]).map { Array(bytes[$0]) }
    guard let first = words.first else { return }
    forms[TermFinder.hash(first[...]), default: []].append(
      Form(words: words, isExact: isExact, term: term))
  }

  /// The terms in a text with their places, without overlap.
  func terms(in text: ArraySlice<UInt8>) -> [(range: Range<Int>, term: Int)] {
    guard !forms.isEmpty else { return [] }
    let words = TermFinder.words(of: text)
    var found: [(range: Range<Int>, term: Int)] = []
    var index = 0
    while index < words.count {
      if let form = form(at: index, words, text) {
        let last = words[index + form.words.count - 1]
        found.append((words[index].lowerBound..<last.upperBound, form.term))
        index += form.words.count
      } else {
        index += 1
      }
    }
    return found
  }

  private func form(
    at index: Int, _ words: [Range<Int>], _ text: ArraySlice<UInt8>
  ) -> Form? {
    guard let candidates = forms[TermFinder.hash(text[words[index]])] else { return nil }
    return candidates.first { form in
      guard index + form.words.count <= words.count else { return false }
      return form.words.indices.allSatisfy { offset in
        let word = words[index + offset]
        // Only one space or hyphen may stand between the words of a term.
        if offset > 0, word.lowerBound != words[index + offset - 1].upperBound + 1 { return false }
        return TermFinder.isEqual(text[word], form.words[offset], isExact: form.isExact)
      }
    }
  }

  private static func isEqual(
    _ word: ArraySlice<UInt8>, _ form: [UInt8], isExact: Bool
  ) -> Bool {
    if isExact { return word.elementsEqual(form) }
    if word.count == form.count, zip(word, form).allSatisfy({ lowercased($0) == $1 }) {
      return true
    }
    return word.contains { $0 >= 0x80 }
      && String(decoding: word, as: UTF8.self).lowercased().utf8.elementsEqual(form)
  }

  /// Letters and digits; what is not ASCII counts as a letter, so that no word is cut in two.
  private static func words(of text: ArraySlice<UInt8>) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var start: Int?
    for index in text.indices {
      if isWordByte(text[index]) {
        if start == nil { start = index }
      } else if let first = start {
        words.append(first..<index)
        start = nil
      }
    }
    if let first = start { words.append(first..<text.endIndex) }
    return words
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }

  /// FNV-1a of the first bytes that are ASCII, in lower case; what follows is compared anyway.
  private static func hash(_ word: ArraySlice<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in word {
      guard byte < 0x80 else { break }
      hash = (hash ^ UInt64(lowercased(byte))) &* 0x100_0000_01b3
    }
    return hash
  }
}

/// The terms that one page has explained. A class, since all that writes on the page adds to it.
final class TermsOnPage {
  private let finder: TermFinder
  private(set) var found: [Int] = []

  init(_ finder: TermFinder) {
    self.finder = finder
  }

  /// Marks each term where it comes first on the page, as a link to its explanation at the page's end.
  var marker: TextMarker {
    { text in
      self.finder.terms(in: text).compactMap { range, term in
        guard !self.found.contains(term) else { return nil }
        self.found.append(term)
        let anchor = "word-\(self.found.count)_"
        return MarkedRun(
          range: range,
          opening: ##"<a class="term" href="#\##(anchor)" aria-describedby="\##(anchor)text">"##,
          closing: "</a>")
      }
    }
  }
}
