/// Renders diagnostics for people: the excerpt, the underlined problem, and the advice.
package struct TerminalRenderer {
  private let files: SourceFiles
  private let style: TerminalStyle
  private var indexes: [FileID: LineIndex] = [:]

  package init(files: SourceFiles, usesColour: Bool) {
    self.files = files
    style = TerminalStyle(usesColour: usesColour)
  }

  /// The text of one diagnostic, ended by an empty line.
  package mutating func render(_ diagnostic: Diagnostic) -> String {
    let kind = style.severity("\(diagnostic.severity.rawValue)", diagnostic.severity)
    let name = style.faint("[\(diagnostic.rule.code) \(diagnostic.rule.name)]")
    var text = "\(kind)\(name): \(style.bold(printable(diagnostic.message)))\n"
    if let range = diagnostic.range {
      text += excerpt(range, mark: "^", label: diagnostic.label, severity: diagnostic.severity)
    }
    for note in diagnostic.notes {
      text += "  \(style.note("note")): \(printable(note.message))\n"
      text += excerpt(note.range, mark: "-", label: "", severity: nil)
    }
    if !diagnostic.help.isEmpty {
      let lines = diagnostic.help.split(separator: "\n", omittingEmptySubsequences: false)
      text += "  \(style.note("help")): \(printable(lines[0]))\n"
      for line in lines.dropFirst() { text += "        \(printable(line))\n" }
    }
    return text + "\n"
  }

  /// The text of diagnostics that say the same: that of the first, and where the others are.
  package mutating func render(_ group: DiagnosticGroup) -> String {
    let text = render(group.first)
    guard !group.others.isEmpty else { return text }
    let places = group.others.prefix(DiagnosticGroup.mostPlaces).map { range in
      let file = files[range.file]
      let position = lineIndex(of: file).position(at: Int(range.start))
      return "\(file.path):\(position.line):\(position.column)"
    }
    let rest = group.others.count > places.count ? ", and so on" : ""
    return text.dropLast()
      + "  \(style.note("note")): the same is at \(group.others.count) more places:\n"
      + "        \(printable(places.joined(separator: ", ")))\(rest)\n\n"
  }

  private mutating func excerpt(
    _ range: SourceRange, mark: Character, label: String, severity: Severity?
  ) -> String {
    let file = files[range.file]
    let index = lineIndex(of: file)
    let position = index.position(at: Int(range.start))
    var text =
      "  \(style.faint("-->")) \(printable(file.path)):\(position.line):\(position.column)\n"
    guard !file.bytes.isEmpty else { return text }
    let line = index.range(ofLine: position.line)
    let window = ExcerptWindow(bytes: file.bytes, line: line, range: range)
    let number = String(position.line)
    let margin = String(repeating: " ", count: max(4, number.count + 1))
    let numbered = String(repeating: " ", count: margin.count - number.count) + number
    let carets = String(repeating: mark, count: max(1, window.markWidth))
    let underline = label.isEmpty ? carets : "\(carets) \(printable(label))"
    text += style.faint("\(numbered) | ") + window.text + "\n"
    text += style.faint("\(margin) | ") + String(repeating: " ", count: window.markStart)
    text += (severity.map { style.severity(underline, $0) } ?? style.note(underline)) + "\n"
    return text
  }

  private mutating func lineIndex(of file: SourceFile) -> LineIndex {
    if let index = indexes[file.id] { return index }
    let index = LineIndex(file)
    indexes[file.id] = index
    return index
  }
}

/// The visible slice of a line, and the columns of the marks in it.
private struct ExcerptWindow {
  private(set) var text = ""
  private(set) var markStart = 0
  private(set) var markWidth = 0

  /// The most columns of a line that are shown, and the most of them before the mark.
  private static let width = 120
  private static let lead = 60

  init(bytes: [UInt8], line: Range<Int>, range: SourceRange) {
    let start = min(max(Int(range.start), line.lowerBound), line.upperBound)
    let end = min(max(Int(range.end), start), line.upperBound)
    let before = Self.decode(Self.end(of: bytes[line.lowerBound..<start]))
    let marked = Self.decode(Self.start(of: bytes[start..<end]))
    let after = Self.decode(Self.start(of: bytes[end..<line.upperBound]))
    let lead =
      columns(before) > Self.lead ? "…" + Self.suffix(before, columns: Self.lead - 1) : before
    let core = Self.prefix(marked, columns: Self.width - columns(lead))
    let tail = Self.prefix(after, columns: Self.width - columns(lead) - columns(core))
    text = lead + core + tail
    markStart = columns(lead)
    markWidth = columns(core)
  }

  /// The most bytes of a slice that are decoded, which is more than is shown. A line of megabytes is not decoded for each of
  /// its problems.
  private static let reach = 512

  private static func start(of bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard bytes.count > reach else { return bytes }
    let rest = bytes.dropFirst(reach).prefix { $0 & 0xC0 == 0x80 }
    return bytes[..<rest.endIndex]
  }

  private static func end(of bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    bytes.count > reach ? bytes.suffix(reach).drop { $0 & 0xC0 == 0x80 } : bytes
  }

  private static func decode(_ bytes: ArraySlice<UInt8>) -> String {
    printable(String(decoding: bytes, as: UTF8.self))
  }

  private static func prefix(_ text: String, columns limit: Int) -> String {
    guard columns(text) > limit else { return text }
    var width = 1
    return String(
      text.prefix {
        width += columns(String($0))
        return width <= limit
      }) + "…"
  }

  private static func suffix(_ text: String, columns limit: Int) -> String {
    var width = 0
    return String(
      text.reversed().prefix {
        width += columns(String($0))
        return width <= limit
      }.reversed())
  }
}

/// The text with control characters made visible, so that it cannot move the cursor or change colours.
private func printable(_ text: some StringProtocol) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0x09: result += "  "
    case 0..<0x20: result.unicodeScalars.append(Unicode.Scalar(0x2400 + scalar.value) ?? "?")
    case 0x7F..<0xA0, 0x200B...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF:
      result += "\u{FFFD}"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}

/// The number of terminal columns of a text: two for East Asian wide characters and emoji, none for combining marks.
private func columns(_ text: String) -> Int {
  text.unicodeScalars.reduce(0) { width, scalar in
    // Looking up a category takes far longer than everything else here.
    if scalar.isASCII { return width + 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return width
    default: break
    }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      return width + 2
    default: return width + 1
    }
  }
}

/// Colours of a terminal (ECMA-48, Select Graphic Rendition), or none.
struct TerminalStyle {
  let usesColour: Bool

  func severity(_ text: String, _ severity: Severity) -> String {
    coloured(text, severity == .error ? "1;31" : "1;33")
  }

  func note(_ text: String) -> String { coloured(text, "36") }
  func faint(_ text: String) -> String { coloured(text, "2") }
  func bold(_ text: String) -> String { coloured(text, "1") }

  private func coloured(_ text: String, _ code: String) -> String {
    usesColour ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
