extension ByteBuffer {
  /// Appends a text as a field of CSV (RFC 4180), always in quotes.
  ///
  /// A text that a spreadsheet would take for a formula gets an apostrophe before it, as OWASP advises ("CSV
  /// Injection"): whoever opens the file must not run what somebody else wrote.
  package mutating func append(csv text: String) {
    text.withBytes { append(csv: $0) }
  }

  /// The same for a text's bytes.
  package mutating func append(csv text: UnsafeBufferPointer<UInt8>) {
    append(UInt8(ascii: "\""))
    if beginsFormula(text) { append(UInt8(ascii: "'")) }
    append(text) { $0 == UInt8(ascii: "\"") ? "\"\"" : nil }
    append(UInt8(ascii: "\""))
  }
}

/// Whether a spreadsheet may read a text as a formula. White space before the mark changes nothing for some of them;
/// the wide forms of the marks count as well, since some read them as the plain ones.
private func beginsFormula(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
  // Neither a mark nor white space nor beyond ASCII: a letter or digit, as nearly all begin.
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
