package import Output

/// The values that one page shows: its records, lists, texts and markup, in memory that they share.
///
/// A value is a few words long and owns nothing, so that setting it, passing it on and showing it
/// costs no allocation of its own and no counting of references. Everything is given back at once,
/// with the page. So nothing made here may be used when the page is done; `TemplateSet.render` is
/// where a page begins and ends.
@usableFromInline
package final class PageValues {
  @usableFromInline package let store: UnsafeMutablePointer<ValueStore>

  package init() {
    store = .allocate(capacity: 1)
    store.initialize(to: ValueStore())
  }

  deinit {
    store.pointee.giveBack()
    store.deinitialize(count: 1)
    store.deallocate()
  }
}

extension PageValues {
  /// A text that is written piece by piece, as it is.
  package func text(_ write: (inout ByteBuffer) -> Void) -> PageText {
    PageText(store.pointee.bytes(write))
  }

  /// Texts one behind the other.
  package func text(
    _ first: String, _ second: String, _ third: String = "", _ fourth: String = "",
    _ fifth: String = ""
  ) -> PageText {
    PageText(store.pointee.joined(first, second, third, fourth, fifth))
  }

  /// The same for ids and addresses that are made of them, which have none of HTML's marks in them.
  package func plainText(
    _ first: String, _ second: String = "", _ third: String = "", _ fourth: String = ""
  ) -> PageText {
    PageText(store.pointee.joined(first, second, third, fourth, ""), isPlain: true)
  }

  /// A copy of a text.
  package func text(_ text: String) -> PageText {
    PageText(store.pointee.copy(text))
  }

  /// What is written into a buffer, which escapes text unless told otherwise. Whoever writes answers for its being
  /// safe in the language of the template that shows it.
  package func markup(_ write: (inout ByteBuffer) -> Void) -> SafeMarkup {
    SafeMarkup(store.pointee.bytes(write))
  }

  /// A copy of bytes that whoever calls has escaped or rendered safely, for the language of the template that shows
  /// them.
  package func markup(alreadySafe bytes: [UInt8]) -> SafeMarkup {
    bytes.withUnsafeBufferPointer { markup(alreadySafe: $0) }
  }

  package func markup(alreadySafe bytes: UnsafeBufferPointer<UInt8>) -> SafeMarkup {
    SafeMarkup(store.pointee.copy(bytes))
  }

  /// The records that `make` returns for some elements, without a list in between.
  @inlinable
  package func list<Elements: Collection, Fields>(
    _ elements: Elements, _ make: (Elements.Element) -> Record<Fields>?
  ) -> RecordList<Fields> {
    let slots = store.pointee.slots(elements.count)
    var count = 0
    for element in elements {
      guard let record = make(element) else { continue }
      slots[count] = record.slot
      count += 1
    }
    return RecordList(slots: slots, count: count, store: store)
  }
}

/// The memory of a page's values: slots, and bytes that they point at.
@usableFromInline
package struct ValueStore {
  private var slotMemory = Chunks()
  private var byteMemory = Chunks()

  /// What texts are written into before they are copied; kept, since its memory is.
  private var buffer = ByteBuffer(reserving: 1 << 10)

  /// Empty slots in a row.
  @usableFromInline
  package mutating func slots(_ count: Int) -> UnsafeMutablePointer<Slot> {
    let slots = slotMemory.take(count * MemoryLayout<Slot>.stride)
      .bindMemory(to: Slot.self, capacity: count)
    slots.initialize(repeating: .absent, count: count)
    return slots
  }

  mutating func copy(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    guard let source = bytes.baseAddress else { return bytes }
    let target = byteMemory.take(bytes.count)
    target.copyMemory(from: source, byteCount: bytes.count)
    return UnsafeBufferPointer(
      start: target.assumingMemoryBound(to: UInt8.self), count: bytes.count)
  }

  @usableFromInline
  package mutating func copy(_ text: String) -> UnsafeBufferPointer<UInt8> {
    text.withBytes { copy($0) }
  }

  mutating func joined(
    _ first: String, _ second: String, _ third: String, _ fourth: String, _ fifth: String
  ) -> UnsafeBufferPointer<UInt8> {
    let count =
      first.utf8.count + second.utf8.count + third.utf8.count + fourth.utf8.count
      + fifth.utf8.count
    let start = byteMemory.take(count)
    var end = start
    ValueStore.write(first, to: &end)
    ValueStore.write(second, to: &end)
    ValueStore.write(third, to: &end)
    ValueStore.write(fourth, to: &end)
    ValueStore.write(fifth, to: &end)
    return UnsafeBufferPointer(start: start.assumingMemoryBound(to: UInt8.self), count: count)
  }

  @inline(__always)
  private static func write(_ text: String, to end: inout UnsafeMutableRawPointer) {
    guard !text.utf8.isEmpty else { return }
    end += text.withBytes { bytes in
      if let source = bytes.baseAddress {
        end.copyMemory(from: source, byteCount: bytes.count)
      }
      return bytes.count
    }
  }

  /// What `write` appends to a buffer. It may itself make texts here.
  mutating func bytes(_ write: (inout ByteBuffer) -> Void) -> UnsafeBufferPointer<UInt8> {
    var buffer = takeBuffer()
    write(&buffer)
    return keep(buffer)
  }

  private mutating func takeBuffer() -> ByteBuffer {
    var taken = ByteBuffer()
    swap(&taken, &buffer)
    return taken
  }

  private mutating func keep(_ written: consuming ByteBuffer) -> UnsafeBufferPointer<UInt8> {
    let bytes = written.bytes.withUnsafeBufferPointer { copy($0) }
    written.removeAll()
    buffer = written
    return bytes
  }

  /// All that stands here.
  var contents: ValueContents {
    var contents = ValueContents()
    slotMemory.forEach { contents.add(slots: $0) }
    byteMemory.forEach { contents.add(bytes: $0) }
    return contents
  }

  func giveBack() {
    slotMemory.giveBack()
    byteMemory.giveBack()
  }
}

/// Memory that is taken in pieces, never moves, and is given back as a whole.
private struct Chunks {
  /// The chunk that is being taken from, of which there is something left from `next` on.
  private var start: UnsafeMutableRawPointer
  private var next: UnsafeMutableRawPointer
  private var left = Chunks.smallest
  private var size = Chunks.smallest

  /// Those before it, each with how much of it has been taken.
  private var earlier: [(start: UnsafeMutableRawPointer, taken: Int)] = []

  /// Enough for most pages, so that they need one chunk. The largest is a bound on what is taken for nothing.
  private static let smallest = 16 << 10
  private static let largest = 512 << 10
  private static let alignment = 16

  init() {
    start = Chunks.allocate(Chunks.smallest)
    next = start
  }

  @inline(__always)
  mutating func take(_ count: Int) -> UnsafeMutableRawPointer {
    if count > left { open(count) }
    let taken = next
    next += count
    left -= count
    return taken
  }

  private mutating func open(_ count: Int) {
    earlier.append((start, next - start))
    size = min(2 * size, Chunks.largest)
    left = max(size, count)
    start = Chunks.allocate(left)
    next = start
  }

  /// Calls `body` with what has been taken of each chunk.
  func forEach(_ body: (UnsafeRawBufferPointer) -> Void) {
    for chunk in earlier { body(UnsafeRawBufferPointer(start: chunk.start, count: chunk.taken)) }
    body(UnsafeRawBufferPointer(start: start, count: next - start))
  }

  /// A little more than is asked for, since bytes are read in blocks.
  private static func allocate(_ count: Int) -> UnsafeMutableRawPointer {
    .allocate(byteCount: count + PageOutput.slack, alignment: alignment)
  }

  func giveBack() {
    for chunk in earlier { chunk.start.deallocate() }
    start.deallocate()
  }
}
