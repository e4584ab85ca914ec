package import Output

/// A piece of the output language that is already safe, such as Markdown rendered to HTML.
///
/// A type of its own, so that plain text cannot be put in its place by accident.
package struct SafeMarkup: Sendable {
  package let bytes: [UInt8]

  /// Takes bytes that whoever calls has escaped or rendered safely, for the language of the
  /// template that shows them.
  package init(alreadySafe bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Takes what was written into a buffer, which escapes text unless told otherwise.
  package init(_ buffer: ByteBuffer) {
    bytes = buffer.bytes
  }
}
