internal import Diagnostics
internal import Glibc
internal import Output
internal import Syntax

/// A source file in two parts: the texts of its statements, and all the rest.
///
/// A change in a text reaches those outputs that show it, which is noted when they are made (`Reading`). A change in the rest can
/// reach any. What stands where is read off the tree, so that whatever is not known to be such a text belongs to the rest.
struct SourcePrint: Sendable {
  let file: FilePrint

  /// The hash of every byte that is not in a statement's text.
  let structure: ContentHash

  /// The statements in the order of the file, each with the hash of its texts as they are written.
  let statements: [(id: String, texts: ContentHash)]

  /// The tree has to be that of the whole file.
  init(_ bytes: [UInt8], _ tree: SyntaxTree) {
    let finder = TextFinder(tree)
    var (structure, lines) = (ContentHash(), ContentHash())
    var statements: [(id: String, texts: ContentHash)] = []
    var end = 0
    finder.forEachStatement { statement in
      var texts = ContentHash()
      var id = ""
      finder.forEachPart(of: statement) { part in
        switch part {
        case .id(let node): id = tree.text(of: node)
        case .text(let range):
          // It ends where a text was taken out.
          structure.add(bytes[end..<range.lowerBound])
          texts.add(bytes[range])
          lines.add(lineBreaksIn: bytes[range])
          end = range.upperBound
        }
      }
      statements.append((id, texts))
    }
    structure.add(bytes[end...])
    self.structure = structure
    file = FilePrint(whole: Digest(of: bytes), lines: lines)
    self.statements = statements
  }
}

/// A source file as a whole.
struct FilePrint: Equatable, Sendable {
  /// In bytes.
  static let size = Digest.size + ContentHash.size

  /// The digest of all bytes.
  let whole: Digest

  /// Where nothing but texts of statements has changed, the same hash if all that stands in the file is on the lines that it was on.
  let lines: ContentHash

  init(whole: Digest, lines: ContentHash) { (self.whole, self.lines) = (whole, lines) }

  /// Takes over one that was kept. There have to be `size` bytes.
  init(kept bytes: ArraySlice<UInt8>) {
    whole = Digest(bytes: bytes.prefix(Digest.size))
    lines = bytes.suffix(ContentHash.size).withUnsafeBytes { ContentHash(kept: $0) }
  }

  /// Calls a function with its bytes, in two parts.
  func withUnsafeBytes(_ body: (UnsafeRawBufferPointer) -> Void) {
    whole.withUnsafeBytes(body)
    lines.withUnsafeBytes(body)
  }
}

extension ContentHash {
  /// Adds how many lines a text goes over; all of it if it has carriage returns, of which two bytes may be one line break.
  fileprivate mutating func add(lineBreaksIn text: ArraySlice<UInt8>) {
    let breaks: UInt64? = text.withUnsafeBytes { text in
      guard var place = text.baseAddress,
        memchr(place, Int32(UInt8(ascii: "\r")), text.count) == nil
      else { return nil }
      var breaks = UInt64(0)
      let end = place + text.count
      while let found = memchr(place, Int32(UInt8(ascii: "\n")), end - place) {
        breaks += 1
        place = UnsafeRawPointer(found) + 1
      }
      return breaks
    }
    guard let breaks else { return add(text) }
    Swift.withUnsafeBytes(of: breaks) { add($0) }
  }
}
