/// Whether a value may be a code of a person or of evidence: a letter or digit, then also `.`, `_`, `/` and `-`, at most 40
/// bytes in all. It has no spaces, so that no full name fits.
package func isIdentifier(_ value: ArraySlice<UInt8>) -> Bool {
  guard let first = value.first, isAlphanumeric(first), value.count <= DocumentLimit.identifier
  else { return false }
  return value.allSatisfy { isAlphanumeric($0) || "._/-".utf8.contains($0) }
}

/// The rule of `isIdentifier` as a pattern. The lookahead rejects a final line break, before which `$` matches in some engines.
package let identifierPattern = "^[A-Za-z0-9][A-Za-z0-9._/-]{0,39}$(?!\\n)"

/// A day of the Gregorian calendar from 1000 to 2999.
package let dayPattern =
  "^([12][0-9]{3}-(((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01]))|((0[469]|11)-(0[1-9]|[12][0-9]|30))|(02-(0[1-9]|1[0-9]|2[0-8])))|([12][0-9](0[48]|[2468][048]|[13579][26])|(1[26]|2[048])00)-02-29)$(?!\\n)"

/// A pattern that requires a character other than white space.
package let inkPattern = "[^ \\t\\r\\n]"

/// A pattern that requires one line with a character other than white space.
package let linePattern = "^[^\\r\\n]*[^ \\t\\r\\n][^\\r\\n]*$(?!\\n)"

private func isAlphanumeric(_ byte: UInt8) -> Bool {
  (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
}
