internal import Model
internal import Output

extension Comparison {
  /// The comparison as GitHub Markdown, for a pull-request comment or a job summary, with word-level marks.
  package func markdown() -> String {
    var buffer = ByteBuffer()
    buffer.append(raw: "### ")
    buffer.append(markdown: new.title)
    buffer.append(raw: ": \(old.edition) → \(new.edition)\n\n")
    guard changeClass != nil else {
      buffer.append(raw: "Nothing changed in meaning.\n")
      return String(decoding: buffer.bytes, as: UTF8.self)
    }
    buffer.append(raw: "**")
    buffer.append(markdown: summary)
    buffer.append(raw: "**\n\n")
    let isEnough = requiredEdition.allows(new.edition)
    buffer.append(raw: isEnough ? "" : "⚠️ ")
    buffer.append(markdown: editionLine)
    buffer.append(raw: "\n")
    for changeClass in ChangeClass.allCases.reversed() {
      let group = changes.filter { $0.rule.changeClass == changeClass }
      guard !group.isEmpty else { continue }
      // Editorial changes are folded away: they are the most, and demand nothing of anybody.
      let isFolded = changeClass == .editorial
      buffer.append(
        raw: isFolded
          ? "\n<details><summary>\(changeClass.title) (\(group.count))</summary>\n\n"
          : "\n#### \(changeClass.title.prefix(1).uppercased())\(changeClass.title.dropFirst()) (\(group.count))\n\n"
      )
      for change in group { change.write(to: &buffer) }
      if isFolded { buffer.append(raw: "\n</details>\n") }
    }
    return String(decoding: buffer.bytes, as: UTF8.self)
  }
}

extension Change {
  fileprivate func write(to buffer: inout ByteBuffer) {
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
    if let before, let after, rule.showsWords {
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
