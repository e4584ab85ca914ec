extension ByteBuffer {
  /// Appends a text so that CommonMark and GitHub's flavour of it show it as it is, inline or in a table cell.
  ///
  /// A line break becomes a space, since one line of text is one line of Markdown. Whatever could begin a
  /// block (a leading `1.`, `-`, `#`) is escaped as well, and so is what would become a link without any markup
  /// (`www.`, `https://`, an address of electronic mail).
  package mutating func append(markdown text: String) {
    var text = text
    text.withUTF8 { append(markdown: $0) }
  }

  /// The same for the bytes of a text.
  package mutating func append(markdown text: UnsafeBufferPointer<UInt8>) {
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
      case UInt8(ascii: "@"): "\\@"
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"): " "
      default: nil
      }
    }
    escapeBlockStart(at: start)
    escapeLinks(from: start)
  }

  /// Escapes what makes a link of a bare address (GitHub Flavored Markdown, 6.9): the colon of `://` and the full stop
  /// of `www.`.
  private mutating func escapeLinks(from start: Int) {
    var index = start
    while index + 2 < bytes.count {
      let (here, next) = (bytes[index], bytes[index + 1])
      if here == UInt8(ascii: ":"), next == UInt8(ascii: "/") {
        bytes.insert(UInt8(ascii: "\\"), at: index)
        index += 2
      } else if here | 0x20 == UInt8(ascii: "w"), next | 0x20 == here | 0x20,
        bytes[index + 2] == UInt8(ascii: ".")
      {
        bytes.insert(UInt8(ascii: "\\"), at: index + 2)
        index += 3
      } else {
        index += 1
      }
    }
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
