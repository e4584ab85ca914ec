package import Diagnostics
internal import Grammar
internal import Syntax

/// The problems of a file, with one in the place of those that lines in the wrong column cause.
package func explainingLayout(_ diagnostics: [Diagnostic], in file: SourceFile) -> [Diagnostic] {
  guard
    diagnostics.contains(where: {
      endsReading.contains($0.rule.name) || causedByLayout.contains($0.rule.name)
    })
  else { return diagnostics }
  var layout = Layout(file)
  var found = diagnostics
  // A file that could not be read has one cause. In others few are worth telling one by one.
  let limit = diagnostics.contains { endsReading.contains($0.rule.name) } ? 1 : 20
  for _ in 0..<limit {
    guard let cause = layout?.nextMisplaced() else { break }
    let others = found.filter { !isCaused($0, by: cause) }
    if others.count < found.count { found = others + [Diagnostic(cause)] }
  }
  return found
}

private func isCaused(_ diagnostic: Diagnostic, by cause: MisplacedLines) -> Bool {
  if endsReading.contains(diagnostic.rule.name) { return true }
  // A key that is nearly one of the thing is misspelt, and not in the wrong column.
  guard causedByLayout.contains(diagnostic.rule.name), let range = diagnostic.range,
    diagnostic.rule.name != UnknownKey.rule.name || diagnostic.label.isEmpty
  else { return false }
  return cause.offsets.contains(Int(range.start))
    || range == cause.ownerRange && diagnostic.rule.name == EmptyValue.rule.name
}

/// The rules of lines in the wrong column behind which a file is not read.
private let endsReading: Set<String> = ["wrong-indentation", "missing-dash"]

/// The rules that lines in the wrong column break where the file can still be read.
private let causedByLayout: Set<String> = [
  UnknownKey.rule.name, EmptyValue.rule.name, KeyInText.rule.name,
]

/// Reads a file line by line, and follows by keys and indentation which thing of the language each line is part of.
private struct Layout {
  private let lines: SourceLines
  private let all: [Line]

  /// The line being read.
  private var index = 0

  /// The things that are open at the line being read, the innermost last.
  private var frames: [Frame]

  private struct Line {
    let range: Range<Int>
    let shape: LineShape
    let isBlank: Bool
    var key: Key? { Key(rawValue: String(decoding: shape.key, as: UTF8.self)) }
  }

  /// A thing whose keys are being read.
  private struct Frame {
    let entity: Entity
    /// The column of its keys, from zero.
    let column: Int
    var keys: Set<Key> = []

    /// The key on whose value the next lines may go on, its field and its line.
    var open: (field: Field, line: Int)?
    /// The column of the dashes in the list of the open key.
    var itemColumn: Int?
  }

  /// A thing to which a line may belong.
  private struct Candidate {
    let frame: Int
    /// The thing that begins here; nil if the line is one more key of the frame's own.
    let entity: Entity?
    let column: Int

    /// The key that is not written above the line, if it belongs below such a one.
    var missingOwner: Field?

    /// The number of keys of the line's block that the thing has.
    var score = 0
  }

  init?(_ file: SourceFile) {
    lines = SourceLines(file: file)
    all = lines.all.map { [lines] range in
      let ink = file.bytes[range].first { $0 > UInt8(ascii: " ") }
      return Line(
        range: range, shape: lines.shape(of: range),
        isBlank: ink == nil || ink == UInt8(ascii: "#"))
    }
    guard let first = all.first(where: { !$0.isBlank }), let key = first.key,
      first.shape.keyColumn == 0, !first.shape.isItem,
      let entity = Grammar.fileEntities.first(where: { $0.fields[0].key == key })
    else { return nil }
    frames = [Frame(entity: entity, column: 0)]
  }

  mutating func nextMisplaced() -> MisplacedLines? {
    while index < all.count {
      let line = all[index]
      guard !line.isBlank, let key = line.key, let column = line.shape.keyColumn else {
        // An item, a line of a text or a key that is an id. Below another word nothing is certain.
        guard !line.shape.isOpen || isMapOpen else { return nil }
        index = afterValue(of: index)
        continue
      }
      if isMapOpen, let frame = frames.last, column > frame.column {
        index = afterValue(of: index)
        continue
      }
      let block = blockLines(from: index)
      let keys = keys(in: block, from: index)
      var candidates = candidates(for: line, key)
      for number in candidates.indices {
        let candidate = candidates[number]
        let entity = candidate.entity ?? frames[candidate.frame].entity
        candidates[number].score = keys.count { entity.field($0) != nil }
      }
      let found = line.shape.isItem ? line.shape.indentation : column
      let written = candidates.filter { $0.missingOwner == nil }
      let best = written.map(\.score).max() ?? 0
      // A key of it may itself be in the wrong column.
      if let fitting = written.first(where: { $0.column == found && $0.score == best }) {
        enter(fitting, line, key, index)
        index = afterValue(of: index)
        continue
      }
      guard
        // Of several columns the nearest column is the likeliest.
        let meant = (best == keys.count ? written : candidates).filter({ $0.score == keys.count })
          .min(by: { abs($0.column - found) < abs($1.column - found) })
      else { return nil }
      let misplaced = misplaced(meant, line, key, found: found, block)
      frames.removeLast(frames.count - 1 - meant.frame)
      index = max(block.upperBound, index + misplaced.lineCount)
      return misplaced
    }
    return nil
  }

  /// Whether the keys of the group being read are ids.
  private var isMapOpen: Bool {
    if case .map = frames.last?.open?.field.type { true } else { false }
  }

  /// The things to which a line can belong, the innermost first.
  private func candidates(for line: Line, _ key: Key) -> [Candidate] {
    var found: [Candidate] = []
    for number in frames.indices.reversed() {
      let frame = frames[number]
      if let (field, _) = frame.open, let entity = inner(of: field, isItem: line.shape.isItem),
        entity.field(key) != nil
      {
        let shape = line.shape
        let isFree =
          frame.itemColumn == nil && number == frames.count - 1
          && (shape.isItem
            ? shape.indentation >= frame.column : (shape.keyColumn ?? 0) > frame.column)
        let column =
          isFree
          ? (shape.isItem ? shape.indentation : shape.keyColumn ?? 0)
          : frame.itemColumn ?? frame.column + 2
        found.append(Candidate(frame: number, entity: entity, column: column))
      }
      if !line.shape.isItem, frame.entity.field(key) != nil, !frame.keys.contains(key) {
        found.append(Candidate(frame: number, entity: nil, column: frame.column))
      }
      if line.shape.isItem {
        for field in frame.entity.fields where !frame.keys.contains(field.key) {
          guard case .list = field.type, let entity = inner(of: field, isItem: true),
            entity.fields[0].key == key
          else { continue }
          found.append(
            Candidate(
              frame: number, entity: entity, column: line.shape.indentation, missingOwner: field))
        }
      }
    }
    return found
  }

  /// The thing whose keys a field's value holds, as an item of its list or as the whole.
  private func inner(of field: Field, isItem: Bool) -> Entity? {
    switch field.type {
    case .list(.record(let name)), .list(.shorthand(let name)):
      isItem ? Grammar.entity(name) : nil
    case .record(let name), .shorthand(let name): isItem ? nil : Grammar.entity(name)
    default: nil
    }
  }

  /// Follows a line into its candidate.
  private mutating func enter(_ candidate: Candidate, _ line: Line, _ key: Key, _ index: Int) {
    frames.removeLast(frames.count - 1 - candidate.frame)
    var column = candidate.column
    if let entity = candidate.entity {
      if line.shape.isItem { frames[candidate.frame].itemColumn = candidate.column }
      column = line.shape.keyColumn ?? column
      frames.append(Frame(entity: entity, column: column))
    }
    let last = frames.count - 1
    frames[last].keys.insert(key)
    frames[last].itemColumn = nil
    frames[last].open =
      line.shape.isOpen ? frames[last].entity.field(key).map { ($0, index) } : nil
  }

  /// The first line that is no part of the value of the key on a line: texts, lists of texts and groups in brackets.
  private func afterValue(of index: Int) -> Int {
    let line = all[index]
    guard let column = line.shape.keyColumn, !line.shape.isOpen else { return index + 1 }
    let start = line.range.lowerBound + column + line.shape.key.count + 1
    let value = lines.file.bytes[start..<line.range.upperBound].drop { $0 == UInt8(ascii: " ") }
    guard let sign = value.first else { return index + 1 }
    var next = index + 1
    if line.shape.opensText {
      while next < all.count, all[next].isBlank || all[next].shape.indentation > column {
        next += 1
      }
      return next
    }
    let pairs: [UInt8: UInt8] = [
      UInt8(ascii: "["): UInt8(ascii: "]"), UInt8(ascii: "{"): UInt8(ascii: "}"),
      UInt8(ascii: "'"): UInt8(ascii: "'"), UInt8(ascii: "\""): UInt8(ascii: "\""),
    ]
    guard let close = pairs[sign], !value.dropFirst().contains(close) else { return next }
    while next < all.count, !lines.file.bytes[all[next].range].contains(close) { next += 1 }
    return next + 1
  }

  /// The lines that move with a line: those of the same thing, and all that they hold.
  private func blockLines(from index: Int) -> Range<Int> {
    let first = all[index]
    guard let column = first.shape.keyColumn else { return index..<(index + 1) }
    var next = afterValue(of: index)
    var (isOpen, end) = (first.shape.isOpen, next)
    // Lines inside stand as far in as the first of them.
    var inside: Int?
    while next < all.count {
      let line = all[next]
      if line.isBlank {
        next += 1
        continue
      }
      let indentation = line.shape.indentation
      if indentation > column, isOpen || line.shape.keyColumn == nil, indentation >= inside ?? 0 {
        inside = inside ?? indentation
        next = afterValue(of: next)
      } else if first.shape.isItem, indentation == column, !line.shape.isItem {
        (isOpen, inside) = (line.shape.isOpen, nil)
        next = afterValue(of: next)
      } else if isOpen, indentation == column, line.shape.isItem {
        next = afterValue(of: next)
      } else {
        break
      }
      end = next
    }
    return index..<min(end, all.count)
  }

  /// The keys of the thing that a block begins, or the one key of a line.
  private func keys(in block: Range<Int>, from index: Int) -> [Key] {
    guard all[index].shape.isItem else { return all[index].key.map { [$0] } ?? [] }
    let column = all[index].shape.keyColumn
    return block.compactMap { number in
      let line = all[number]
      guard line.shape.keyColumn == column, number == index || !line.shape.isItem else {
        return nil
      }
      return line.key
    }
  }

  private func misplaced(
    _ candidate: Candidate, _ line: Line, _ key: Key, found: Int, _ block: Range<Int>
  ) -> MisplacedLines {
    let frame = frames[candidate.frame]
    var block = block
    if !line.shape.isItem, let entity = candidate.entity {
      // The keys below that stand in the same column and belong to the same thing.
      while let next = (block.upperBound..<all.count).first(where: { !all[$0].isBlank }),
        all[next].shape.keyColumn == found, !all[next].shape.isItem, let key = all[next].key,
        entity.field(key) != nil, frame.entity.field(key) == nil || frame.keys.contains(key)
      {
        block = block.lowerBound..<blockLines(from: next).upperBound
      }
    }
    if !line.shape.isItem, candidate.entity == nil,
      let next = block.dropFirst().first(where: { !all[$0].isBlank }),
      all[next].shape.indentation > candidate.column
    {
      // The lines inside stay inside.
      block = block.lowerBound..<(block.lowerBound + 1)
    }
    while block.count > 1, all[block.upperBound - 1].isBlank {
      block = block.lowerBound..<(block.upperBound - 1)
    }
    let owner = candidate.missingOwner ?? (candidate.entity == nil ? nil : frame.open?.field)
    var corrected = block.map { number in
      let line = all[number]
      let text = lines.text(line.range)
      guard !text.isEmpty else { return text }
      let column = max(0, lines.indentation(of: line.range) + candidate.column - found)
      return String(repeating: " ", count: column) + text.drop { $0 == " " }
    }
    if let missing = candidate.missingOwner {
      corrected = [
        String(repeating: " ", count: frame.column) + missing.key.rawValue + ":", corrected[0],
      ]
    }
    let entity = candidate.entity ?? frame.entity
    return MisplacedLines(
      range: lines.content(of: line.range), entity: entity.title, key: key.rawValue,
      owner: owner?.key.rawValue,
      ownerRange: frame.open.map { lines.content(of: all[$0.line].range) },
      isOwnerMissing: candidate.missingOwner != nil, isItem: line.shape.isItem, found: found,
      expected: candidate.column,
      offsets: all[block.lowerBound].range.lowerBound..<all[block.upperBound - 1].range.upperBound,
      lineCount: block.count, corrected: corrected.joined(separator: "\n"))
  }
}
