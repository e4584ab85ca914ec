internal import CCommonMark
internal import Synchronization

/// A node of a parsed text, opaque to us.
typealias MarkdownNode = OpaquePointer

/// The tree of a Markdown text: CommonMark 0.29 with GitHub's tables and strikethrough, by cmark-gfm.
///
/// It owns the C library's tree, so it is not copyable.
struct MarkdownTree: ~Copyable {
  let root: MarkdownNode

  /// Nil only if the C library cannot make a parser.
  init?(_ text: some Collection<UInt8>) {
    guard let parser = MarkdownTree.makeParser() else { return nil }
    defer { cmark_parser_free(parser) }
    let bytes = Array(text)
    let address = parsing.withLock { _ in
      bytes.withUnsafeBytes { buffer in
        cmark_parser_feed(
          parser, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count)
      }
      return UInt(bitPattern: cmark_parser_finish(parser))
    }
    guard let root = OpaquePointer(bitPattern: address) else { return nil }
    cmark_consolidate_text_nodes(root)
    self.root = root
  }

  deinit {
    cmark_node_free(root)
  }

  /// Calls `body` with each node in preorder.
  func forEachNode(_ body: (MarkdownNode) -> Void) {
    guard let iterator = cmark_iter_new(root) else { return }
    defer { cmark_iter_free(iterator) }
    while true {
      let event = cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { return }
      if event == CMARK_EVENT_ENTER, let node = cmark_iter_get_node(iterator) { body(node) }
    }
  }

  private static func makeParser() -> OpaquePointer? {
    _ = registerExtensions
    guard let parser = cmark_parser_new(CMARK_OPT_DEFAULT) else { return nil }
    for name in ["table", "strikethrough"] {
      if let found = cmark_find_syntax_extension(name) {
        cmark_parser_attach_syntax_extension(parser, found)
      }
    }
    return parser
  }

  /// Runs once per process, since the C library has a global list of extensions.
  private static let registerExtensions: Void = cmark_gfm_core_extensions_ensure_registered()
}

/// A lock held while a text is parsed.
///
/// cmark-gfm has one global table of the characters that its extensions look for, and changes it for each text. Two parses at
/// once would now and then lose a mark such as `~~`.
private let parsing = Mutex(())
