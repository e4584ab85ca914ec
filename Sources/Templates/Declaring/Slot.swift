/// What a field of a record, or an element of a list, holds: without its Swift type, and without owning anything.
///
/// Only the renderer looks into it.
@usableFromInline
package struct Slot {
  @usableFromInline
  package enum Kind: UInt8, Sendable { case absent, text, markup, flag, record, list }

  /// The bytes of a text, the slots of a record or the elements of a list.
  @usableFromInline package let start: UnsafeRawPointer?

  /// How many bytes or elements there are; 1 for a record and for a yes, 0 for a no. So a section shows something
  /// unless this is 0.
  @usableFromInline package let count: Int32
  @usableFromInline package let kind: Kind

  /// Whether it is a text that is known to have none of HTML's marks in it, and so needs no escape.
  @usableFromInline package let isPlain: Bool

  @inlinable
  package init(
    _ kind: Kind, _ start: UnsafeRawPointer?, count: Int, isPlain: Bool = false
  ) {
    self.kind = kind
    self.start = start
    self.count = Int32(count)
    self.isPlain = isPlain
  }

  init(_ kind: Kind, _ start: UnsafeRawPointer?, count: Int32, isPlain: Bool) {
    (self.start, self.count, self.kind, self.isPlain) = (start, count, kind, isPlain)
  }

  @inlinable package static var absent: Slot { Slot(.absent, nil, count: 0) }

  @inlinable package var isShown: Bool { count != 0 }

  /// The bytes of a text or of markup; none of anything else.
  @inlinable package var bytes: UnsafeBufferPointer<UInt8> {
    guard kind == .text || kind == .markup else { return UnsafeBufferPointer(start: nil, count: 0) }
    return UnsafeBufferPointer(start: start?.assumingMemoryBound(to: UInt8.self), count: Int(count))
  }

  /// The slots of a record or the elements of a list; nil of anything else.
  @inlinable package var slots: UnsafePointer<Slot>? {
    guard kind == .record || kind == .list else { return nil }
    return start?.assumingMemoryBound(to: Slot.self)
  }
}
