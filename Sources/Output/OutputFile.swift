/// A file to write: a path inside the output folder and the bytes.
package struct OutputFile: Sendable {
  package let path: String
  package let bytes: [UInt8]

  /// `path` is relative, with `/` between its parts and none of them empty, `.` or `..`.
  package init(path: String, bytes: [UInt8]) {
    precondition(OutputFile.staysInside(path), "an output path leaves its folder: \(path)")
    self.path = path
    self.bytes = bytes
  }

  /// Whether a relative path can only name something inside the folder that it is relative to.
  package static func staysInside(_ path: String) -> Bool {
    path.withBytes { bytes in
      var start = 0
      for end in 0...bytes.count where end == bytes.count || bytes[end] == UInt8(ascii: "/") {
        guard isName(bytes[start..<end]) else { return false }
        start = end + 1
      }
      return true
    }
  }

  /// Whether a part of a path names a file or folder, and not the one that it is in or the one above.
  private static func isName(_ part: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let isWayUp = part.count <= 2 && part.allSatisfy { $0 == UInt8(ascii: ".") }
    return !isWayUp && part.allSatisfy { $0 != 0 && $0 != UInt8(ascii: "\\") }
  }
}
