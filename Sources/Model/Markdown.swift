/// A text in Markdown, as the author wrote it.
///
/// It is a range of the bytes of a file, which are in memory anyway, and no copy of them: a framework of thousands of
/// statements would otherwise be held twice.
@usableFromInline
package struct Markdown: Sendable {
  @usableFromInline let source: TextSource
  @usableFromInline let start: Int32
  @usableFromInline let count: Int32

  package init(_ markdown: String) {
    self.init(TextSource(Array(markdown.utf8)), 0..<markdown.utf8.count)
  }

  /// The text in a range, which has to be whole characters of UTF-8.
  package init(_ source: TextSource, _ range: Range<Int>) {
    self.source = source
    start = Int32(range.lowerBound)
    count = Int32(range.count)
  }

  /// The text. It is made anew each time.
  package var markdown: String { String(decoding: bytes, as: UTF8.self) }

  /// Its bytes, which are not copied.
  package var bytes: ArraySlice<UInt8> { source.bytes[Int(start)..<Int(start + count)] }

  /// Lends its bytes, so that pages which are made at the same time count no references to the file that they stand in.
  @inlinable
  package func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    source.bytes.withUnsafeBufferPointer {
      body(UnsafeBufferPointer(rebasing: $0[Int(start)..<Int(start &+ count)]))
    }
  }

  @inlinable package var isEmpty: Bool { count == 0 }
}

/// The bytes of a file, or those that its texts come to where they are not as they are written.
@usableFromInline
package final class TextSource: Sendable {
  @usableFromInline package let bytes: [UInt8]

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }
}

extension Markdown: Hashable {
  /// As texts are compared: an accent may be a character of its own or a part of its letter.
  @usableFromInline
  package static func == (left: Markdown, right: Markdown) -> Bool {
    left.bytes == right.bytes || left.markdown == right.markdown
  }

  @usableFromInline
  package func hash(into hasher: inout Hasher) { hasher.combine(markdown) }
}
