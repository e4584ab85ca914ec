/// Many short lists in one array, one behind the other, with the offset at which each ends (the CSR layout).
///
/// A reader of all lists walks through one block of memory, and counts no reference to any list.
@usableFromInline
package struct PackedLists<Element: Sendable>: Sendable {
  @usableFromInline var elements: [Element] = []

  /// By list: the offset behind its last element, which is the offset of the next list. What lies behind the last of them is
  /// an open list.
  @usableFromInline var ends: [Int32] = []

  package init() {}

  /// Makes `count` lists of the members that `visit` hands out. Within a list they keep their order.
  init(count: Int, _ visit: (_ add: (_ list: Int, _ element: Element) -> Void) -> Void) {
    var members: [(list: Int32, element: Element)] = []
    visit { list, element in members.append((Int32(list), element)) }
    // By list: its size, then the offset of its next element. Each list is full at the end, so the offset is its end.
    ends = Array(repeating: 0, count: count)
    for member in members { ends[Int(member.list)] += 1 }
    var total: Int32 = 0
    for list in ends.indices { (ends[list], total) = (total, total + ends[list]) }
    // By offset: the member that belongs there.
    var order = [Int32](repeating: 0, count: members.count)
    for (number, member) in members.enumerated() {
      order[Int(ends[Int(member.list)])] = Int32(number)
      ends[Int(member.list)] += 1
    }
    elements = order.map { members[Int($0)].element }
  }

  /// The number of lists.
  package var count: Int { ends.count }

  /// Whether no list has an element.
  @inlinable package var areEmpty: Bool { elements.isEmpty }

  /// Adds an element to the open list.
  @inlinable
  package mutating func append(_ element: Element) { elements.append(element) }

  /// Closes the open list, and opens the next.
  package mutating func endList() { ends.append(Int32(elements.count)) }

  /// Adds the lists of another behind these.
  mutating func append(contentsOf other: PackedLists) {
    let start = Int32(elements.count)
    elements += other.elements
    for end in other.ends { ends.append(start + end) }
  }

  /// The offsets of a list's elements.
  @inlinable @inline(__always)
  package func range(of list: Int) -> Range<Int> {
    (list == 0 ? 0 : Int(ends[list - 1]))..<Int(ends[list])
  }

  /// One of the lists, which is not copied.
  @inlinable
  package subscript(list: Int) -> PackedList<Element> {
    PackedList(elements, range(of: list))
  }
}

/// One list among many. Its indices start at 0.
@usableFromInline
package struct PackedList<Element: Sendable>: RandomAccessCollection, Sendable {
  @usableFromInline let elements: [Element]
  @usableFromInline let range: Range<Int>

  @inlinable
  init(_ elements: [Element], _ range: Range<Int>) {
    self.elements = elements
    self.range = range
  }

  @inlinable package var startIndex: Int { 0 }
  @inlinable package var endIndex: Int { range.count }

  @inlinable
  package subscript(index: Int) -> Element {
    _read {
      precondition(index >= 0 && index < range.count)
      yield elements[range.lowerBound + index]
    }
  }
}
