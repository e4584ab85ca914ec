internal import Output

extension MarkdownRenderer {
  /// Appends the inner HTML of a paragraph, as cmark-gfm would write it.
  func write(
    _ simple: SimpleText, of text: UnsafeBufferPointer<UInt8>, to buffer: inout ByteBuffer,
    marking marker: TextMarker?
  ) {
    for piece in simple.pieces {
      switch piece {
      case .text(let range):
        write(UnsafeBufferPointer(rebasing: text[range]), to: &buffer, marking: marker)
      case .link(let target):
        buffer.append(fixed: "<a href=\"")
        buffer.append(raw: target.address)
        buffer.append(fixed: "\">")
        buffer.append(target.label, escaping: SimpleText.escaped)
        buffer.append(fixed: "</a>")
      case .start(.emphasis): buffer.append(fixed: "<em>")
      case .start(.strong): buffer.append(fixed: "<strong>")
      case .end(.emphasis): buffer.append(fixed: "</em>")
      case .end(.strong): buffer.append(fixed: "</strong>")
      }
    }
  }

  /// The target of a link that is written without the library; nil if its address would have to be escaped.
  func simpleTarget(_ id: String) -> Target? {
    guard let target = resolve(id), target.title.isEmpty,
      target.address.utf8.allSatisfy(SimpleText.isPlainInAddress)
    else { return nil }
    return target
  }

  private func write(
    _ text: UnsafeBufferPointer<UInt8>, to buffer: inout ByteBuffer, marking marker: TextMarker?
  ) {
    var start = 0
    if let marker {
      for run in marker(text) {
        append(text, start..<run.range.lowerBound, to: &buffer)
        run.appendOpening(to: &buffer)
        append(text, run.range, to: &buffer)
        buffer.append(raw: run.closing)
        start = run.range.upperBound
      }
    }
    append(text, start..<text.count, to: &buffer)
  }

  /// Quotation marks are the only characters in a simple text that the library escapes.
  private func append(
    _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, to buffer: inout ByteBuffer
  ) {
    var start = range.lowerBound
    while let mark = text[start..<range.upperBound].firstIndex(of: UInt8(ascii: "\"")) {
      buffer.append(raw: UnsafeBufferPointer(rebasing: text[start..<mark]))
      buffer.append(fixed: "&quot;")
      start = mark + 1
    }
    buffer.append(raw: UnsafeBufferPointer(rebasing: text[start..<range.upperBound]))
  }
}

extension SimpleText {
  /// The words that a reader sees.
  func words(of text: UnsafeBufferPointer<UInt8>) -> String {
    pieces.reduce(into: "") { words, piece in
      switch piece {
      case .text(let range): words += String(decoding: text[range], as: UTF8.self)
      case .link(let target): words += target.label
      case .start, .end: break
      }
    }
  }

  /// The library's escape of a character; it leaves apostrophes.
  fileprivate static func escaped(_ byte: UInt8) -> StaticString? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    default: nil
    }
  }

  fileprivate static func isPlainInAddress(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "-")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "#"):
      true
    default: false
    }
  }
}
