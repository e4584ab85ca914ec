extension ByteBuffer {
  /// Appends a text as a CSV field (RFC 4180), always in quotes.
  ///
  /// A text that a spreadsheet would read as a formula gets an apostrophe in front, as OWASP advises ("CSV Injection"). Nobody
  /// who opens the file should run code that somebody else wrote.
  package mutating func append(csv text: String) {
    text.withBytes { append(csv: $0) }
  }

  /// Appends UTF-8 bytes as a CSV field, always in quotes.
  package mutating func append(csv text: UnsafeBufferPointer<UInt8>) {
    append(UInt8(ascii: "\""))
    if beginsFormula(text) { append(UInt8(ascii: "'")) }
    append(text) { $0 == UInt8(ascii: "\"") ? "\"\"" : nil }
    append(UInt8(ascii: "\""))
  }
}

/// Whether a spreadsheet may read a text as a formula. Some ignore white space before the sign, and some read the full-width
/// forms of the signs as the plain ones.
private func beginsFormula(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
  // Nearly all texts begin with an ASCII letter or digit, which begins no formula.
  guard let first = text.first else { return false }
  if first.isASCIILetterOrDigit { return false }
  return beginsFormula(String(decoding: text, as: UTF8.self))
}

extension UInt8 {
  fileprivate var isASCIILetterOrDigit: Bool {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      true
    default: false
    }
  }
}

private func beginsFormula(_ text: String) -> Bool {
  guard let first = text.unicodeScalars.first else { return false }
  if first == "\t" || first == "\r" || first == "\n" { return true }
  let mark = text.unicodeScalars.first { !$0.properties.isWhitespace }
  return mark.map { "=+-@\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".unicodeScalars.contains($0) } ?? false
}
