internal import Diagnostics
internal import Syntax

/// A comment that silences a warning at its place: `# ksf: allow long-sentence because the law is quoted`.
///
/// Behind something it holds for that line. On a line of its own it holds for what starts on the next line: an item
/// of a list, a key with its value, or on top of a file all that the file says.
struct Suppression {
  /// The whole comment.
  let comment: SourceRange

  /// The word that stands in the place of `allow`; nil if `allow` does.
  let verb: SourceRange?

  /// The rule's name or code; empty if none is given.
  let rule: String
  let ruleRange: SourceRange

  let reason: String

  /// The comment with the space before it, or with its whole line if nothing else stands there.
  let extent: SourceRange

  /// The range in which it holds.
  let scope: SourceRange

  /// Nil if the comment is an ordinary one.
  init?(_ comment: SourceRange, in file: SourceFile, _ tree: SyntaxTree) {
    let text = file.bytes[Int(comment.start)..<Int(comment.end)]
    var words = CommentWords(text.dropFirst())
    guard words.next() == "ksf:" else { return nil }
    self.comment = comment
    let isAllow = words.next() == "allow"
    verb = isAllow ? nil : words.range(in: file)
    rule = isAllow ? words.next() : ""
    ruleRange = rule.isEmpty ? comment : words.range(in: file)
    reason = words.next() == "because" ? words.rest : ""
    scope = Suppression.scope(of: comment, in: file, tree)
    extent = Suppression.extent(of: comment, in: file)
  }

  private static func extent(of comment: SourceRange, in file: SourceFile) -> SourceRange {
    let bytes = file.bytes
    var start = Int(comment.start)
    var end = Int(comment.end)
    while start > 0, bytes[start - 1] == UInt8(ascii: " ") { start -= 1 }
    if start == 0 || bytes[start - 1] == newline {
      while end < bytes.count, bytes[end] != newline { end += 1 }
      end = min(end + 1, bytes.count)
    }
    return SourceRange(file: file.id, start: start, end: end)
  }

  private static func scope(
    of comment: SourceRange, in file: SourceFile, _ tree: SyntaxTree
  ) -> SourceRange {
    let bytes = file.bytes
    let lineStart = bytes[..<Int(comment.start)].lastIndex(of: newline).map { $0 + 1 } ?? 0
    let isAlone = bytes[lineStart..<Int(comment.start)].allSatisfy { $0 == UInt8(ascii: " ") }
    guard isAlone else {
      return SourceRange(file: file.id, start: lineStart, end: Int(comment.start))
    }
    // The nodes are in the order of the text: the first behind the comment starts the line it is for.
    let next = tree.nodes.firstPlace { $0.start > comment.end }
    guard let first = tree.nodes[next...].firstIndex(where: { $0.kind != .refused }) else {
      return SourceRange(file: file.id, start: Int(comment.end), end: Int(comment.end))
    }
    let start = Int(tree.nodes[first].start)
    let lineEnd = bytes[start...].firstIndex(of: newline) ?? bytes.count
    // The first item of a list starts where the list does, but the comment is for the item.
    var end = tree.nodes[first...].prefix { $0.start < lineEnd }
      .filter { $0.kind != .sequence || $0.style == .flow }.map { Int($0.stop) }.max()
    let value = Int(tree.nodes[first].end)
    if tree.isScalar(first), bytes[start..<lineEnd].contains(UInt8(ascii: ":")),
      value < tree.nodes.count
    {
      end = max(end ?? 0, Int(tree.nodes[value].stop))
    }
    return SourceRange(file: file.id, start: start, end: max(end ?? lineEnd, start))
  }

  /// Whether it is about a rule.
  func names(_ rule: Rule) -> Bool { self.rule == rule.name || self.rule == rule.code }

  func covers(_ range: SourceRange) -> Bool {
    range.file == scope.file && range.start >= scope.start && range.start <= scope.end
  }
}

extension [SyntaxTree.Node] {
  /// The place of the first for which a condition holds that holds for all behind it as well.
  fileprivate func firstPlace(where condition: (SyntaxTree.Node) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if condition(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

private let newline = UInt8(ascii: "\n")

/// The words of a comment, one after the other.
private struct CommentWords {
  private var left: ArraySlice<UInt8>
  private var latest: Range<Int>

  init(_ text: ArraySlice<UInt8>) {
    left = text
    latest = text.startIndex..<text.startIndex
  }

  mutating func next() -> String {
    left = left.drop { $0 <= UInt8(ascii: " ") }
    let word = left.prefix { $0 > UInt8(ascii: " ") }
    latest = word.startIndex..<word.endIndex
    left = left[word.endIndex...]
    return String(decoding: word, as: UTF8.self)
  }

  /// The range of the latest word.
  func range(in file: SourceFile) -> SourceRange {
    SourceRange(file: file.id, start: latest.lowerBound, end: latest.upperBound)
  }

  /// All that is left, without the space around it.
  var rest: String {
    var text = left.drop { $0 <= UInt8(ascii: " ") }
    while let last = text.last, last <= UInt8(ascii: " ") { text.removeLast() }
    return String(decoding: text, as: UTF8.self)
  }
}
