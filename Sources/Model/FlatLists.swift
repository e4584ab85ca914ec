/// Many short lists, one after another in one list: who looks through all of them fetches none from elsewhere in the memory and
/// counts no references.
@usableFromInline
package struct FlatLists<Element: Sendable>: Sendable {
  @usableFromInline var elements: [Element] = []

  /// By list: where it ends, and the next one starts.
  @usableFromInline var ends: [Int32] = []

  /// None yet, with room for so many.
  init(reserving count: Int) {
    ends.reserveCapacity(count)
  }

  /// So many lists of elements that each come with the number of theirs. Within a list they keep their order.
  init(count: Int, _ members: [(list: Int32, element: Element)]) {
    // By list: how many it has, then where the next one goes, and last where it ends.
    var ends = [Int32](repeating: 0, count: count)
    for (list, _) in members { ends[Int(list)] += 1 }
    var end: Int32 = 0
    for list in ends.indices { (ends[list], end) = (end, end + ends[list]) }
    elements = [Element](unsafeUninitializedCapacity: members.count) { room, filled in
      for (list, element) in members {
        room.initializeElement(at: Int(ends[Int(list)]), to: element)
        ends[Int(list)] += 1
      }
      filled = members.count
    }
    self.ends = ends
  }

  /// Adds a list behind all others.
  mutating func append(_ list: some Sequence<Element>) {
    for element in list { elements.append(element) }
    ends.append(Int32(elements.count))
  }

  /// Whether all lists are empty.
  @inlinable package var areEmpty: Bool { elements.isEmpty }

  @inlinable
  package func places(of list: Int) -> Range<Int> {
    (list == 0 ? 0 : Int(ends[list - 1]))..<Int(ends[list])
  }

  /// How many elements a list has.
  @inlinable
  package func count(of list: Int) -> Int { places(of: list).count }

  /// A copy of a list.
  @inlinable
  package subscript(list: Int) -> [Element] { Array(elements[places(of: list)]) }

  /// Calls a function with each element of a list.
  @inlinable @inline(__always)
  package func forEach(of list: Int, _ body: (Element) -> Void) {
    for place in places(of: list) { body(elements[place]) }
  }

  /// Whether a condition holds for any element of a list.
  @inlinable @inline(__always)
  package func contains(in list: Int, where condition: (Element) -> Bool) -> Bool {
    for place in places(of: list) where condition(elements[place]) { return true }
    return false
  }
}
