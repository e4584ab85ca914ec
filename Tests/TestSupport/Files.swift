internal import Glibc

/// The files beside a test, found by its own place in the checkout.
package struct TestFolder: Sendable {
  package let path: String

  /// A folder beside the test file that calls this.
  package init(_ name: String, beside file: String = #filePath) {
    let parent = file.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    path = (parent + [Substring(name)]).joined(separator: "/")
  }

  /// The names in the folder, in order.
  package var names: [String] {
    guard let stream = opendir(path) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  /// A file's text; nil if there is none.
  package func read(_ name: String) -> String? {
    bytes(name).map { String(decoding: $0, as: UTF8.self) }
  }

  package func bytes(_ name: String) -> [UInt8]? {
    guard let stream = fopen(path + "/" + name, "rb") else { return nil }
    defer { fclose(stream) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&chunk, 1, chunk.count, stream)
      if count == 0 { return bytes }
      bytes.append(contentsOf: chunk[..<count])
    }
  }

  package func write(_ text: String, to name: String) {
    guard let stream = fopen(path + "/" + name, "wb") else { return }
    fputs(text, stream)
    fclose(stream)
  }
}

/// Whether this run is to record snapshots rather than compare them: `RECORD_SNAPSHOTS=1`.
package var isRecordingSnapshots: Bool {
  getenv("RECORD_SNAPSHOTS").map { String(cString: $0) == "1" } ?? false
}
