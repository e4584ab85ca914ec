internal import Diagnostics
internal import Grammar
internal import Syntax

/// A file that repeats another one.
struct Copy {
  /// The numbers of both files.
  let copy: Int
  let original: Int

  let extent: CopiedFile.Extent
}

extension Linker {
  /// The draft of all files but those that repeat another one; nil if none does.
  ///
  /// A copy is left out as a whole. Otherwise each of its ids would be an error, and each of its texts a warning.
  func linkedWithoutCopies() -> Draft? {
    guard names.hasDuplicates || files.haveEqualBytes else { return nil }
    let copies = files.copies
    guard !copies.isEmpty else { return nil }
    let left = Set(files.indices).subtracting(copies.map(\.copy))
    var linker = Linker(left.sorted().map { files[$0] })
    for copy in copies {
      let (file, original) = (files[copy.copy], files[copy.original])
      linker.names.lose(file.entities)
      linker.bag.report(
        CopiedFile(
          range: file.firstLine, original: original.file.path,
          at: original.firstLine, extent: copy.extent))
    }
    return linker.link()
  }
}

extension [Declarations] {
  /// Whether two files have the same bytes.
  fileprivate var haveEqualBytes: Bool {
    var ofLength: [Int: [Int]] = [:]
    for (index, declarations) in enumerated() {
      let bytes = declarations.file.bytes
      let others = ofLength[bytes.count, default: []]
      if others.contains(where: { self[$0].file.bytes == bytes }) { return true }
      ofLength[bytes.count] = others + [index]
    }
    return false
  }

  /// The files that say the same as another one, or repeat two ids and half of all ids of the smaller file.
  fileprivate var copies: [Copy] {
    let ids = map(\.ids)
    var firstWithID: [String: Int] = [:]
    var firstWithBytes: [[UInt8]: Int] = [:]
    var shared: [Int: [Int: Int]] = [:]
    for (index, file) in enumerated() where file.canBeCopied {
      for id in ids[index] {
        let first = firstWithID[id, default: index]
        if first == index {
          firstWithID[id] = index
        } else {
          shared[first, default: [:]][index, default: 0] += 1
        }
      }
      let first = firstWithBytes[file.file.bytes, default: index]
      if first == index {
        firstWithBytes[file.file.bytes] = index
      } else {
        shared[first, default: [:]][index] = Copy.everything
      }
    }
    return shared.sorted { $0.key < $1.key }.flatMap { first, others in
      copies(of: first, others, ids)
    }
  }

  /// The copies among some files that share ids with the first, each with the number of those ids.
  private func copies(of first: Int, _ others: [Int: Int], _ ids: [Set<String>]) -> [Copy] {
    let alike = others.filter { other, count in
      self[other].entity == self[first].entity
        && (count == Copy.everything
          || count > 1 && 2 * count >= Swift.min(ids[first].count, ids[other].count))
    }
    guard !alike.isEmpty else { return [] }
    // Copies get longer names: "tools copy.yaml", "tools (1).yaml".
    let group = [first] + alike.keys.sorted()
    let original =
      group.min { (self[$0].file.path.utf8.count, $0) < (self[$1].file.path.utf8.count, $1) }
      ?? first
    return group.filter { $0 != original }.map { file in
      let count = alike[file == first ? original : file] ?? Copy.everything
      return Copy(
        copy: file, original: original, extent: count == Copy.everything ? .all : .ids(count))
    }
  }
}

extension Copy {
  /// The number of shared ids of files whose bytes are equal.
  fileprivate static let everything = Int.max
}

extension Declarations {
  /// Whether the file can be a copy. There is one framework, and a second one has a rule of its own.
  fileprivate var canBeCopied: Bool { entity != nil && entity != .framework && tree.isComplete }

  /// The ids that the file declares.
  fileprivate var ids: Set<String> {
    var found: Set<String> = []
    for index in records.indices {
      let record = RecordReader(declarations: self, index: index)
      guard let key = Grammar.entity(records[index].entity).idKey, let id = record.text(key)
      else { continue }
      found.insert(id)
    }
    return found
  }

  fileprivate var entities: Set<EntityName> { Set(records.map(\.entity)) }

  /// The range of the first key.
  fileprivate var firstLine: SourceRange {
    entries.first.map { tree.range(of: Int($0.keyNode)) } ?? file.startRange
  }
}
