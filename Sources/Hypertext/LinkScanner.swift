internal import Output

/// Finds the anchors and links of a page.
///
/// It finds what a `TagReader` does, many times as fast: it looks for the marks of tags at sixteen bytes at a time, passes
/// over most tags without attributes at once, and keeps nothing of attributes that are no anchors or links. A large handbook
/// has hundreds of megabytes of pages.
struct LinkScanner {
  private let bytes: UnsafePointer<UInt8>
  private let end: Int

  enum Part { case id, link }

  /// Calls a function for each anchor and link of a page, in order, with its text as the attribute has it and how many bytes of
  /// the page there are from its first on.
  ///
  /// All in one function, so that the place on the page stands in a register of the processor.
  @inline(__always)
  static func forEach(
    in page: UnsafeBufferPointer<UInt8>,
    _ body: (Part, UnsafeBufferPointer<UInt8>, _ readable: Int) -> Void
  ) {
    guard let start = page.baseAddress else { return }
    let scanner = LinkScanner(bytes: start, end: page.count)
    let (bytes, end) = (scanner.bytes, scanner.end)
    var place = 0
    while let name = scanner.nextTag(from: place) {
      place = name.upperBound
      while place < end, bytes[place] != UInt8(ascii: ">") {
        if bytes[place] == UInt8(ascii: " ") { place &+= 1 }
        let part: Part?
        let value: Range<Int>
        if place &+ 8 <= end, let known = LinkScanner.known(scanner.word(at: place)) {
          part = known.part
          let first = place &+ known.length
          value = first..<scanner.find(UInt8(ascii: "\""), from: first)
          place = min(value.upperBound &+ 1, end)
        } else {
          guard place < end, bytes[place] != UInt8(ascii: ">") else { break }
          let nameEnd = scanner.endOfName(from: place)
          guard nameEnd > place else {
            place &+= 1
            continue
          }
          part = scanner.part(place..<nameEnd)
          (value, place) = scanner.value(behind: nameEnd)
        }
        if let part { body(part, scanner.text(value), end &- value.lowerBound) }
      }
      place = scanner.endOfTag(name, from: place)
    }
  }

  /// The name of the next tag that may have attributes; nil if there is none.
  @inline(__always)
  private func nextTag(from start: Int) -> Range<Int>? {
    var place = start
    while true {
      let open = SixteenBytes.findTag(in: bytes, from: place, to: end)
      guard open &+ 1 < end else { return nil }
      let nameEnd = endOfName(from: open &+ 1)
      if nameEnd > open &+ 1 { return Range(uncheckedBounds: (open &+ 1, nameEnd)) }
      place = endOfWhatIsNoTag(at: open)
    }
  }

  /// Where a comment or a declaration ends, or a mark that begins nothing or an end tag.
  @inline(never)
  private func endOfWhatIsNoTag(at start: Int) -> Int {
    let next = bytes[start + 1]
    guard next == UInt8(ascii: "!") || next == UInt8(ascii: "?") else { return start + 1 }
    guard matches("<!--", at: start) else {
      return min(end, find(UInt8(ascii: ">"), from: start + 1) + 1)
    }
    var place = start + 4
    while place < end {
      place = find(UInt8(ascii: "-"), from: place)
      if matches("-->", at: place) { return place + 3 }
      place += 1
    }
    return place
  }

  /// The attributes that nearly all tags have, told by their first eight bytes: how long they are up to their value, and what
  /// that is. Nil for what is read letter by letter.
  @inline(__always)
  private static func known(_ word: UInt64) -> (length: Int, part: Part?)? {
    if word & firstBytes(7) == 0x22_3d73_7361_6c63 { return (7, nil) }  // class="
    if word & firstBytes(6) == 0x223d_6665_7268 { return (6, .link) }  // href="
    if word & firstBytes(4) == 0x223d_6469 { return (4, .id) }  // id="
    return nil
  }

  /// What keeps so many bytes of eight, counted from the first.
  @inline(__always)
  private static func firstBytes(_ count: UInt64) -> UInt64 { 1 &<< (8 &* count) &- 1 }

  /// The value of the attribute whose name ends at a place, and where the attribute ends.
  @inline(never)
  private func value(behind nameEnd: Int) -> (Range<Int>, end: Int) {
    var next = nameEnd
    while next < end, bytes[next].isSpace { next += 1 }
    guard next < end, bytes[next] == UInt8(ascii: "=") else { return (nameEnd..<nameEnd, nameEnd) }
    next += 1
    while next < end, bytes[next].isSpace { next += 1 }
    guard next < end else { return (next..<next, nameEnd) }
    let quote = bytes[next]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      let close = find(quote, from: next + 1)
      return ((next + 1)..<close, min(close + 1, end))
    }
    let start = next
    while next < end, !bytes[next].isSpace, bytes[next] != UInt8(ascii: ">") { next += 1 }
    return (start..<next, next)
  }

  /// Where a tag ends whose attributes end at a place, or what it holds if that is no HTML.
  @inline(__always)
  private func endOfTag(_ name: Range<Int>, from start: Int) -> Int {
    let place = min(start &+ 1, end)
    guard name.count > 4, bytes[name.lowerBound] == UInt8(ascii: "s"), let name = rawText(name)
    else { return place }
    return endOfRawText(name, from: place)
  }

  @inline(never)
  private func endOfRawText(_ name: StaticString, from start: Int) -> Int {
    var place = start
    while place < end {
      place = find(UInt8(ascii: "<"), from: place)
      if place + 1 < end, bytes[place + 1] == UInt8(ascii: "/"), matches(name, at: place + 2) {
        return place
      }
      place += 1
    }
    return end
  }

  /// What an attribute with this name holds.
  @inline(__always)
  private func part(_ name: Range<Int>) -> Part? {
    switch name.count {
    case 2: matches("id", at: name.lowerBound) ? .id : nil
    case 3: matches("src", at: name.lowerBound) ? .link : nil
    case 4: matches("href", at: name.lowerBound) ? .link : nil
    default: nil
    }
  }

  /// The name of an element whose contents are no HTML.
  private func rawText(_ name: Range<Int>) -> StaticString? {
    switch name.count {
    case 5: matches("style", at: name.lowerBound) ? "style" : nil
    case 6: matches("script", at: name.lowerBound) ? "script" : nil
    default: nil
    }
  }

  @inline(__always)
  private func matches(_ text: StaticString, at start: Int) -> Bool {
    guard start + text.utf8CodeUnitCount <= end else { return false }
    for index in 0..<text.utf8CodeUnitCount where bytes[start + index] != text.utf8Start[index] {
      return false
    }
    return true
  }

  @inline(__always)
  private func text(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: bytes + range.lowerBound, count: range.count)
  }

  @inline(__always)
  private func endOfName(from start: Int) -> Int {
    EightBytes.endOfName(in: bytes, from: start, to: end)
  }

  @inline(__always)
  private func find(_ byte: UInt8, from start: Int) -> Int {
    SixteenBytes.find(byte, in: bytes, from: start, to: end)
  }

  @inline(__always)
  private func word(at index: Int) -> UInt64 { EightBytes.word(in: bytes, at: index) }
}
