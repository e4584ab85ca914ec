/// The value of a field of a record, or of an element of a list. It has no Swift type and owns
/// nothing.
///
/// It names its bytes or slots by a page and an index in the memory of that page, never by an
/// address.
@usableFromInline
package struct Slot: BitwiseCopyable {
  package enum Kind: UInt8, BitwiseCopyable, Sendable {
    case absent, text, markup, flag, record, list
  }

  /// The index of the first byte of a text or of markup, slot of a record, or element of a list.
  let start: Int32

  /// The number of bytes, slots or elements; 1 for a yes and 0 for a no. A section shows something
  /// unless this is 0.
  let count: Int32

  /// The page in whose memory they stand.
  let page: PageNumber

  let kind: Kind

  /// Whether it is a text that is known to have none of HTML's marks, and so needs no escape.
  let isPlain: Bool

  init(
    _ kind: Kind, _ range: Range<Int>, isPlain: Bool = false, of page: PageNumber
  ) {
    start = Int32(range.lowerBound)
    count = Int32(range.count)
    self.page = page
    self.kind = kind
    self.isPlain = isPlain
  }

  init(_ flag: Bool) { self.init(.flag, 0..<(flag ? 1 : 0), of: .any) }

  static var absent: Slot { Slot(.absent, 0..<0, of: .any) }

  var isShown: Bool { count != 0 }

  var range: Range<Int> { Int(start)..<(Int(start) &+ Int(count)) }

  /// Some of the bytes, slots or elements, counted from the first of them.
  func part(_ kind: Kind, _ part: Range<Int>, isPlain: Bool = false) -> Slot {
    precondition(part.upperBound <= Int(count), "a value that ends before it begins")
    let first = Int(start)
    return Slot(
      kind, (first + part.lowerBound)..<(first + part.upperBound), isPlain: isPlain, of: page)
  }
}

/// Tells a page from all others of the same run.
package struct PageNumber: BitwiseCopyable, Equatable, Sendable {
  private let value: UInt32

  /// The number of values that name no memory: a yes, a no, and what is absent.
  static let any = PageNumber(value: 0)

  /// The number of memory that no page uses. No value has it.
  static let closed = PageNumber(value: .max)

  private init(value: UInt32) { self.value = value }

  /// The number of the page that is opened after this one.
  var next: PageNumber { PageNumber(value: value + 1) }
}
