extension ByteBuffer {
  /// Appends a text so that CommonMark and GitHub's flavour of it show it as it is, inline or in a table cell.
  ///
  /// A line break becomes a space, since one line of text is one line of Markdown. Whatever could begin a
  /// block (a leading `1.`, `-`, `#`) is escaped as well. Autolinks that need no markup (`www.`,
  /// `https:`) are left, since a link of the same text is harmless.
  package mutating func append(markdown text: String) {
    let start = bytes.count
    append(text) { byte in
      switch byte {
      case UInt8(ascii: "\\"): "\\\\"
      case UInt8(ascii: "`"): "\\`"
      case UInt8(ascii: "*"): "\\*"
      case UInt8(ascii: "_"): "\\_"
      case UInt8(ascii: "["): "\\["
      case UInt8(ascii: "]"): "\\]"
      case UInt8(ascii: "<"): "\\<"
      case UInt8(ascii: ">"): "\\>"
      case UInt8(ascii: "|"): "\\|"
      case UInt8(ascii: "~"): "\\~"
      case UInt8(ascii: "&"): "\\&"
      case UInt8(ascii: "#"): "\\#"
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"): " "
      default: nil
      }
    }
    escapeBlockStart(at: start)
  }

  /// Escapes what would begin a list, a heading underline or a rule: `-`, `+`, `=` and the mark after
  /// leading digits.
  private mutating func escapeBlockStart(at start: Int) {
    guard start < bytes.count else { return }
    var index = start
    while index < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index]) {
      index += 1
    }
    guard index < bytes.count else { return }
    let byte = bytes[index]
    // A mark begins an item only with a space after it, so that the `1.` of `1.2` is left alone.
    let isBeforeSpace = index + 1 == bytes.count || bytes[index + 1] == UInt8(ascii: " ")
    let beginsNumberedItem =
      index > start && isBeforeSpace
      && (byte == UInt8(ascii: ".") || byte == UInt8(ascii: ")"))
    let beginsOther =
      index == start
      && (byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "="))
    if beginsNumberedItem || beginsOther {
      bytes.insert(UInt8(ascii: "\\"), at: index)
    }
  }
}
