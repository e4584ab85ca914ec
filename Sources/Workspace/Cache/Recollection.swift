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
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return Concurrency.map(count: outputs.count, stride: 512) { index in
      isIntact(outputs[index], in: descriptor)
    }.allSatisfy { $0 }
  }

  /// Whether an output is as it was left. One that was written just before its stamp was taken is read, since a change in the
  /// same tick of the clock would not show.
  private func isIntact(_ start: Int, in descriptor: Int32) -> Bool {
    let stamp = reader.withPath(ofOutput: start) { FileStamp(of: $0, in: descriptor) }
    guard stamp == reader.stamp(at: start) else { return false }
    var written = stamp
    written.changed = stamp.modified
    if written.isSettled(at: reader.moment) { return true }
    let path = folder + "/" + reader.path(ofOutput: start)
    guard let digest = try? PosixFileSystem().digest(of: path) else { return false }
    return digest == reader.digest(ofOutput: start)
  }

  /// By output: whether it is as the last build left it.
  func intactOutputs() -> [Bool] {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return Array(repeating: false, count: reader.outputs.count) }
    defer { close(descriptor) }
    let outputs = reader.outputs
    return Concurrency.map(count: outputs.count, stride: 512) { index in
      isIntact(outputs[index], in: descriptor)
    }
  }
}
