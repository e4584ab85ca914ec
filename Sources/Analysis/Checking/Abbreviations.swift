extension Words.Word {
  /// The part of it that is an abbreviation, two capitals or more, without an s for the plural; nil if it is none.
  func abbreviation(in bytes: ArraySlice<UInt8>) -> Range<Int>? {
    guard capitals >= 2, digits == 0, smallLetters <= 1 else { return nil }
    if smallLetters == 0 { return range }
    let letters = range.count
    let last = bytes[bytes.startIndex + range.upperBound - 1]
    return last == UInt8(ascii: "s") && letters == Int(capitals) + 1
      ? range.lowerBound..<(range.upperBound - 1) : nil
  }
}

/// Whether a word in capitals is a part of something like `REL-1.2` or `A/B-C`.
func isPartOfCode(_ index: Int, _ words: borrowing Words) -> Bool {
  let all = words.words
  if all[index].isJoined, all[index - 1].digits > 0 || all[index - 1].smallLetters == 0 {
    return true
  }
  let next = index + 1
  return next < all.count && all[next].isJoined
    && (all[next].digits > 0 || all[next].smallLetters == 0)
}

/// Whether a word is in capitals only for emphasis: it is a common word, or so is its neighbour ("DO NOT PANIC").
func isShouted(_ index: Int, _ words: borrowing Words) -> Bool {
  let all = words.words
  let isLong = all[index].capitals >= 4
  return shoutedWords.contains(all[index].hash)
    || [index - 1, index + 1].contains { neighbour in
      guard all.indices.contains(neighbour), all[neighbour].smallLetters == 0,
        all[neighbour].capitals >= 2
      else { return false }
      return shoutedWords.contains(all[neighbour].hash) || isLong && all[neighbour].capitals >= 4
    }
}

/// Whether an abbreviation is written out beside it: "independent reviewing officer (IRO)" or "IRO (independent ...".
func isExplained(_ index: Int, _ words: borrowing Words, _ bytes: ArraySlice<UInt8>) -> Bool {
  let all = words.words
  let word = all[index]
  func byte(_ offset: Int32) -> UInt8 {
    let place = bytes.startIndex + Int(offset)
    return bytes.indices.contains(place) ? bytes[place] : 0
  }
  func initial(_ index: Int) -> UInt8 { byte(all[index].start) | 0x20 }
  if byte(word.start - 1) == UInt8(ascii: "("), byte(word.end) == UInt8(ascii: ")") {
    let first = max(0, index - Int(word.capitals) * 2 - 2)
    return (first..<index).contains { initial($0) == initial(index) && all[$0].smallLetters > 0 }
  }
  return byte(word.end) == UInt8(ascii: " ") && byte(word.end + 1) == UInt8(ascii: "(")
    && index + 1 < all.count && initial(index + 1) == initial(index)
    && all[index + 1].smallLetters > 0
}

/// Abbreviations that need no explanation to any reader, and numbers in Roman letters.
let commonAbbreviations: Set<String> = [
  "AD", "AI", "AIDS", "AM", "BBC", "BC", "CD", "CV", "DIY", "DNA", "DVD", "EU", "FAQ", "GB", "GP",
  "HIV", "HTML", "ID", "IQ", "IT", "NHS", "OK", "PC", "PDF", "PM", "PS", "SMS", "TV", "UK", "UN",
  "URL", "US", "USA", "USB",
  "II", "III", "IV", "VI", "VII", "VIII", "IX", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XX",
  "XXI",
]

/// Words that are written in capitals for emphasis and not because they stand for something.
private let shoutedWords = WordIndex(
  of: """
    all always and any are before both but can cannot do does each every first for if is may more must never no none not \
    now of on only or should stop than the then they this to who why will with you your
    """)
