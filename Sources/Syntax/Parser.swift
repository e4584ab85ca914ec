package import Diagnostics

/// The tree of a file, and the diagnostics of its parse.
package struct ParseResult: Sendable {
  package let tree: SyntaxTree
  package let diagnostics: [Diagnostic]
}

/// Parses one YAML file. It never throws: any bytes result in a tree, perhaps an empty one, and diagnostics.
package func parse(_ file: SourceFile) -> ParseResult {
  let result =
    scan(file).map { ParseResult(tree: $0, diagnostics: []) } ?? parseByLibYAML(file)
  return refusingControlCharacters(result, in: file)
}

/// The tree of a file, read by the fast path. Nil if the file has uncommon YAML or any mistake.
package func scan(_ file: SourceFile) -> SyntaxTree? {
  guard file.bytes.count <= fileSizeLimit else { return nil }
  if TextSurvey(file.bytes).isCommon { return scan(file, file.bytes, returnLength: 0) }
  guard let spaced = spacesForReturns(in: file.bytes), TextSurvey(spaced).isCommon else {
    return nil
  }
  return scan(file, spaced, returnLength: 1)
}

/// The text with a space for each carriage return, if every line ends in CR LF, as on Windows; nil if not.
///
/// Space at the end of a line has a meaning in few contexts, and all other bytes keep their offsets.
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

/// The tree of a file whose bytes are given as the scanner reads them.
private func scan(_ file: SourceFile, _ bytes: [UInt8], returnLength: Int) -> SyntaxTree? {
  unsafe bytes.withUnsafeBufferPointer { bytes in
    guard let text = unsafe TextBytes(bytes) else { return nil }
    var scanner = PlainScanner(file.id, text, returnLength: returnLength)
    var tree: SyntaxTree?
    do {
      try scanner.scan()
      // Trees are kept, so the arrays are copied without spare capacity.
      tree = SyntaxTree(
        file: file.id, nodes: scanner.nodes.fitted, comments: scanner.comments.fitted,
        isComplete: true, isText: true, source: file.bytes, decoded: scanner.decoded.fitted)
    } catch {
      // libyaml reads the file instead.
    }
    ScannerStore.give(scanner, forFileOf: file.bytes.count)
    return tree
  }
}

/// Parses one YAML file by libyaml, which decides what is valid.
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
  /// The empty tree of a file that could not be read.
  static func unreadable(_ file: SourceFile, isText: Bool) -> SyntaxTree {
    SyntaxTree(
      file: file.id, nodes: [], comments: [], isComplete: false, isText: isText, source: file.bytes,
      decoded: [])
  }
}

/// The deepest nesting that is accepted. The language needs eight levels.
let nestingLimit = 32

extension Array {
  /// A copy without spare capacity.
  fileprivate var fitted: [Element] {
    unsafe withUnsafeBufferPointer { unsafe Array($0) }
  }
}
