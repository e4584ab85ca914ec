/// Elements that are appended, and never taken out one by one.
///
/// All raw memory of a page stands here. An array would ask at each change whether it is shared.
/// Every index is checked, so nobody reads beyond what was appended. An arena is never freed: its
/// memory is used again for the next page.
@safe
struct Arena<Element: BitwiseCopyable> {
  private var start: UnsafeMutablePointer<Element>
  private(set) var count = 0
  private var capacity: Int

  init(capacity: Int) {
    unsafe start = .allocate(capacity: capacity)
    self.capacity = capacity
  }

  subscript(index: Int) -> Element {
    get { unsafe start[checked(index)] }
    set { unsafe start[checked(index)] = newValue }
  }

  @inline(__always)
  private func checked(_ index: Int) -> Int {
    precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "an index beyond an arena")
    return index
  }

  /// All elements. It is valid for as long as nothing is appended.
  var span: Span<Element> {
    @_lifetime(borrow self)
    get {
      let span = unsafe Span(_unsafeStart: start, count: count)
      return unsafe _overrideLifetime(span, borrowing: self)
    }
  }

  mutating func append(repeating element: Element, count added: Int) {
    unsafe room(for: added).initialize(repeating: element, count: added)
    count += added
  }

  @inline(__always)
  mutating func append(_ elements: UnsafeBufferPointer<Element>) {
    guard let source = elements.baseAddress else { return }
    unsafe room(for: elements.count).initialize(from: source, count: elements.count)
    count += elements.count
  }

  /// Appends the elements that `write` puts into memory for `most` of them. `write` returns their
  /// number.
  @inline(__always)
  mutating func append(
    atMost most: Int, _ write: (UnsafeMutablePointer<Element>) -> Int
  ) {
    let added = unsafe write(room(for: most))
    precondition(0...most ~= added, "more elements than there was memory for")
    count += added
  }

  /// The memory for the next elements.
  @inline(__always)
  private mutating func room(for added: Int) -> UnsafeMutablePointer<Element> {
    if capacity &- count < added { move(toCapacity: max(2 * capacity, count + added)) }
    return unsafe start + count
  }

  private mutating func move(toCapacity capacity: Int) {
    let target = UnsafeMutablePointer<Element>.allocate(capacity: capacity)
    unsafe target.moveInitialize(from: start, count: count)
    unsafe start.deallocate()
    unsafe (start, self.capacity) = (target, capacity)
  }

  /// Takes out all elements. Memory for more than `most` elements is given back.
  mutating func removeAll(keeping most: Int = .max) {
    count = 0
    if capacity > most { move(toCapacity: most) }
  }
}
