/// A source file's index in the list of sources of one run.
package struct FileID: Hashable, Comparable, Sendable {
  package let rawValue: Int32

  package init(_ rawValue: Int) {
    self.rawValue = Int32(rawValue)
  }

  package static func < (left: FileID, right: FileID) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// A text that diagnostics can point into: its display path and its immutable bytes.
package struct SourceFile: Sendable {
  package let id: FileID

  /// The path relative to the project folder, with `/` as the separator on every system.
  package let path: String

  package let bytes: [UInt8]

  package init(id: FileID, path: String, bytes: [UInt8]) {
    self.id = id
    self.path = path
    self.bytes = bytes
  }

  /// The range of the whole file.
  package var range: SourceRange {
    SourceRange(file: id, start: 0, end: bytes.count)
  }

  /// An empty range at the file's start, for problems of the file as a whole.
  package var startRange: SourceRange {
    SourceRange(file: id, start: 0, end: 0)
  }

  /// The text of a range of this file; bytes that are not UTF-8 become U+FFFD.
  package func text(_ range: SourceRange) -> String {
    String(decoding: bytes[Int(range.start)..<Int(range.end)], as: UTF8.self)
  }
}

/// A half-open range of UTF-8 byte offsets in one file.
package struct SourceRange: Hashable, Sendable {
  package let file: FileID
  package let start: Int32
  package let end: Int32

  package init(file: FileID, start: Int, end: Int) {
    precondition(start <= end, "a range ends before it starts")
    self.file = file
    self.start = Int32(start)
    self.end = Int32(end)
  }

  package var isEmpty: Bool { start == end }
}

extension SourceRange: Comparable {
  /// The order in which problems are shown: by file, then by start, then by end.
  package static func < (left: SourceRange, right: SourceRange) -> Bool {
    (left.file, left.start, left.end) < (right.file, right.start, right.end)
  }
}

/// All texts of one run, by id.
package struct SourceFiles: Sendable {
  package private(set) var files: [SourceFile]

  package init(_ files: [SourceFile] = []) {
    for (index, file) in files.enumerated() {
      precondition(file.id == FileID(index), "a file's id is its index")
    }
    self.files = files
  }

  package subscript(id: FileID) -> SourceFile {
    files[Int(id.rawValue)]
  }

  /// Adds a text and returns it with its new id.
  package mutating func add(path: String, bytes: [UInt8]) -> SourceFile {
    let file = SourceFile(id: FileID(files.count), path: path, bytes: bytes)
    files.append(file)
    return file
  }
}
