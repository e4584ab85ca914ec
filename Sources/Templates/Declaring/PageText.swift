/// A text among the values of a page, for fields that are declared as `String`.
@usableFromInline
package struct PageText {
  @usableFromInline package let bytes: UnsafeBufferPointer<UInt8>

  @inlinable
  package init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  @inlinable
  package init?(_ slot: Slot) {
    guard slot.kind == .text else { return nil }
    bytes = slot.bytes
  }

  @inlinable package var slot: Slot {
    Slot(.text, UnsafeRawPointer(bytes.baseAddress), count: bytes.count)
  }
}
