/// A file to write: a path in the output folder, and the bytes.
package struct OutputFile: Sendable {
  package let path: String
  package let bytes: [UInt8]

  /// `path` is relative, with `/` between its segments. No segment is empty, `.` or `..`.
  package init(path: String, bytes: [UInt8]) {
    precondition(OutputFile.staysInside(path), "an output path leaves its folder: \(path)")
    self.path = path
    self.bytes = bytes
  }

  /// Whether a relative path certainly stays inside its folder.
  package static func staysInside(_ path: String) -> Bool {
    path.withBytes { bytes in
      // The length of the current segment, and whether it has a byte other than a dot.
      var (length, isName) = (0, false)
      for byte in bytes {
        switch byte {
        case UInt8(ascii: "/"):
          guard isName || length > 2 else { return false }
          (length, isName) = (0, false)
        case 0, UInt8(ascii: "\\"): return false
        default:
          length += 1
          if byte != UInt8(ascii: ".") { isName = true }
        }
      }
      return isName || length > 2
    }
  }
}

extension Substring {
  /// The folder of the file or folder at this path; empty for the output folder.
  package var parentFolder: Substring {
    self[..<(utf8.lastIndex(of: UInt8(ascii: "/")) ?? startIndex)]
  }
}
