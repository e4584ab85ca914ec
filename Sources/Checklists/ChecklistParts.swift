internal import Model
internal import Templates

/// A checklist of statements, divided into several files if it is long.
///
/// Nobody works through twenty thousand lines in one file, and no program should rewrite them for each word.
struct ChecklistParts: Sendable {
  let subject: ChecklistWriter.Subject

  /// The sections of the checklist, in the order in which statements can be met. A single one goes into the checklist's own
  /// file.
  let parts: [Part]

  struct Part: Sendable {
    let statements: ArraySlice<Ref<Statement>>

    /// Whether they are statements of earlier phases, of which more is expected.
    var isFurther = false
  }

  /// Whether the statements belong to several phases, so that headings name the phases.
  let hasSeveralPhases: Bool

  /// The most statements in one file.
  static let mostStatements = 400

  /// Whether the checklist has several files.
  var isDivided: Bool { parts.count > 1 }

  init(_ writer: ChecklistWriter, _ subject: ChecklistWriter.Subject) {
    self.subject = subject
    let sorted = writer.basis.lists.statements(of: subject)
    let further = writer.furtherStatements(of: subject)
    let statements = writer.framework.statements
    let phase = sorted.first.flatMap { statements[$0].phase }
    hasSeveralPhases = sorted.contains { statements[$0].phase != phase }
    guard sorted.count + further.count > ChecklistParts.mostStatements else {
      parts = [Part(statements: sorted[...])]
      return
    }
    let sections = sorted[...].runs { writer.block($0) == writer.block($1) }
    parts =
      ChecklistParts.gathered(sections.map(\.indices)).map { Part(statements: sorted[$0]) }
      + ChecklistParts.gathered(further.indices.map { $0..<($0 + 1) }).map {
        Part(statements: further[$0], isFurther: true)
      }
  }

  /// Merges neighbouring sections up to the number of statements in one file, and splits longer ones.
  private static func gathered(_ sections: [Range<Int>]) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    for section in sections {
      for start in stride(from: section.lowerBound, to: section.upperBound, by: mostStatements) {
        let end = min(start + mostStatements, section.upperBound)
        if let last = parts.last, end - last.lowerBound <= mostStatements {
          parts[parts.count - 1] = last.lowerBound..<end
        } else {
          parts.append(start..<end)
        }
      }
    }
    return parts
  }
}

/// A link to a file of a long checklist.
struct ChecklistPartItem: RecordShape {
  static let layout = RecordLayout<Self>("part of a checklist")

  let title = Field<String>("title", "What it is called: `Part 2`.")
  let address = Field<String>("address", "Where its file is, from the checklist's own.")
  let size = Field<String>("size", "How many statements it has, in words.")
  let first = Field<String>("first", "The heading of its first section.")
  let last = Field<String>("last", "The heading of its last section, if that is another.")
}

extension ChecklistWriter {
  /// The links to the files of a long checklist.
  func partItems(_ list: ChecklistParts, folder: String) -> [Record<ChecklistPartItem>] {
    guard list.isDivided else { return [] }
    return list.parts.enumerated().map { index, part in
      let titles = [part.statements.first, part.statements.last].compactMap { $0 }.map {
        part.isFurther
          ? furtherTitle(list.subject) : title(of: $0, withPhase: list.hasSeveralPhases)
      }
      return Record(in: values) { record, field in
        record[field.title] = "Part \(index + 1)"
        record[field.address] = "\(folder)/part-\(index + 1).md"
        record[field.size] = words.statement.counted(part.statements.count)
        record[field.first] = titles.first
        record[field.last] = titles.first == titles.last ? nil : titles.last
      }
    }
  }

  /// One file of a long checklist.
  func checklist(_ list: ChecklistParts, part index: Int) -> Record<StatementChecklist> {
    let part = list.parts[index]
    return Record(in: values) { record, field in
      record[field.opening] = opening(
        of: list.subject, statements: [part.statements],
        part: "part \(index + 1) of \(list.parts.count)")
      record[field.sections] =
        part.isFurther
        ? further(list.subject, part.statements)
        : sections(of: part.statements, list.subject, hasPhases: list.hasSeveralPhases)
      record[field.codeHeading] = words.statement.title
    }
  }
}
