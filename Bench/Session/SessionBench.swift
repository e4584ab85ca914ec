import Compilation
import Disk
import Glibc
import Project
import Session

/// Measures a session: `SessionBench PROJECT FILE PAGE ROUNDS` edits one file again and again.
///
/// FILE is a source of the project, from its folder on, with a line `text: WORDS`; PAGE is an output that shows it. Prints the
/// medians in milliseconds: until all is known, and until the page is made.
@main
enum SessionBench {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 5, let rounds = Int(arguments[4]) else {
      print("SessionBench PROJECT FILE PAGE ROUNDS")
      exit(2)
    }
    let (folder, file, page) = (arguments[1], arguments[2], arguments[3])
    let disk = EditedDisk(path: folder + "/" + file)
    let session = try Session(Project(folder: folder, fileSystem: disk))
    guard session.output(at: page) != nil else {
      print("There is no output \(page).")
      exit(1)
    }
    var (known, shown): ([Double], [Double]) = ([], [])
    for round in 0..<rounds {
      disk.edit(round)
      let start = milliseconds()
      try session.update([file])
      let middle = milliseconds()
      let bytes = session.output(at: page)
      let end = milliseconds()
      precondition(bytes?.isEmpty == false)
      known.append(middle - start)
      shown.append(end - middle)
    }
    print("diagnostics \(median(known)) ms")
    print("page \(median(shown)) ms")
  }

  private static func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    return (sorted[sorted.count / 2] * 1000).rounded() / 1000
  }

  private static func milliseconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
  }
}

/// The machine's disk with another text in one file.
private final class EditedDisk: FileSystem, @unchecked Sendable {
  private let disk = PosixFileSystem()
  private let path: String
  private var text: [UInt8]?
  private let lines: (before: String, after: String)

  init(path: String) {
    self.path = path
    let whole = ((try? disk.read(path)) ?? nil).map { String(decoding: $0, as: UTF8.self) } ?? ""
    let key = "text: "
    let found = whole.utf8.indices.first { whole[$0...].hasPrefix(key) }
    guard let found else { fatalError("\(path) has no text") }
    let start = whole.utf8.index(found, offsetBy: key.utf8.count)
    lines = (String(whole[..<start]), String(whole[start...]))
  }

  /// Puts other words before the first text.
  func edit(_ round: Int) { text = Array("\(lines.before)edit \(round) and \(lines.after)".utf8) }

  func files(below folder: String) throws(MachineFailure) -> [String]? {
    try disk.files(below: folder)
  }

  func read(_ path: String) throws(MachineFailure) -> [UInt8]? {
    if path == self.path, let text { return text }
    return try disk.read(path)
  }

  func write(_ bytes: [UInt8], to path: String) throws(MachineFailure) {
    try disk.write(bytes, to: path)
  }

  func move(_ path: String, to target: String) throws(MachineFailure) {
    try disk.move(path, to: target)
  }

  func remove(_ path: String, below folder: String) throws(MachineFailure) {
    try disk.remove(path, below: folder)
  }

  func resolve(_ path: String) -> String? { disk.resolve(path) }

  func copyPermissions(of path: String, to target: String) throws(MachineFailure) {
    try disk.copyPermissions(of: path, to: target)
  }
}
