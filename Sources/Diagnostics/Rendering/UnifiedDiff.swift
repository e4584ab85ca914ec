internal import Output

/// The difference of two texts in the unified format (POSIX.1-2024, `diff -u`), as `patch -p1` and `git apply` read it. Empty
/// if they are equal.
package func unifiedDiff(path: String, from old: [UInt8], to new: [UInt8]) -> [UInt8] {
  let (oldLines, newLines) = (lines(of: old), lines(of: new))
  let changes = changes(from: oldLines, to: newLines)
  guard !changes.isEmpty else { return [] }
  var buffer = ByteBuffer()
  buffer.append(raw: "--- \(fileName("a/" + path))\n+++ \(fileName("b/" + path))\n")
  for hunk in hunks(of: changes) { append(hunk, oldLines, newLines, to: &buffer) }
  return buffer.bytes
}

/// The number of unchanged lines shown before and after a change.
private let contextSize = 3

/// A range of old lines and the range of new lines that replaces it; either may be empty.
private struct Change {
  var old: Range<Int>
  var new: Range<Int>
}

/// The lines, each with its line feed. A carriage return belongs to its line, as for all tools that read diffs.
private func lines(of text: [UInt8]) -> [ArraySlice<UInt8>] {
  var lines: [ArraySlice<UInt8>] = []
  var start = 0
  while start < text.count {
    let end = text[start...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? text.count
    lines.append(text[start..<end])
    start = end
  }
  return lines
}

private func changes(
  from old: [ArraySlice<UInt8>], to new: [ArraySlice<UInt8>]
) -> [Change] {
  var removed = Array(repeating: false, count: old.count)
  var added = Array(repeating: false, count: new.count)
  if old.count == new.count {
    // Fixes seldom add or remove a line. Then no search for moved lines is needed.
    for index in old.indices where old[index] != new[index] {
      (removed[index], added[index]) = (true, true)
    }
  } else {
    for step in new.difference(from: old) {
      switch step {
      case .remove(let offset, _, _): removed[offset] = true
      case .insert(let offset, _, _): added[offset] = true
      }
    }
  }
  var changes: [Change] = []
  var (oldPlace, newPlace) = (0, 0)
  while oldPlace < old.count || newPlace < new.count {
    let (oldStart, newStart) = (oldPlace, newPlace)
    while oldPlace < old.count, removed[oldPlace] { oldPlace += 1 }
    while newPlace < new.count, added[newPlace] { newPlace += 1 }
    if oldPlace > oldStart || newPlace > newStart {
      changes.append(Change(old: oldStart..<oldPlace, new: newStart..<newPlace))
    } else {
      oldPlace += 1
      newPlace += 1
    }
  }
  return changes
}

/// The changes in groups whose contexts do not touch.
private func hunks(of changes: [Change]) -> [[Change]] {
  var hunks: [[Change]] = []
  for change in changes {
    if let last = hunks.last?.last, change.old.lowerBound - last.old.upperBound <= 2 * contextSize {
      hunks[hunks.count - 1].append(change)
    } else {
      hunks.append([change])
    }
  }
  return hunks
}

private func append(
  _ hunk: [Change], _ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>],
  to buffer: inout ByteBuffer
) {
  guard let first = hunk.first, let last = hunk.last else { return }
  let lead = min(contextSize, first.old.lowerBound)
  let tail = min(contextSize, old.count - last.old.upperBound)
  let oldRange = first.old.lowerBound - lead..<last.old.upperBound + tail
  let newRange = first.new.lowerBound - lead..<last.new.upperBound + tail
  buffer.append(raw: "@@ -\(header(oldRange)) +\(header(newRange)) @@\n")
  var place = oldRange.lowerBound
  for change in hunk {
    for line in old[place..<change.old.lowerBound] { append(" ", line, to: &buffer) }
    for line in old[change.old] { append("-", line, to: &buffer) }
    for line in new[change.new] { append("+", line, to: &buffer) }
    place = change.old.upperBound
  }
  for line in old[place..<oldRange.upperBound] { append(" ", line, to: &buffer) }
}

/// The header of a range of lines: the first line from one and the length; for an empty range, the line before it and 0.
private func header(_ range: Range<Int>) -> String {
  switch range.count {
  case 0: "\(range.lowerBound),0"
  case 1: "\(range.lowerBound + 1)"
  default: "\(range.lowerBound + 1),\(range.count)"
  }
}

private func append(_ mark: String, _ line: ArraySlice<UInt8>, to buffer: inout ByteBuffer) {
  buffer.append(raw: mark)
  buffer.append(raw: line)
  if line.last != UInt8(ascii: "\n") { buffer.append(raw: "\n\\ No newline at end of file\n") }
}

/// A file name as Git and GNU patch read it. With a control character, quotation mark or backslash it is quoted and escaped;
/// with a space it ends in a tab.
private func fileName(_ path: String) -> String {
  func isAwkward(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x7F || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }
  guard path.utf8.contains(where: isAwkward) else { return path.contains(" ") ? path + "\t" : path }
  var quoted: [UInt8] = []
  for byte in path.utf8 {
    if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
      quoted += [UInt8(ascii: "\\"), byte]
    } else if isAwkward(byte) {
      let octal = String(byte, radix: 8)
      quoted += "\\\(String(repeating: "0", count: 3 - octal.count))\(octal)".utf8
    } else {
      quoted.append(byte)
    }
  }
  return "\"\(String(decoding: quoted, as: UTF8.self))\""
}
