internal import Output
internal import Synchronization

/// The memory of a page's values: slots, and the bytes that they name.
struct PageMemory {
  fileprivate(set) var number: PageNumber

  /// The page whose values may stand among those of this one.
  fileprivate(set) var shared: PageReference?

  private(set) var slots: Arena<Slot>
  private(set) var bytes: Arena<UInt8>

  /// The memory into which the page is rendered.
  var output: Arena<UInt8>

  /// A buffer in which texts are written before they are copied. Its memory is used again.
  private var buffer = ByteBuffer(reserving: 1 << 10)

  /// The largest number of slots, and of bytes, that are kept for the next page.
  private static let mostKept = 1 << 17

  fileprivate init(_ number: PageNumber, shared: PageReference?) {
    (self.number, self.shared) = (number, shared)
    slots = Arena(capacity: 1 << 10)
    bytes = Arena(capacity: 16 << 10)
    output = Arena(capacity: 48 << 10)
  }

  /// Empty slots in a row, for a list or a record. A record has one slot at least.
  mutating func row(_ kind: Slot.Kind, count: Int) -> Slot {
    let start = slots.count
    slots.append(repeating: .absent, count: kind == .record ? max(count, 1) : count)
    return Slot(kind, start..<slots.count, of: number)
  }

  /// Slots in a row, of which each may name others in the row. Whether `make` returns values of
  /// this page is not checked here. Rendering checks it.
  @inline(__always)
  mutating func row(
    _ kind: Slot.Kind, count: Int, _ make: (_ row: Slot, _ index: Int) -> Slot
  ) -> Slot {
    let row = row(kind, count: count)
    let start = Int(row.start)
    for index in 0..<count { slots[start + index] = make(row, index) }
    return row
  }

  @inline(__always)
  mutating func append(_ text: String) {
    if !text.utf8.isEmpty { unsafe text.withBytes { unsafe bytes.append($0) } }
  }

  mutating func append(_ added: ArraySlice<UInt8>) {
    unsafe added.withUnsafeBufferPointer { unsafe bytes.append($0) }
  }

  mutating func append(_ added: UnsafeBufferPointer<UInt8>) { unsafe bytes.append(added) }

  /// A slot for the bytes that were appended last, from an index on.
  func slot(_ kind: Slot.Kind, from start: Int, isPlain: Bool = false) -> Slot {
    Slot(kind, start..<bytes.count, isPlain: isPlain, of: number)
  }

  fileprivate mutating func takeBuffer() -> ByteBuffer {
    var taken = ByteBuffer()
    swap(&taken, &buffer)
    return taken
  }

  fileprivate mutating func giveBack(_ taken: consuming ByteBuffer) {
    taken.removeAll()
    buffer = taken
  }

  mutating func set(_ value: Slot, at index: Int) { slots[index] = value }

  fileprivate mutating func close() {
    number = .closed
    shared = nil
    slots.removeAll(keeping: PageMemory.mostKept)
    bytes.removeAll(keeping: PageMemory.mostKept)
    output.removeAll(keeping: PageMemory.mostKept)
  }

  fileprivate mutating func open(_ number: PageNumber, shared: PageReference?) {
    (self.number, self.shared) = (number, shared)
  }
}

/// A page, as its values name it.
///
/// The memory it points at is never freed. When a page is done, its memory goes to another page and
/// gets another number. A value that is used too late meets that number, and stops the program.
@safe @usableFromInline
package struct PageReference {
  private let address: UnsafeMutablePointer<PageMemory>

  /// The memory of pages that are done, and the number of the page opened last.
  private static let pool = Mutex<(free: [UInt], last: PageNumber)>((free: [], last: .any))

  /// Opens a page. It may show values of `shared` too.
  static func open(sharing shared: PageReference?) -> PageReference {
    let (free, number) = pool.withLock { pool in
      pool.last = pool.last.next
      return (pool.free.popLast(), pool.last)
    }
    guard let free, let address = unsafe UnsafeMutablePointer<PageMemory>(bitPattern: free) else {
      let address = UnsafeMutablePointer<PageMemory>.allocate(capacity: 1)
      unsafe address.initialize(to: PageMemory(number, shared: shared))
      return unsafe PageReference(address: address)
    }
    let page = unsafe PageReference(address: address)
    page.memory.open(number, shared: shared)
    return page
  }

  func close() {
    memory.close()
    let address = unsafe UInt(bitPattern: address)
    PageReference.pool.withLock { $0.free.append(address) }
  }

  var memory: PageMemory {
    @inline(__always) _read { yield unsafe address.pointee }
    @inline(__always) nonmutating _modify { yield unsafe &address.pointee }
  }
}

extension PageReference {
  /// The page in whose memory a value stands: this one, or the one it shares.
  ///
  /// Any other page stops the program, and so does a page that is done.
  @inline(__always)
  func holder(of value: Slot) -> PageReference {
    if value.page == memory.number { return self }
    guard let shared = memory.shared, value.page == shared.memory.number else {
      preconditionFailure("a value of another page, or of one that is done")
    }
    return shared
  }

  /// Stops the program if this page may not show a value.
  @inline(__always)
  func check(_ value: Slot) {
    if value.page != .any { _ = holder(of: value) }
  }

  /// A slot of a record, or an element of a list.
  func slot(_ index: Int, of row: Slot) -> Slot {
    precondition(index < Int(row.count), "a slot that is not there")
    return holder(of: row).memory.slots[Int(row.start) + index]
  }

  /// Sets a slot of this page. Values of a shared page are complete, and are never set.
  @usableFromInline
  func set(_ value: Slot?, at index: Int, of row: Slot) {
    let (value, number) = (value ?? .absent, memory.number)
    if value.page != number { check(value) }
    precondition(row.page == number, "a record of another page, or of one that is done")
    precondition(index < Int(row.count), "a slot that is not there")
    memory.set(value, at: Int(row.start) &+ index)
  }

  /// An empty record.
  @usableFromInline
  func record(slotCount: Int) -> Slot { memory.row(.record, count: slotCount) }

  /// A slot for the bytes that `write` appends to a buffer. `write` may make values of this page.
  func written(_ kind: Slot.Kind, _ write: (inout ByteBuffer) -> Void) -> Slot {
    var buffer = memory.takeBuffer()
    write(&buffer)
    let start = memory.bytes.count
    memory.append(buffer.bytes[...])
    memory.giveBack(buffer)
    return memory.slot(kind, from: start)
  }

  /// The bytes of a text or of markup.
  func bytes(of text: Slot) -> [UInt8] {
    let memory = holder(of: text).memory
    return text.range.map { memory.bytes[$0] }
  }
}
