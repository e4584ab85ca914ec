internal import CTemplates

/// A file of the repository that is part of the program.
package enum EmbeddedFile {
  package typealias File = (path: String, bytes: [UInt8])

  /// The files of `starters/`, which `ksf init` writes. `CTemplates/starters.c` lists them.
  package static let starters = all(from: ksf_starters())

  /// The pages of `docs/` that people write. `CTemplates/guides.c` lists them.
  package static let guides = all(from: ksf_guides())

  /// The rows of a table in C.
  static func all(from table: UnsafePointer<ksf_template>) -> [File] {
    var files: [File] = []
    var row = table
    while let path = row.pointee.path {
      let bytes = UnsafeBufferPointer(start: row.pointee.bytes, count: Int(row.pointee.size))
      files.append((String(cString: path), Array(bytes)))
      row += 1
    }
    return files
  }
}
