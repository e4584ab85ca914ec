extension ByteBuffer {
  /// Appends a text as a CSV field (RFC 4180), always in quotes.
  ///
  /// A text that a spreadsheet would read as a formula gets an apostrophe in front, as OWASP advises ("CSV Injection"). Nobody
  /// who opens the file should run code that somebody else wrote. A text that it would turn into a date or another number,
  /// such as `MAR1` or `1.10`, gets one as well, since the text would be lost. Whoever takes off one apostrophe in front of
  /// such a text has the text again.
  package mutating func append(csv text: String) {
    text.withBytes { append(csv: $0) }
  }

  /// Appends UTF-8 bytes as a CSV field, always in quotes.
  package mutating func append(csv text: UnsafeBufferPointer<UInt8>) {
    append(UInt8(ascii: "\""))
    if isChangedBySpreadsheets(text) { append(UInt8(ascii: "'")) }
    append(text) { $0 == UInt8(ascii: "\"") ? "\"\"" : nil }
    append(UInt8(ascii: "\""))
  }
}

/// Whether a spreadsheet may read a text as anything but that text.
private func isChangedBySpreadsheets(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
  guard let first = text.first, let last = text.last else { return false }
  if first.isASCIILetter {
    // Nearly all texts are too long for a date, or do not end as one does.
    guard text.count <= longestNumber, last.isASCIIDigit || last | 0x20 == UInt8(ascii: "e") else {
      return false
    }
    return isDateOrTruth(String(decoding: text, as: UTF8.self))
  }
  if first.isASCIIDigit || first == UInt8(ascii: ".") || first == UInt8(ascii: "(") {
    return text.count <= longestNumber && isChangedNumber(String(decoding: text, as: UTF8.self))
  }
  if first == UInt8(ascii: "'") {
    // Otherwise nobody could tell its apostrophe from ours.
    return isChangedBySpreadsheets(UnsafeBufferPointer(rebasing: text.dropFirst()))
  }
  return beginsFormula(String(decoding: text, as: UTF8.self))
}

/// The most bytes that a number or a date has.
private let longestNumber = 40

extension UInt8 {
  fileprivate var isASCIILetter: Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
  }

  fileprivate var isASCIIDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
}

/// Whether a spreadsheet may read a text as a formula. Some ignore white space before the sign, and some read the full-width
/// forms of the signs as the plain ones.
private func beginsFormula(_ text: String) -> Bool {
  guard let first = text.unicodeScalars.first else { return false }
  if first == "\t" || first == "\r" || first == "\n" { return true }
  let mark = text.unicodeScalars.first { !$0.properties.isWhitespace }
  return mark.map { "=+-@\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".unicodeScalars.contains($0) } ?? false
}

/// Whether a text is a month and numbers, such as `MAR1`, `Sept-2` or `May 3, 2027`; or a truth value.
private func isDateOrTruth(_ text: String) -> Bool {
  let text = text.lowercased()
  let word = text.prefix { ("a"..."z").contains($0) }
  let rest = text[word.endIndex...]
  if rest.isEmpty { return word == "true" || word == "false" }
  return months.contains(String(word)) && isNumberWithSigns(rest)
}

/// Whether a text that begins like a number is one that a spreadsheet shows in another form, or a date that begins with the day.
private func isChangedNumber(_ text: String) -> Bool {
  let isWhole = text.utf8.allSatisfy(\.isASCIIDigit)
  // Beyond 15 digits a spreadsheet rounds, and it drops a zero in front.
  if isWhole { return text.utf8.count > 15 || text.utf8.count > 1 && text.hasPrefix("0") }
  let parts = text.lowercased().split { !("a"..."z").contains($0) }
  let isKnown = parts.allSatisfy {
    $0 == "e" || $0 == "am" || $0 == "pm" || months.contains(String($0))
  }
  return parts.count <= 1 && isKnown
    && isNumberWithSigns(text.lowercased().filter { !("a"..."z").contains($0) })
}

/// Whether a text is made of digits and the signs between them in numbers, dates and times.
private func isNumberWithSigns(_ text: some StringProtocol) -> Bool {
  text.utf8.contains(where: \.isASCIIDigit)
    && text.utf8.allSatisfy { $0.isASCIIDigit || "-/., :+%()".utf8.contains($0) }
}

/// The names of months, in English and in neighbouring languages, by which spreadsheets know a date. Short forms that are
/// English words, such as the Italian `set`, are left out.
private let months: Set<String> = [
  "jan", "january", "feb", "february", "mar", "march", "apr", "april", "may", "jun", "june", "jul",
  "july", "aug", "august", "sep", "sept", "september", "oct", "october", "nov", "november", "dec",
  "december", "abr", "ago", "avr", "dez", "dic", "ene", "fev", "juil", "juin", "mai", "mei", "mrt",
  "mrz", "okt",
]
