/// A sort of character that cannot be seen or looks like an ordinary space.
struct HiddenKind {
  let name: String

  /// The replacement: a space or nothing.
  let replacement: String

  /// Whether some scripts join or part letters by it.
  var joinsLetters = false

  /// Nil for a character that can be seen, or that texts of a language need (BCP 47, in small letters).
  init?(_ scalar: Unicode.Scalar, _ language: String) {
    switch scalar.value {
    case 0xA0, 0x202F:
      // French sets it before some marks.
      guard language != "fr" else { return nil }
      (name, replacement) = ("non-breaking space", " ")
    case 0x1680, 0x2000...0x200A, 0x205F:
      (name, replacement) = ("space of another width", " ")
    case 0x2028, 0x2029:
      (name, replacement) = ("line separator", " ")
    case 0xAD:
      (name, replacement) = ("soft hyphen", "")
    case 0x200B, 0x2060, 0xFEFF:
      (name, replacement) = ("zero-width character", "")
    case 0x200C, 0x200D:
      (name, replacement) = ("zero-width character", "")
      joinsLetters = true
    case 0x200E, 0x200F, 0x061C, 0x202A...0x202E, 0x2066...0x2069:
      guard !["ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"].contains(language) else {
        return nil
      }
      (name, replacement) = ("mark for the direction of writing", "")
    case 0xE0000...0xE007F:
      // Flags of parts of a country are made with them.
      (name, replacement) = ("tag character", "")
      joinsLetters = true
    default: return nil
    }
  }
}
