internal import Markup
internal import Model

/// Finds the terms of a glossary in texts: whole words, the longest term that fits, in any case; an abbreviation only
/// in its own.
struct TermFinder: Sendable {
  /// A form of a term: its words as a range of `words`, and the term's place in the glossary.
  private struct Form {
    let words: Range<Int>
    let isExact: Bool
    let term: Int
  }

  /// What a form is made of. Forms themselves own nothing, since pages that are made at the same time look at them.
  private struct WrittenForm {
    let words: [[UInt8]]
    let isExact: Bool
    let term: Int
  }

  /// The words of all forms, one behind the other, and where each of them stands.
  private var bytes: [UInt8] = []
  private var words: [Range<Int>] = []

  /// Those that start with the same word together, the longest first.
  private var forms: [Form] = []
  private var groups: [Range<Int>] = []

  /// The groups by the hash of their first word in lower case: at its last bits or, where another stands there, behind
  /// them. Negative for none.
  private var places: [(hash: UInt64, group: Int32)] = []

  /// By the first three bytes of a word in lower case, folded into fifteen bits: whether any form starts like that.
  /// Most words do not, and are passed over without a hash.
  private var mayStart = [Bool](repeating: false, count: 1 << 15)

  /// By byte: whether it stands in words.
  private let isInWord = (0...UInt8.max).map(isWordByte)

  /// By depth of folders, then by term: the tag that leads to its explanation.
  fileprivate let openings: [[String]]

  var isEmpty: Bool { groups.isEmpty }

  init(_ terms: Table<Term>) {
    openings = (0...PagePlace.deepest).map { depth in
      let glossary = PagePlace.root(depth: depth) + Section.glossary.path
      return terms.elements.indices.map {
        ##"<a class="term" href="\##(glossary)#term-\##($0 + 1)_">"##
      }
    }
    var written: [UInt64: [WrittenForm]] = [:]
    for (index, term) in terms.elements.enumerated() {
      for form in [term.term] + term.also { add(form, isExact: false, index, to: &written) }
      if let abbreviation = term.abbreviation {
        add(abbreviation, isExact: true, index, to: &written)
      }
    }
    var size = 2
    while size < 2 * written.count { size *= 2 }
    places = Array(repeating: (hash: 0, group: -1), count: size)
    for (hash, group) in written {
      var place = Int(truncatingIfNeeded: hash) & (size - 1)
      while places[place].group >= 0 { place = (place + 1) & (size - 1) }
      places[place] = (hash, Int32(groups.count))
      let start = forms.count
      for form in group.sorted(by: { $0.words.count > $1.words.count }) { add(form) }
      groups.append(start..<forms.count)
    }
  }

  private mutating func add(_ form: WrittenForm) {
    let start = words.count
    for word in form.words {
      words.append(bytes.count..<(bytes.count + word.count))
      bytes += word
    }
    forms.append(
      Form(words: start..<words.count, isExact: form.isExact, term: form.term))
  }

  private mutating func add(
    _ form: String, isExact: Bool, _ term: Int, to forms: inout [UInt64: [WrittenForm]]
  ) {
    let bytes = Array((isExact ? form : form.lowercased()).utf8)
    bytes.withUnsafeBufferPointer { bytes in
      guard let first = TermFinder.word(of: bytes, from: 0) else { return }
      var words: [[UInt8]] = []
      var end = 0
      while let word = TermFinder.word(of: bytes, from: end) {
        words.append(Array(bytes[word]))
        end = word.upperBound
      }
      mayStart[TermFinder.start(of: bytes, at: first.lowerBound)] = true
      forms[TermFinder.hash(bytes, first), default: []].append(
        WrittenForm(words: words, isExact: isExact, term: term))
    }
  }

  /// The terms in a text with their places, without overlap.
  func terms(in text: UnsafeBufferPointer<UInt8>) -> [(range: Range<Int>, term: Int)] {
    var found: [(range: Range<Int>, term: Int)] = []
    guard !isEmpty else { return found }
    mayStart.withUnsafeBufferPointer { mayStart in
      isInWord.withUnsafeBufferPointer { isInWord in
        var index = 0
        while index < text.count {
          guard isInWord[Int(text[index])] else {
            index += 1
            continue
          }
          if mayStart[TermFinder.start(of: text, at: index)],
            let place = term(in: text, at: index)
          {
            found.append(place)
            index = place.range.upperBound
          }
          while index < text.count, isInWord[Int(text[index])] { index += 1 }
        }
      }
    }
    return found
  }

  /// The longest term that starts with the word at a place.
  private func term(
    in text: UnsafeBufferPointer<UInt8>, at start: Int
  ) -> (range: Range<Int>, term: Int)? {
    guard let first = TermFinder.word(of: text, from: start),
      let group = group(of: TermFinder.hash(text, first))
    else { return nil }
    for index in groups[group] {
      if let end = end(of: forms[index], in: text, first) {
        return (start..<end, forms[index].term)
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
    of form: Form, in text: UnsafeBufferPointer<UInt8>, _ first: Range<Int>
  ) -> Int? {
    var word = first
    for index in form.words {
      if index > form.words.lowerBound {
        // Only one space or hyphen may stand between the words of a term.
        guard let next = TermFinder.word(of: text, from: word.upperBound),
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
        (isExact ? word[$0] : TermFinder.lowercased(word[$0])) == bytes[place.lowerBound + $0]
      })
    {
      return true
    }
    return !isExact && word.contains { $0 >= 0x80 }
      && String(decoding: word, as: UTF8.self).lowercased().utf8.elementsEqual(bytes[place])
  }

  /// The next word: letters and digits. What is not ASCII counts as a letter, so that no word is cut in two.
  private static func word(
    of text: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Range<Int>? {
    var first = start
    while first < text.count, !isWordByte(text[first]) { first += 1 }
    guard first < text.count else { return nil }
    var end = first + 1
    while end < text.count, isWordByte(text[end]) { end += 1 }
    return first..<end
  }

  @inline(__always)
  private static func isWordByte(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10 || byte >= 0x80
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }

  /// The place in `mayStart` of the word that starts somewhere. Letters beyond ASCII have other bytes in the other
  /// case, so all of them count as one.
  @inline(__always)
  private static func start(of text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    var start = 0
    for offset in index..<min(index + 3, text.count) {
      let byte = text[offset]
      guard byte < 0x80, isWordByte(byte) else { break }
      start |= Int(byte & 0x1F) << (5 * (offset - index))
    }
    return start
  }

  /// FNV-1a of the first bytes that are ASCII, in lower case; what follows is compared anyway.
  private static func hash(
    _ text: UnsafeBufferPointer<UInt8>, _ word: Range<Int>
  ) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for index in word {
      let byte = text[index]
      guard byte < 0x80 else { break }
      hash = (hash ^ UInt64(lowercased(byte))) &* 0x100_0000_01b3
    }
    return hash
  }
}

/// The terms that one page has marked. A class, since all that writes on the page adds to it.
final class TermsOnPage {
  private let site: Site
  private let depth: Int
  private var found: [Int] = []

  init(_ site: Site, depth: Int) {
    (self.site, self.depth) = (site, depth)
  }

  /// Marks each term where it comes first on the page, as a link to the glossary. Scripts explain it on the page itself.
  var marker: TextMarker {
    { text in
      let terms = self.site.terms.terms(in: text)
      guard !terms.isEmpty else { return [] }
      return terms.compactMap { range, term in
        guard !self.found.contains(term) else { return nil }
        self.found.append(term)
        return MarkedRun(
          range: range, opening: self.site.terms.openings[self.depth][term], closing: "</a>")
      }
    }
  }
}
