internal import Output

/// A diagnostic, with an identifier that survives changes to other lines.
package struct Finding: Sendable {
  package let diagnostic: Diagnostic

  /// 16 hexadecimal digits, unique in a run and the same in the next run of the same project.
  ///
  /// The fingerprint is a digest of the rule, the file's path, the trimmed line, and a number among equal problems in the
  /// file. It changes with the line itself or the path, and not when other lines come, go or move.
  package let fingerprint: String
}

extension [Diagnostic] {
  /// The diagnostics with their fingerprints. They must be in reading order, by which equal problems are numbered.
  func findings(in files: SourceFiles, _ lines: LineIndexes) -> [Finding] {
    var occurrences: [Anchor: Int] = [:]
    var last: (file: FileID, line: Int, digest: Digest)?
    return map { diagnostic in
      let rule = diagnostic.rule.code
      guard let range = diagnostic.range else {
        let anchor = Anchor(
          rule: rule, file: nil, line: Digest(of: [UInt8](diagnostic.message.utf8)))
        return Finding(
          diagnostic: diagnostic, fingerprint: anchor.fingerprint("", &occurrences))
      }
      let line = lines[range.file].line(at: Int(range.start))
      let digest: Digest
      if let last, last.file == range.file, last.line == line {
        digest = last.digest
      } else {
        digest = Digest(of: lines[range.file].trimmedLine(line))
        last = (range.file, line, digest)
      }
      let anchor = Anchor(rule: rule, file: range.file, line: digest)
      return Finding(
        diagnostic: diagnostic,
        fingerprint: anchor.fingerprint(files[range.file].path, &occurrences))
    }
  }
}

/// The key shared by findings that only their number distinguishes.
private struct Anchor: Hashable {
  let rule: String
  let file: FileID?
  let line: Digest

  func fingerprint(_ path: String, _ occurrences: inout [Anchor: Int]) -> String {
    let number = occurrences[self, default: 0] + 1
    occurrences[self] = number
    return shortDigest(of: "\(rule)\0\(path)\0\(number)\0", line.bytes)
  }
}

/// The first 16 hexadecimal digits of a text's SHA-256. They distinguish a million findings and are short enough to read.
func shortDigest(of text: String, _ bytes: [UInt8] = []) -> String {
  String(Digest(of: Array(text.utf8) + bytes).hexadecimal.prefix(16))
}

/// The line indexes of all files that diagnostics point into.
struct LineIndexes: Sendable {
  private var indexes: [FileID: LineIndex] = [:]

  init(_ files: SourceFiles, for diagnostics: [Diagnostic]) {
    for diagnostic in diagnostics {
      if let range = diagnostic.range { add(range, files) }
      for note in diagnostic.notes { add(note.range, files) }
      for edit in diagnostic.fixes.flatMap(\.edits) { add(edit.range, files) }
    }
  }

  private mutating func add(_ range: SourceRange, _ files: SourceFiles) {
    guard indexes[range.file] == nil else { return }
    indexes[range.file] = LineIndex(files[range.file])
  }

  subscript(file: FileID) -> LineIndex {
    guard let index = indexes[file] else {
      preconditionFailure("no diagnostic points into this file")
    }
    return index
  }
}
