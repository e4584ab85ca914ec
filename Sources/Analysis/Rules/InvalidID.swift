internal import Diagnostics

/// An id with characters that an id may not have, or that cannot be the name of a file.
struct InvalidID: Problem {
  static let rule = Rule(
    "KSF0206", "invalid-id",
    summary:
      """
      Refuses an id that is not a letter followed by letters, digits, `-` and `.`, at most 100 in all; an id that ends with \
      a full stop; and a name that Windows keeps for a device, such as `CON`, `NUL` or `COM1`.
      """,
    reason: """
      Ids become file names, web addresses and codes in other systems. Those cut, change or confuse other characters, \
      and ids that look like numbers. Windows cannot open or unpack a file that is named like one of its devices.
      """,
    bad: "id: 1.1 trust",
    good: "id: REL-1.1")

  let range: SourceRange?
  let written: String

  /// The id without the quotation marks, spaces and invisible characters that have slipped in, if it is one then.
  private var meant: String? {
    let kept = written.unicodeScalars.filter { !$0.properties.isWhitespace && !isInvisible($0) }
    var id = String(String.UnicodeScalarView(kept))
    let inner = written.unicodeScalars.drop { $0.properties.isWhitespace }
    // A space between its parts may as well stand for a hyphen, or part the id from something else.
    guard inner.split(whereSeparator: \.properties.isWhitespace).count == 1 else { return nil }
    let quotes = "'\"`\u{2018}\u{2019}\u{201A}\u{201C}\u{201D}\u{201E}\u{AB}\u{BB}\u{2039}\u{203A}"
    while let first = id.first, quotes.contains(first) { id.removeFirst() }
    while let last = id.last, quotes.contains(last) || last == "." { id.removeLast() }
    let written = Array(id.utf8)
    return isFileID(written.span) ? id : nil
  }

  /// Whether only Windows is in the way of the id.
  private var isDevice: Bool {
    let written = Array(written.utf8)
    return isID(written.span) && isDeviceName(written.span)
  }

  var message: String { "`\(written)` cannot be an id" }
  var label: String { meant.map { "did you mean `\($0)`?" } ?? "" }

  var help: String {
    if isDevice {
      let stem = written.prefix { $0 != "." }
      var rest = written.dropFirst(stem.count)
      while rest.last == "." { rest.removeLast() }
      return """
        Windows keeps this name for itself, and cannot open a page that is called so. Put more letters before it or behind it, \
        such as `\(stem)x\(rest)`.
        """
    }
    return
      "An id starts with a letter (a to z), and goes on with letters, digits, hyphens and full stops, without spaces."
  }

  var fixes: [Diagnostic.Fix] {
    guard let meant, let range else { return [] }
    return [Diagnostic.Fix("write the id alone: `\(meant)`", [Diagnostic.Edit(range, meant)])]
  }

  private func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .format
  }
}
