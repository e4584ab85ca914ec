/// A text among the values of a page, for fields that are declared as `String`.
@usableFromInline
package struct PageText {
  @usableFromInline package let bytes: UnsafeBufferPointer<UInt8>

  /// Whether it is known to have none of HTML's marks in it.
  @usableFromInline package let isPlain: Bool

  @inlinable
  package init(_ bytes: UnsafeBufferPointer<UInt8>, isPlain: Bool = false) {
    self.bytes = bytes
    self.isPlain = isPlain
  }

  @inlinable
  package init?(_ slot: Slot) {
    guard slot.kind == .text else { return nil }
    bytes = slot.bytes
    isPlain = slot.isPlain
  }

  /// Its first bytes, which have to be whole characters.
  package func prefix(_ length: Int) -> PageText {
    PageText(UnsafeBufferPointer(rebasing: bytes.prefix(length)), isPlain: isPlain)
  }

  /// The bytes before the last so many, and of these the last; likewise.
  package func suffix(_ length: Int, before end: Int) -> PageText {
    PageText(
      UnsafeBufferPointer(rebasing: bytes.dropLast(end).suffix(length)), isPlain: isPlain)
  }

  @inlinable package var slot: Slot {
    Slot(.text, UnsafeRawPointer(bytes.baseAddress), count: bytes.count, isPlain: isPlain)
  }
}
