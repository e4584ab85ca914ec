/// All things with an id, found by it.
///
/// The ids stand one behind another, so that none is fetched from elsewhere in the memory to be compared.
struct SubjectTable: Sendable {
  private let subjects: [Subject]
  private var bytes: [UInt8] = []

  /// By subject: the offset at which its id ends, and the next one starts.
  private var ends: [Int32] = []

  /// At the slot that the id's hash names or behind it. At most half of them are taken.
  private var slots: [Slot]

  /// The number of a subject plus one, or zero for an empty slot; and the hash of its id.
  private struct Slot {
    var number: Int32 = 0
    var hash: UInt32 = 0
  }

  /// Of two things with the same id, it is the first.
  init(_ contents: Contents) {
    subjects = contents.subjects
    ends.reserveCapacity(subjects.count)
    bytes.reserveCapacity(12 * subjects.count)
    var size = 64
    while size < 2 * subjects.count { size *= 2 }
    slots = Array(repeating: Slot(), count: size)
    for subject in subjects {
      var id = contents.id(of: subject)
      id.withUTF8 { add($0) }
    }
  }

  /// The thing with an id; nil if there is none.
  func subject(withID id: String) -> Subject? {
    var id = id
    return id.withUTF8 { id in
      let number = Int(slots[slot(of: id, SubjectTable.hash(id))].number)
      return number == 0 ? nil : subjects[number - 1]
    }
  }

  private mutating func add(_ id: UnsafeBufferPointer<UInt8>) {
    let hash = SubjectTable.hash(id)
    let slot = slot(of: id, hash)
    bytes.append(contentsOf: id)
    ends.append(Int32(bytes.count))
    if slots[slot].number == 0 { slots[slot] = Slot(number: Int32(ends.count), hash: hash) }
  }

  /// The slot of an id, or else the free slot where it belongs.
  private func slot(of id: UnsafeBufferPointer<UInt8>, _ hash: UInt32) -> Int {
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while slots[slot].number != 0 {
      if slots[slot].hash == hash, isSame(Int(slots[slot].number) - 1, id) { break }
      slot = (slot + 1) & mask
    }
    return slot
  }

  private func isSame(_ number: Int, _ id: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = number == 0 ? 0 : Int(ends[number - 1])
    guard Int(ends[number]) - start == id.count else { return false }
    for index in id.indices where bytes[start + index] != id[index] { return false }
    return true
  }

  /// FNV-1a. The high bits are the better mixed ones.
  private static func hash(_ id: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in id { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return UInt32(truncatingIfNeeded: hash ^ (hash >> 32))
  }
}
