internal import Model
internal import Output

/// The most bytes of a comparison in Markdown. GitHub refuses a comment of more than 65,536 characters, and somebody may write
/// a sentence of their own around it.
private let commentLimit = 60_000

/// The most bytes of one change, and of the title or the summary. What is longer is shortened.
private let (changeLimit, headLimit) = (4_000, 2_000)

extension Comparison {
  /// The comparison as GitHub Markdown, for a pull-request comment or a job summary, with word-level marks.
  ///
  /// It fits into a comment. Changes that do not are left out whole, the least ones first, and a sentence counts them.
  package func markdown() -> String {
    var buffer = ByteBuffer()
    buffer.append(raw: "### ")
    buffer.append(markdown: shortened(new.title))
    buffer.append(raw: ": \(old.edition) → \(new.edition)\n\n")
    guard changeClass != nil else {
      buffer.append(raw: "Nothing changed in meaning.\n")
      return String(decoding: buffer.bytes, as: UTF8.self)
    }
    buffer.append(raw: "**")
    buffer.append(markdown: shortened(summary))
    buffer.append(raw: "**\n\n")
    let isEnough = requiredEdition.allows(new.edition)
    buffer.append(raw: isEnough ? "" : "⚠️ ")
    buffer.append(markdown: editionLine)
    buffer.append(raw: "\n")
    var leftOut: [(title: String, count: Int)] = []
    for changeClass in ChangeClass.allCases.reversed() {
      let group = changes.filter { $0.rule.changeClass == changeClass }
      guard !group.isEmpty else { continue }
      let shown = leftOut.isEmpty ? fitting(group, behind: buffer.count) : []
      append(shown, of: group, changeClass, to: &buffer)
      if shown.count < group.count {
        leftOut.append((changeClass.title, group.count - shown.count))
      }
    }
    if !leftOut.isEmpty { append(leftOut: leftOut, to: &buffer) }
    return String(decoding: buffer.bytes, as: UTF8.self)
  }

  /// The first changes of a group, as lines of Markdown, as long as they fit.
  private func fitting(_ group: [Change], behind count: Int) -> [[UInt8]] {
    var rest = commentLimit - count
    var lines: [[UInt8]] = []
    for change in group {
      let line = change.markdown
      rest -= line.count
      guard rest >= 0 else { break }
      lines.append(line)
    }
    return lines
  }

  private func append(
    _ shown: [[UInt8]], of group: [Change], _ changeClass: ChangeClass, to buffer: inout ByteBuffer
  ) {
    guard !shown.isEmpty else { return }
    // Editorial changes are folded away: they are the most, and demand nothing of anybody.
    let isFolded = changeClass == .editorial
    buffer.append(
      raw: isFolded
        ? "\n<details><summary>\(changeClass.title) (\(group.count))</summary>\n\n"
        : "\n#### \(changeClass.title.prefix(1).uppercased())\(changeClass.title.dropFirst()) (\(group.count))\n\n"
    )
    for line in shown { buffer.append(raw: line[...]) }
    if isFolded { buffer.append(raw: "\n</details>\n") }
  }

  private func append(leftOut: [(title: String, count: Int)], to buffer: inout ByteBuffer) {
    let count = leftOut.reduce(0) { $0 + $1.count }
    let parts = leftOut.map { "\($0.count) \($0.title)" }.joined(separator: ", ")
    buffer.append(
      raw: """

        **\(count) of \(changes.count) changes \(count == 1 ? "is" : "are") left out here**, since a comment can hold no more: \
        \(parts). To see all, run the same `ksf diff` without `--format markdown`.

        """)
  }
}

/// The text, or its first words and an ellipsis if it is too long for a heading.
private func shortened(_ text: String) -> String {
  guard text.utf8.count > headLimit else { return text }
  var length = 0
  let start = text.prefix {
    length += $0.utf8.count
    return length <= headLimit
  }
  return start + "…"
}

extension Change {
  /// The change as an item of a list, in one line. Texts that are very long are left out.
  fileprivate var markdown: [UInt8] {
    var buffer = ByteBuffer()
    write(to: &buffer, withTexts: true)
    guard buffer.count > changeLimit else { return buffer.bytes }
    buffer.removeAll()
    write(to: &buffer, withTexts: false)
    return buffer.bytes
  }

  private func write(to buffer: inout ByteBuffer, withTexts: Bool) {
    buffer.append(raw: "- **")
    buffer.append(markdown: id)
    buffer.append(raw: "** ")
    buffer.append(markdown: noun)
    buffer.append(raw: " \(rule.verb)")
    if let part {
      buffer.append(raw: " (")
      buffer.append(markdown: part)
      buffer.append(raw: ")")
    }
    if !withTexts {
      buffer.append(raw: ": too long to be shown here")
    } else if let before, let after, rule.showsWords {
      buffer.append(raw: ": ")
      for (index, run) in wordDifference(before, after).enumerated() {
        if index > 0 { buffer.append(raw: " ") }
        let mark = run.kind == .same ? "" : run.kind == .added ? "**" : "~~"
        buffer.append(raw: mark)
        buffer.append(markdown: run.text)
        buffer.append(raw: mark)
      }
    } else if let text = [before, after].compactMap({ $0 }).nilIfEmpty {
      buffer.append(raw: ": ")
      buffer.append(markdown: text.joined(separator: " → "))
    }
    buffer.append(raw: "\n")
  }
}

extension Array {
  fileprivate var nilIfEmpty: [Element]? { isEmpty ? nil : self }
}
