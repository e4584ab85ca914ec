internal import CCommonMark
internal import Synchronization

/// A node of a parsed text; the C library keeps what is behind it to itself.
typealias MarkdownNode = OpaquePointer

/// A parsed Markdown text: CommonMark 0.29 with GitHub's tables and strikethrough, by cmark-gfm.
///
/// Owns the tree of the C library, hence not copyable.
struct MarkdownTree: ~Copyable {
  let root: MarkdownNode

  /// Nil only when the C library cannot make a parser.
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

  /// Calls `body` with each node on the way in, parents first.
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

  /// Once for the process: the C library keeps a list of its own.
  private static let registerExtensions: Void = cmark_gfm_core_extensions_ensure_registered()
}

/// Held while a text is parsed: cmark-gfm keeps which characters its extensions look for in one table for the whole
/// process, and changes it for each text. Two texts at once would now and then lose a mark such as `~~`.
private let parsing = Mutex(())
