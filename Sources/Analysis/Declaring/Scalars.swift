internal import Model

/// Whether a value may be an id: a letter first, then letters, digits, `-` and `.`, at most 100 in all.
///
/// ASCII only, since ids become file names, anchors and codes in other systems; 100 is where some of those cut.
func isID(_ value: Span<UInt8>) -> Bool {
  guard (1...100).contains(value.count), isLetter(value[0]) else { return false }
  for place in value.indices where !isIDByte(value[place]) { return false }
  return true
}

/// Whether a value may be the id of something new: an id that can be the name of a file on every system.
///
/// Windows keeps some names for devices, whatever the case of their letters and whatever follows behind a full stop, and drops
/// a full stop at the end of a name.
func isFileID(_ value: Span<UInt8>) -> Bool {
  isID(value) && value[value.count - 1] != UInt8(ascii: ".") && !isDeviceName(value)
}

/// Whether a value is the name of a device of Windows, such as `con` or `COM1`, alone or before a full stop.
func isDeviceName(_ value: Span<UInt8>) -> Bool {
  let stem = firstIndex(of: UInt8(ascii: "."), in: value) ?? value.count
  guard stem == 3 || stem == 4 else { return false }
  // Only COM0 to COM9 and LPT0 to LPT9 have four letters.
  if stem == 4, !isDigit(value[3]) { return false }
  for name in stem == 3 ? ["con", "prn", "aux", "nul"] : ["com", "lpt"] where begins(name, value) {
    return true
  }
  return false
}

/// Whether a value begins with a text of small letters, whatever the case of its own.
private func begins(_ text: String, _ value: Span<UInt8>) -> Bool {
  var place = 0
  for byte in text.utf8 {
    guard value[place] | 0x20 == byte else { return false }
    place += 1
  }
  return true
}

func isIDByte(_ byte: UInt8) -> Bool {
  isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
}

func isLetter(_ byte: UInt8) -> Bool {
  (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
}

func isDigit(_ byte: UInt8) -> Bool {
  (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
}

/// A number written in at most nine decimal digits.
func readNumber(_ value: Span<UInt8>) -> Int? {
  guard (1...9).contains(value.count) else { return nil }
  var number = 0
  for place in value.indices {
    guard isDigit(value[place]) else { return nil }
    number = number * 10 + Int(value[place] - UInt8(ascii: "0"))
  }
  return number
}

private func readNumber(_ value: ArraySlice<UInt8>) -> Int? { readNumber(value.span) }

/// `2026-09-01`; unless exact, also `2026-09` and `2026` (ISO 8601).
func readDate(_ value: ArraySlice<UInt8>, exact: Bool) -> CalendarDate? {
  let value = value.span
  /// The number in some bytes, behind a hyphen.
  func part(_ range: Range<Int>) -> Int? {
    guard value[range.lowerBound - 1] == UInt8(ascii: "-") else { return nil }
    return readNumber(value.extracting(range))
  }
  guard value.count == 10 || !exact && (value.count == 4 || value.count == 7),
    let year = readNumber(value.extracting(first: 4))
  else { return nil }
  guard value.count > 4 else { return CalendarDate(year: year) }
  guard let month = part(5..<7) else { return nil }
  guard value.count > 7 else { return CalendarDate(year: year, month: month) }
  return part(8..<10).flatMap { CalendarDate(year: year, month: month, day: $0) }
}

/// Whether a value is written like a day, whatever its numbers.
func isDateShaped(_ value: ArraySlice<UInt8>) -> Bool {
  value.count == 10
    && zip(value, "0000-00-00".utf8).allSatisfy {
      $1 == UInt8(ascii: "-") ? $0 == $1 : isDigit($0)
    }
}

/// `1.0.0`: three numbers without leading zeros (Semantic Versioning 2.0.0, section 2).
func readEdition(_ value: ArraySlice<UInt8>) -> Edition? {
  let parts = value.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
  guard parts.count == 3, parts.allSatisfy({ $0.count == 1 || $0.first != UInt8(ascii: "0") })
  else { return nil }
  let numbers = parts.compactMap(readNumber)
  return numbers.count == 3 ? Edition(numbers[0], numbers[1], numbers[2]) : nil
}

/// Whether a value has the shape of a language tag: subtags of 1 to 8 letters or digits, the first of letters (BCP 47, 2.1).
func isLanguageTag(_ value: ArraySlice<UInt8>) -> Bool {
  let parts = value.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
  guard let first = parts.first, (2...3).contains(first.count), first.allSatisfy(isLetter) else {
    return false
  }
  return parts.allSatisfy { part in
    (1...8).contains(part.count) && part.allSatisfy { isLetter($0) || isDigit($0) }
  }
}

/// Whether a value is an address that a link may lead to: http or https, a host, and nothing that must be escaped.
func isWebAddress(_ value: ArraySlice<UInt8>) -> Bool {
  let isSecure = value.starts(with: "https://".utf8)
  guard isSecure || value.starts(with: "http://".utf8) else { return false }
  let rest = value.dropFirst(isSecure ? 8 : 7)
  guard let first = rest.first, isLetter(first) || isDigit(first) else { return false }
  return rest.allSatisfy(isAddressByte)
}

private func isAddressByte(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "\\"),
    UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "{"), UInt8(ascii: "|"), UInt8(ascii: "}"):
    false
  default: byte > UInt8(ascii: " ") && byte < 0x7F
  }
}

/// `yes` or `no`; also `true` and `false`, which other tools write.
func readYesNo(_ value: ArraySlice<UInt8>) -> Bool? {
  switch String(decoding: value, as: UTF8.self) {
  case "yes", "true": true
  case "no", "false": false
  default: nil
  }
}

/// Whether a value is `crosswalk/item`.
func isItemReference(_ value: Span<UInt8>) -> Bool {
  guard let slash = firstIndex(of: UInt8(ascii: "/"), in: value) else { return false }
  return isID(value.extracting(first: slash))
    && isCode(value.extracting(droppingFirst: slash + 1))
}

/// Whether a value may be another framework's code: no white space and no slash.
func isCode(_ value: Span<UInt8>) -> Bool {
  for place in value.indices
  where value[place] <= UInt8(ascii: " ") || value[place] == UInt8(ascii: "/") {
    return false
  }
  return !value.isEmpty
}

/// The first place of a byte.
func firstIndex(of byte: UInt8, in value: Span<UInt8>) -> Int? {
  for place in value.indices where value[place] == byte { return place }
  return nil
}

/// Whether a value is the bytes of a text.
func isText(_ text: String, _ value: Span<UInt8>) -> Bool {
  guard text.utf8.count == value.count else { return false }
  var place = 0
  for byte in text.utf8 {
    guard byte == value[place] else { return false }
    place += 1
  }
  return true
}

/// Whether a value is a relative path of plain names, so that it stays inside the folder and needs no escape in an address.
func isOutputPath(_ value: ArraySlice<UInt8>) -> Bool {
  value.count <= 200
    && value.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).allSatisfy {
      guard let first = $0.first else { return false }
      return first != UInt8(ascii: ".")
        && $0.allSatisfy { isIDByte($0) || $0 == UInt8(ascii: "_") }
    }
}
