/// The texts after applying every fix that does not conflict with an earlier one.
package struct FixedTexts: Sendable {
  /// The new contents of the files that change.
  package private(set) var texts: [FileID: [UInt8]] = [:]

  /// The number of fixes that were applied.
  package private(set) var appliedCount = 0

  /// The number of fixes that were skipped, since they conflict with an applied one.
  package private(set) var leftCount = 0

  private var accepted: [FileID: [Diagnostic.Edit]] = [:]

  /// Applies the fix of each diagnostic that has exactly one, in order. Several fixes are alternatives for a person.
  ///
  /// A fix is applied as a whole or not at all, and only if it stays within the files that may be changed.
  package init(
    _ diagnostics: [Diagnostic], of files: SourceFiles, where mayChange: (FileID) -> Bool
  ) {
    for diagnostic in diagnostics where diagnostic.fixes.count == 1 {
      let edits = diagnostic.fixes[0].edits.filter { !$0.changesNothing(in: files) }
      guard !edits.isEmpty, !edits.overlap, edits.allSatisfy({ mayChange($0.range.file) })
      else { continue }
      if accept(edits) { appliedCount += 1 } else { leftCount += 1 }
    }
    texts = accepted.reduce(into: [:]) { texts, entry in
      texts[entry.key] = files[entry.key].applying(entry.value)
    }
  }

  /// Accepts all edits of a fix, or none if one of them touches an accepted edit.
  private mutating func accept(_ edits: [Diagnostic.Edit]) -> Bool {
    let isFree = edits.allSatisfy { edit in
      let others = accepted[edit.range.file, default: []]
      let place = others.place(of: edit)
      return (place == 0 || others[place - 1].range.end < edit.range.start)
        && (place == others.count || edit.range.end < others[place].range.start)
    }
    guard isFree else { return false }
    for edit in edits {
      let place = accepted[edit.range.file, default: []].place(of: edit)
      accepted[edit.range.file, default: []].insert(edit, at: place)
    }
    return true
  }
}

extension [Diagnostic.Edit] {
  /// Whether two edits change the same bytes.
  fileprivate var overlap: Bool {
    let ordered = map(\.range).sorted()
    return zip(ordered, ordered.dropFirst()).contains {
      $0.file == $1.file && ($0.end > $1.start || $0 == $1)
    }
  }

  /// The index at which an edit belongs among sorted edits.
  fileprivate func place(of edit: Diagnostic.Edit) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].range < edit.range { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension Diagnostic.Edit {
  fileprivate func changesNothing(in files: SourceFiles) -> Bool {
    files[range.file].bytes[Int(range.start)..<Int(range.end)].elementsEqual(replacement.utf8)
  }
}

extension SourceFile {
  /// The file's bytes after sorted edits that do not overlap. Line breaks in replacements become those of the file.
  fileprivate func applying(_ edits: [Diagnostic.Edit]) -> [UInt8] {
    let usesCarriageReturns =
      bytes.firstIndex(of: UInt8(ascii: "\n")).map { $0 > 0 && bytes[$0 - 1] == UInt8(ascii: "\r") }
      ?? false
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 16 * edits.count)
    var place = 0
    for edit in edits {
      result += bytes[place..<Int(edit.range.start)]
      for byte in edit.replacement.utf8 {
        if byte == UInt8(ascii: "\n"), usesCarriageReturns { result.append(UInt8(ascii: "\r")) }
        result.append(byte)
      }
      place = Int(edit.range.end)
    }
    return result + bytes[place...]
  }
}
