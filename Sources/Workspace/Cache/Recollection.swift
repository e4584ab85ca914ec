internal import Glibc
internal import Output
internal import Threads

/// What is remembered of the last build of an output folder.
package struct Recollection: Sendable {
  let reader: MemoryReader

  /// The output folder, as the command names it.
  let folder: String

  /// What the last build wrote to standard output and standard error.
  package var output: [UInt8] { Array(reader[reader.output]) }
  package var errors: [UInt8] { Array(reader[reader.errors]) }

  package var headline: String { String(decoding: reader[reader.headline], as: UTF8.self) }

  /// How many files the last build made, the manifest not counted.
  package var fileCount: Int { reader.outputs.count - 1 }

  /// Whether another build would do nothing: each file and folder that was read, and each file that was written, is as
  /// it was then.
  package var isCurrent: Bool {
    inputsAreCurrent && areAllIntact(reader.outputs)
  }

  private var inputsAreCurrent: Bool {
    let reader = reader
    return Concurrency.map(count: reader.inputs.count, stride: 128) { index in
      let start = reader.inputs[index]
      return FileStamp(of: reader.path(ofInput: start)) == reader.stamp(at: start)
    }.allSatisfy { $0 }
  }

  private func areAllIntact(_ outputs: [Int]) -> Bool {
    intactOutputs().allSatisfy { $0 }
  }

  /// By output: whether it is as the last build left it.
  func intactOutputs() -> [Bool] {
    let outputs = reader.outputs
    let share = 512
    return Concurrency.map(count: (outputs.count + share - 1) / share, stride: 1) { part in
      var looks = FolderLooks(folder: folder)
      return outputs[(part * share)..<min((part + 1) * share, outputs.count)].map {
        isIntact($0, &looks)
      }
    }.flatMap { $0 }
  }

  /// Whether an output is as it was left. One that was written just before its stamp was taken is read, since a change in the
  /// same tick of the clock would not show.
  private func isIntact(_ start: Int, _ looks: inout FolderLooks) -> Bool {
    let stamp = reader.withPath(ofOutput: start) { looks.stamp(of: $0) }
    guard stamp == reader.stamp(at: start) else { return false }
    var written = stamp
    written.changed = stamp.modified
    if written.isSettled(at: reader.moment) { return true }
    let path = folder + "/" + reader.path(ofOutput: start)
    guard let digest = try? PosixFileSystem().digest(of: path) else { return false }
    return digest == reader.digest(ofOutput: start)
  }
}

/// Looks at files of which most are in the same folder as the one before, which is kept open: the system then has one name to
/// find for each, and not a path.
private struct FolderLooks: ~Copyable {
  private let folder: String

  /// The folder that is open, below the first, with the slash behind it; and what it is open as.
  private var current: [CChar] = []
  private var descriptor: Int32 = -1

  init(folder: String) { self.folder = folder }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// The stamp of a file. The path is relative to the folder and ends with a zero.
  mutating func stamp(of path: UnsafePointer<CChar>) -> FileStamp {
    let length = strrchr(path, Int32(UInt8(ascii: "/"))).map { UnsafePointer($0) - path + 1 } ?? 0
    let parent = UnsafeBufferPointer(start: path, count: length)
    if descriptor < 0 || !current.elementsEqual(parent) {
      if descriptor >= 0 { close(descriptor) }
      current = Array(parent)
      let name = String(
        decoding: parent.lazy.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      descriptor = open(folder + "/" + name, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    }
    return descriptor < 0 ? .absent : FileStamp(of: path + length, in: descriptor)
  }
}
