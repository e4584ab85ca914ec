/// The space around a tag on its line.
struct TagMargins: Sendable {
  /// The offset of the line, if nothing but space stands before the tag.
  var lineStart: Int?

  /// The offset of the next line, if nothing but space stands after the tag.
  var lineEnd: Int?

  static func all(of tags: [Tag], in bytes: [UInt8], from contentStart: Int) -> [TagMargins] {
    tags.indices.map { index in
      guard !tags[index].range.isEmpty else { return TagMargins() }
      let before = index > 0 ? tags[index - 1].range.upperBound : nil
      let after = index + 1 < tags.count ? tags[index + 1].range.lowerBound : nil
      return TagMargins(
        lineStart: lineStart(before: tags[index], after: before, in: bytes, from: contentStart),
        lineEnd: lineEnd(after: tags[index], before: after, in: bytes))
    }
  }

  private static func lineStart(
    before tag: Tag, after previous: Int?, in bytes: [UInt8], from contentStart: Int
  ) -> Int? {
    var index = tag.range.lowerBound
    while index > (previous ?? contentStart), bytes[index - 1].isSpaceOrTab { index -= 1 }
    if index > (previous ?? contentStart) {
      return bytes[index - 1] == .lineFeed ? index : nil
    }
    return previous == nil ? index : nil
  }

  private static func lineEnd(after tag: Tag, before next: Int?, in bytes: [UInt8]) -> Int? {
    let limit = next ?? bytes.count
    var index = tag.range.upperBound
    while index < limit, bytes[index].isSpaceOrTab { index += 1 }
    guard index < limit else { return next == nil ? index : nil }
    if bytes[index] == .lineFeed { return index + 1 }
    guard bytes[index] == .carriageReturn, index + 1 < limit, bytes[index + 1] == .lineFeed else {
      return nil
    }
    return index + 2
  }
}
