internal import Model

extension Comparison {
  /// The comparison for people at a terminal: the summary, then the changes, worst first.
  package func text() -> String {
    guard changeClass != nil else { return "Nothing changed in meaning.\n" }
    var lines = [headline, summary, editionLine, ""]
    for changeClass in ChangeClass.allCases.reversed() {
      let group = changes.filter { $0.rule.changeClass == changeClass }
      guard !group.isEmpty else { continue }
      lines.append("\(changeClass.title.uppercasedFirst) (\(group.count))")
      for change in group { lines += change.lines }
      lines.append("")
    }
    return lines.joined(separator: "\n")
  }

  var headline: String { "\(new.id): \(old.edition) to \(new.edition)" }

  /// The counts of changes and the phases affected: "3 standards reworded, 1 standard added; affects the second year".
  package var summary: String {
    var counts: [(key: String, rule: ChangeRule, word: String, count: Int)] = []
    for change in changes {
      let key = "\(change.rule.code) \(change.noun)"
      if let index = counts.firstIndex(where: { $0.key == key }) {
        counts[index].count += 1
      } else {
        counts.append((key, change.rule, change.noun, 1))
      }
    }
    // The worst come first; equal ones keep the order in which they occur.
    let told = counts.enumerated().sorted {
      ($1.element.rule.changeClass, $0.offset) < ($0.element.rule.changeClass, $1.offset)
    }.map {
      "\($0.element.count) \(noun($0.element.word, $0.element.count)) \($0.element.rule.phrase)"
    }
    let phases = Set(changes.flatMap(\.impact.phases))
    let affected = phaseTitles.filter { phases.contains($0.id) }.map(\.title)
    let end = affected.isEmpty ? "" : "; affects \(affected.joined(separator: ", "))"
    return told.joined(separator: ", ") + end
  }

  private func noun(_ one: String, _ count: Int) -> String {
    guard count != 1 else { return one }
    return plurals[one] ?? one + "s"
  }

  /// The edition that the changes demand, and whether the declared one is high enough.
  package var editionLine: String {
    let required = requiredEdition
    guard let changeClass = required.changeClass else {
      return "The edition may stay \(old.edition)."
    }
    let demand =
      "The worst change is \(changeClass.title), so the edition has to be \(required.lowest) or higher"
    return required.allows(new.edition)
      ? "\(demand); it is \(new.edition)." : "\(demand), but it is \(new.edition)."
  }
}

extension Change {
  fileprivate var lines: [String] {
    let part = part.map { " (\($0))" } ?? ""
    var lines = ["  \(id)  \(noun) \(rule.verb)\(part)  [\(rule.code) \(rule.name)]"]
    if let before, let after, rule.showsWords {
      lines.append(
        "      " + wordDifference(before, after).map(\.terminalForm).joined(separator: " "))
    } else {
      if let before { lines.append("    - \(before)") }
      if let after { lines.append("    + \(after)") }
    }
    if let concerns = impact.line { lines.append("    concerns \(concerns)") }
    return lines
  }
}

extension Impact {
  /// The impact in one line; nil if there is none. Of the two dialects of a schema, one is listed.
  fileprivate var line: String? {
    let schemas = schemas.filter { !$0.hasPrefix("schemas/draft-07/") }
    let parts = [(roles, "roles"), (phases, "phases"), (records, "records"), (schemas, "schemas")]
      .filter { !$0.0.isEmpty }.map { list, word in
        let rest = list.count > 4 ? " and \(list.count - 4) more" : ""
        return "\(word) \(list.prefix(4).joined(separator: ", "))\(rest)"
      }
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }
}

extension WordRun {
  /// The run marked as by `git diff --word-diff`.
  fileprivate var terminalForm: String {
    switch kind {
    case .same: text
    case .removed: "[-\(text)-]"
    case .added: "{+\(text)+}"
    }
  }
}

extension ChangeRule {
  /// Whether the values are texts, whose differing words are marked.
  package var showsWords: Bool {
    [
      ChangeRule.reworded, .retouched, .retitled, .described, .dutyChanged, .alternativeChanged,
      .imprintChanged, .fieldReworded,
    ].contains(self)
  }
}

extension String {
  fileprivate var uppercasedFirst: String { prefix(1).uppercased() + dropFirst() }
}
