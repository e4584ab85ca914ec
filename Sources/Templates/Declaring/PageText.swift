/// A text among the values of a page, for fields that are declared as `String`.
@usableFromInline
package struct PageText {
  @usableFromInline let slot: Slot

  init(_ slot: Slot) { self.slot = slot }

  init?(_ slot: Slot, in page: PageReference) {
    guard slot.kind == .text else { return nil }
    page.check(slot)
    self.slot = slot
  }

  /// The number of bytes.
  package var count: Int { Int(slot.count) }

  /// Its first bytes, which have to be whole characters.
  package func prefix(_ length: Int) -> PageText {
    PageText(slot.part(.text, 0..<min(length, count), isPlain: slot.isPlain))
  }

  /// The last `length` bytes of those that stand before the last `end` bytes. They have to be whole
  /// characters.
  package func suffix(_ length: Int, before end: Int) -> PageText {
    let end = max(0, count - end)
    let start = max(0, end - length)
    return PageText(slot.part(.text, start..<end, isPlain: slot.isPlain))
  }
}
