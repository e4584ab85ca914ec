/// A reference to an element of a framework's table, always of one that is there.
@usableFromInline
package struct Ref<Element>: Hashable, Comparable, Sendable {
  @usableFromInline package let index: Int32

  @inlinable
  package init(_ index: Int) {
    self.index = Int32(index)
  }

  @usableFromInline
  package static func < (left: Ref, right: Ref) -> Bool {
    left.index < right.index
  }
}

/// The elements of one kind, in the order of the handbook.
@usableFromInline
package struct Table<Element: Sendable>: Sendable {
  @usableFromInline package private(set) var elements: [Element]

  package init(_ elements: [Element] = []) {
    self.elements = elements
  }

  @inlinable package var count: Int { elements.count }
  @inlinable package var isEmpty: Bool { elements.isEmpty }

  /// References to all elements, in order.
  @inlinable
  package var refs: some Sequence<Ref<Element>> {
    elements.indices.lazy.map { Ref($0) }
  }

  /// Lends the element, so that who asks for one of its parts need not count references to all of them.
  @inlinable
  package subscript(ref: Ref<Element>) -> Element {
    _read { yield elements[Int(ref.index)] }
  }

  /// All elements with their references, in order.
  @inlinable
  package var entries: some Sequence<(ref: Ref<Element>, element: Element)> {
    elements.enumerated().lazy.map { (Ref($0.offset), $0.element) }
  }

  package mutating func append(_ element: Element) {
    elements.append(element)
  }
}
