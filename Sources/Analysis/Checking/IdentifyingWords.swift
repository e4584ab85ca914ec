/// The words of a label that ask who a child or a member of a family is, and their place in its bytes; nil if none do.
///
/// Only what cannot mean anything else: "child's name" and "name of the parent", not "name of the children's home",
/// which is a place, or "family name", which anybody has.
func identifyingWords(in label: String) -> (words: String, range: Range<Int>)? {
  let words = labelWords(of: label)
  for start in words.indices where start == 0 || isOpening(words[..<start]) {
    if let end = ownersDetail(words[start...]) ?? detailOfOwner(words[start...])
      ?? childsNumber(words[start...])
    {
      let found = words[start...end]
      let range = found[start].range.lowerBound..<found[end].range.upperBound
      return (found.map(\.text).joined(separator: " "), range)
    }
  }
  return nil
}

/// Whether a label can ask for anything at all: it has to have one of a few sequences of letters. Most labels have none, and
/// to take one apart takes thirty times as long.
func mayAskForDetails(_ label: Span<UInt8>) -> Bool {
  for start in label.indices {
    let first = label[start] | 0x20
    for part in partsOfDetails where part[0] == first {
      guard start + part.count <= label.count else { continue }
      if part.indices.allSatisfy({ label[start + $0] | 0x20 == part[$0] }) { return true }
    }
  }
  return false
}

/// One of them is in each of `details`, in each of `numbers`, and in "date of birth".
private let partsOfDetails = [
  "name", "initials", "address", "postcode", "birth", "dob", "signature", "number", "phone",
  "mobile", "mail", "upn", "reference",
].map { Array($0.utf8) }

private struct LabelWord {
  let text: String
  let range: Range<Int>
  /// Whether the label goes on with another word directly after this one.
  var isJoined = true
}

/// The words in small letters. Those of a name such as `name-of-child` are apart as well.
private func labelWords(of label: String) -> [LabelWord] {
  var words: [LabelWord] = []
  var letters: [UInt8] = []
  var start = 0
  func finish(at end: Int) {
    guard !letters.isEmpty else { return }
    let text = String(decoding: letters, as: UTF8.self).lowercased()
    words.append(LabelWord(text: text, range: start..<end))
    letters = []
  }
  for (offset, byte) in label.utf8.enumerated() {
    if isLetter(byte) || byte == UInt8(ascii: "'") || byte >= 0x80 {
      if letters.isEmpty { start = offset }
      letters.append(byte)
    } else {
      finish(at: offset)
      let isSpace = byte == UInt8(ascii: " ") || byte == UInt8(ascii: "-")
      if !isSpace, !words.isEmpty { words[words.count - 1].isJoined = false }
    }
  }
  finish(at: label.utf8.count)
  return words
}

/// Whether words only lead up to what is asked for: "What is the", "Date and".
private func isOpening(_ words: ArraySlice<LabelWord>) -> Bool {
  guard let last = words.last else { return true }
  return words.allSatisfy { openings.contains($0.text) }
    || ["and", "or", "with"].contains(last.text)
    || !last.isJoined
}

/// The last word of "child's full name".
private func ownersDetail(_ words: ArraySlice<LabelWord>) -> Int? {
  guard let (index, isOwner) = owner(words), isOwner else { return nil }
  return detail(words[index...].dropFirst())
}

/// The last word of "name of the child".
private func detailOfOwner(_ words: ArraySlice<LabelWord>) -> Int? {
  guard let end = detail(words),
    let link = words.dropFirst(end - words.startIndex + 1).first?.text,
    link == "of" || link == "for" && isNumber(words[words.startIndex...end])
  else { return nil }
  var rest = words[(end + 2)...]
  while let first = rest.first, openings.contains(first.text) { rest = rest.dropFirst() }
  guard let (last, _) = owner(rest), let word = rest[last...].first, !isPossessive(word.text) else {
    return nil
  }
  // "Name of the child protection lead": what follows makes it another thing.
  guard word.isJoined, let next = rest[last...].dropFirst().first else { return last }
  return followers.contains(next.text) ? last : nil
}

/// The last of the words that name a member of a family, and whether what follows can be theirs.
private func owner(_ words: ArraySlice<LabelWord>) -> (last: Int, isOwner: Bool)? {
  guard let first = words.first else { return nil }
  var last = words.startIndex
  var name = stem(of: first.text)
  if name == "young" || name == "service", let second = words.dropFirst().first {
    last += 1
    name += " " + stem(of: second.text)
  }
  guard people.contains(name) || name == "family" else { return nil }
  // A family name is what anybody has.
  return (last, name != "family" || isPossessive(words[last...].first?.text ?? ""))
}

/// The last word of something that tells who a person is.
private func detail(_ words: ArraySlice<LabelWord>) -> Int? {
  var rest = words
  while let first = rest.first, adjectives.contains(first.text) { rest = rest.dropFirst() }
  guard let first = rest.first else { return nil }
  if details.contains(first.text) { return rest.startIndex }
  let phrase = rest.prefix(3).map(\.text)
  if phrase == ["date", "of", "birth"] { return rest.startIndex + 2 }
  if phrase.starts(with: ["birth", "date"]) { return rest.startIndex + 1 }
  return number(rest)
}

/// The last word of a number that leads to a person: "NHS number", "telephone".
private func number(_ words: ArraySlice<LabelWord>) -> Int? {
  guard let first = words.first else { return nil }
  for length in [4, 3, 2] where words.count >= length {
    let phrase = words.prefix(length).map(\.text)
    guard let last = phrase.last, numberWords.contains(last) else { continue }
    if numbers.contains(Array(phrase.dropLast())) { return words.startIndex + length - 1 }
  }
  if wholeNumbers.contains(first.text) { return words.startIndex }
  return nil
}

private func isNumber(_ words: ArraySlice<LabelWord>) -> Bool {
  var rest = words
  while let first = rest.first, adjectives.contains(first.text) { rest = rest.dropFirst() }
  return number(rest).map { $0 == rest.endIndex - 1 } ?? false
}

/// The last word of a number that only children and patients have, so that nobody need be named with it.
private func childsNumber(_ words: ArraySlice<LabelWord>) -> Int? {
  guard let last = number(words) else { return nil }
  let phrase = words[words.startIndex...last].map(\.text)
  return ownNumbers.contains { phrase.starts(with: $0) } ? last : nil
}

private let numberWords: Set<String> = ["number", "numbers", "no", "reference", "ref", "id"]

/// Names of numbers that identify a person, without the word "number".
private let numbers: Set<[String]> = [
  ["nhs"], ["case"], ["file"], ["pupil"], ["unique", "pupil"], ["student"], ["hospital"],
  ["patient"], ["passport"], ["national", "insurance"], ["telephone"], ["phone"], ["mobile"],
  ["mobile", "phone"], ["contact"], ["client"], ["upn"],
]

/// Names of such numbers that never have the word "number".
private let wholeNumbers: Set<String> = ["telephone", "phone", "mobile", "email", "upn"]

private let ownNumbers: [[String]] = [
  ["nhs"], ["unique", "pupil"], ["pupil"], ["upn"], ["patient"], ["case"],
]

/// A word without its plural or possessive ending.
private func stem(of word: String) -> String {
  if ["children", "children's"].contains(word) { return "child" }
  if ["families", "families'"].contains(word) { return "family" }
  for ending in ["'s", "\u{2019}s", "s'", "s\u{2019}", "s"] where word.hasSuffix(ending) {
    return String(word.dropLast(ending.count))
  }
  return word
}

private func isPossessive(_ word: String) -> Bool {
  word.contains("'") || word.contains("\u{2019}")
}

private let people: Set<String> = [
  "child", "parent", "mother", "father", "sibling", "brother", "sister", "grandparent",
  "grandmother", "grandfather", "young person", "young people", "service user",
]
private let details: Set<String> = [
  "name", "names", "surname", "surnames", "initials", "address", "postcode", "birthday", "dob",
  "signature",
]
private let adjectives: Set<String> = [
  "full", "first", "last", "given", "legal", "preferred", "real", "home",
]
private let openings: Set<String> = [
  "the", "a", "an", "any", "each", "every", "this", "that", "their", "your", "what", "is", "was",
  "are",
  "were", "enter", "write", "give", "please", "record", "state", "full", "first", "last",
]
private let followers: Set<String> = [
  "and", "or", "in", "at", "with", "who", "whom", "whose", "you", "present", "seen", "visited",
  "observed", "concerned", "involved", "discussed", "being",
]
