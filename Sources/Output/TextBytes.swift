extension String {
  /// What `body` returns for the bytes of the text, in UTF-8.
  ///
  /// The library's `withUTF8` may change the text, and so has to be given a copy of it, which counts a reference.
  @inlinable
  package func withBytes<Result>(
    _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    if let result = utf8.withContiguousStorageIfAvailable(body) { return result }
    var copy = self
    return copy.withUTF8(body)
  }
}
