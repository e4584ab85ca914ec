package import Diagnostics

/// A file's tree and what was wrong with it.
package struct ParseResult: Sendable {
  package let tree: SyntaxTree
  package let diagnostics: [Diagnostic]
}

/// Parses one YAML file. Never throws: whatever the bytes are, there is a tree, if an empty one, and diagnostics.
package func parse(_ file: SourceFile) -> ParseResult {
  if let tree = scan(file) { return ParseResult(tree: tree, diagnostics: []) }
  return parseByLibYAML(file)
}

/// The tree of a file that holds nothing but what people write nearly always; nil for any other, and wherever anything is
/// wrong.
package func scan(_ file: SourceFile) -> SyntaxTree? {
  guard file.bytes.count <= fileSizeLimit else { return nil }
  if TextSurvey(file.bytes).isCommon { return scan(file, file.bytes, returnLength: 0) }
  guard let spaced = spacesForReturns(in: file.bytes), TextSurvey(spaced).isCommon else {
    return nil
  }
  return scan(file, spaced, returnLength: 1)
}

/// A text with a space for each carriage return, if each line ends in one and a line feed, as Windows writes them; nil if not.
///
/// Space at the end of a line means nothing but in a few places, and all other bytes stay where they are.
private func spacesForReturns(in bytes: [UInt8]) -> [UInt8]? {
  var spaced = bytes
  var wasReturn = false
  for place in bytes.indices {
    guard (bytes[place] == UInt8(ascii: "\n")) == wasReturn else { return nil }
    wasReturn = bytes[place] == UInt8(ascii: "\r")
    if wasReturn { spaced[place] = UInt8(ascii: " ") }
  }
  return wasReturn ? nil : spaced
}

/// The tree of a file of which the text is given as the scanner reads it.
private func scan(_ file: SourceFile, _ bytes: [UInt8], returnLength: Int) -> SyntaxTree? {
  unsafe bytes.withUnsafeBufferPointer { bytes in
    guard let text = unsafe TextBytes(bytes) else { return nil }
    var scanner = PlainScanner(file.id, text, returnLength: returnLength)
    var tree: SyntaxTree?
    do {
      try scanner.scan()
      // Copies, since trees are kept and should take no more room than they need.
      tree = SyntaxTree(
        file: file.id, nodes: scanner.nodes.fitted, comments: scanner.comments.fitted,
        isComplete: true, isText: true, source: file.bytes, decoded: scanner.decoded.fitted)
    } catch {
      // It is for libyaml to read.
    }
    ScannerStore.give(scanner, forFileOf: file.bytes.count)
    return tree
  }
}

/// Parses one YAML file by libyaml, which decides what is right.
package func parseByLibYAML(_ file: SourceFile) -> ParseResult {
  var bag = DiagnosticBag()
  guard let text = readableText(of: file, into: &bag) else {
    return ParseResult(tree: .unreadable(file, isText: false), diagnostics: bag.diagnostics)
  }
  var builder = TreeBuilder(file: file, source: text)
  let tree = builder.build()
  bag.append(contentsOf: builder.bag.diagnostics)
  return ParseResult(tree: tree, diagnostics: bag.diagnostics)
}

extension SyntaxTree {
  /// The tree of a file that could not be read.
  static func unreadable(_ file: SourceFile, isText: Bool) -> SyntaxTree {
    SyntaxTree(
      file: file.id, nodes: [], comments: [], isComplete: false, isText: isText, source: file.bytes,
      decoded: [])
  }
}

/// The deepest nesting that is accepted. The language itself needs eight levels.
let nestingLimit = 32

extension Array {
  /// The same with no room for more.
  fileprivate var fitted: [Element] {
    unsafe withUnsafeBufferPointer { unsafe Array($0) }
  }
}
