internal import Model
internal import Output

/// What tells whether two states of a project differ, and if so, whether only in the texts of some statements.
struct ProjectPrint: Equatable, Sendable {
  /// The hash of everything but the texts of statements: the rest of the sources, templates, lock and recorded editions.
  var structure: ContentHash

  /// By the number of the statement.
  var texts: [ContentHash]

  /// By the number of the source file.
  var files: [FilePrint]

  init(structure: ContentHash, texts: [ContentHash], files: [FilePrint]) {
    (self.structure, self.texts, self.files) = (structure, texts, files)
  }

  init(_ project: ProjectTexts, _ prints: [SourcePrint], _ contents: Contents) {
    var structure = ContentHash()
    func add(_ name: String, _ bytes: [UInt8]) {
      structure.add(Array(name.utf8)[...])
      structure.add(bytes[...])
    }
    for (source, print) in zip(project.sources, prints) {
      structure.add(Array(source.path.utf8)[...])
      print.structure.withUnsafeBytes { structure.add($0) }
    }
    for template in project.templates { add(template.path, template.bytes) }
    add("lock", project.lock ?? [0])
    for edition in project.editions {
      for source in edition.sources { add("\(edition.edition) \(source.path)", source.bytes) }
    }
    self.structure = structure
    texts = ProjectPrint.texts(prints, contents)
    files = prints.map(\.file)
  }

  /// The hashes of texts by the number of the statement.
  private static func texts(_ prints: [SourcePrint], _ contents: Contents) -> [ContentHash] {
    let statements = contents.statements.elements
    var texts = Array(repeating: ContentHash(), count: statements.count)
    lazy var numbers = Dictionary(
      contents.statements.entries.map { ($0.element.id, Int($0.ref.index)) },
      uniquingKeysWith: { first, _ in first })
    var next = 0
    for print in prints {
      for statement in print.statements {
        // Nearly always they come in the same order.
        if next == texts.count || statements[next].id != statement.id {
          guard let number = numbers[statement.id] else { continue }
          next = number
        }
        // Readings are noted by these numbers: with others, changed pages would be left as they were.
        precondition(Int(statements[next].number) == next)
        texts[next] = statement.texts
        next += 1
      }
    }
    return texts
  }

  /// What of an earlier state is no longer so; nil if that cannot be told, since more than texts has changed.
  func changes(since earlier: ProjectPrint) -> Changes? {
    guard structure == earlier.structure, texts.count == earlier.texts.count,
      files.count == earlier.files.count
    else { return nil }
    return Changes(
      statements: texts.indices.map { texts[$0] != earlier.texts[$0] },
      files: files.indices.map { files[$0].whole != earlier.files[$0].whole },
      lines: files.indices.map { files[$0].lines != earlier.files[$0].lines })
  }

  /// What has changed.
  struct Changes: Sendable {
    /// By number: whether the statement has other texts; whether the source file has other bytes, and anything in it is on
    /// another line.
    let statements: [Bool]
    let files: [Bool]
    let lines: [Bool]

    private let isAny: Bool

    init(statements: [Bool], files: [Bool], lines: [Bool]) {
      (self.statements, self.files, self.lines) = (statements, files, lines)
      isAny = statements.contains(true) || files.contains(true)
    }

    /// Whether what was made by a reading may come out otherwise now.
    func touch(_ reading: Reading) -> Bool {
      reading.isOfAll && isAny || reading.statements.contains { has($0, in: statements) }
        || reading.files.contains { has($0, in: lines) }
    }

    /// The same for a reading as `MemoryReadings` has it.
    func touch(_ reading: UnsafeBufferPointer<Int32>) -> Bool {
      let count = Int(reading[0] & ~MemoryReadings.isOfAll)
      return reading[0] & MemoryReadings.isOfAll != 0 && isAny
        || reading[2..<(2 + count)].contains { has($0, in: statements) }
        || reading[(2 + count)...].contains { has($0, in: lines) }
    }

    private func has(_ number: Int32, in changed: [Bool]) -> Bool {
      number >= 0 && number < changed.count && changed[Int(number)]
    }
  }
}
