extension String {
  /// Calls `body` with the text's UTF-8 bytes.
  ///
  /// The library's `withUTF8` is mutating and needs a copy of the text, which counts a reference.
  @inlinable
  package func withBytes<Result>(
    _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    if let result = utf8.withContiguousStorageIfAvailable(body) { return result }
    var copy = self
    return copy.withUTF8(body)
  }
}
