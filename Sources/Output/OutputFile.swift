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
    path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).allSatisfy {
      !$0.isEmpty && !$0.elementsEqual(".".utf8) && !$0.elementsEqual("..".utf8)
        && !$0.contains(0) && !$0.contains(UInt8(ascii: "\\"))
    }
  }
}
