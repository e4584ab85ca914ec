extension ByteBuffer {
  /// Appends a text escaped for XML 1.0, for an element or a quoted attribute. Characters that XML cannot hold are left out
  /// (section 2.2).
  package mutating func append(xml text: String) {
    text.withBytes { append(xml: $0) }
  }

  /// Appends UTF-8 bytes escaped for XML 1.0, for an element or a quoted attribute.
  package mutating func append(xml text: UnsafeBufferPointer<UInt8>) {
    // The two non-ASCII characters that are left out begin with this byte in UTF-8.
    guard text.contains(where: { $0 < 0x20 || $0 == 0xEF }) else { return append(html: text) }
    appendCarefully(xml: String(decoding: text, as: UTF8.self))
  }

  private mutating func appendCarefully(xml text: String) {
    let needsCare = text.unicodeScalars.contains {
      $0.value < 0x20 && !"\t\n\r".unicodeScalars.contains($0) || $0.value == 0xFFFE
        || $0.value == 0xFFFF
    }
    guard needsCare else { return append(html: text) }
    var kept = String.UnicodeScalarView()
    for scalar in text.unicodeScalars
    where scalar.value >= 0x20 && scalar.value != 0xFFFE && scalar.value != 0xFFFF
      || "\t\n\r".unicodeScalars.contains(scalar)
    { kept.append(scalar) }
    append(html: String(kept))
  }
}
