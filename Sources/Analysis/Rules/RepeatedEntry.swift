internal import Diagnostics
internal import Grammar
internal import Model
internal import Syntax

/// An entry that stands twice in one list.
struct RepeatedEntry: Problem {
  static let rule = Rule(
    "KSF0623", "repeated-entry", .warning,
    summary: """
      Warns of an id, a number or a word that stands twice in one list, of the same place of a source cited twice, and of \
      two alignments to the same item.
      """,
    reason: "The second adds nothing. Most likely another was meant, and that one is missing.",
    bad: "relies-on: [REL-1.1, REL-1.2, REL-1.1]",
    good: "relies-on: [REL-1.1, REL-1.2]")

  let range: SourceRange?
  let written: String
  let first: SourceRange

  /// The range that has to go to take the second one out, if that is certain.
  var excess: SourceRange?

  var message: String { "`\(written)` stands twice in this list" }
  var label: String { "again" }
  var notes: [Diagnostic.Note] { [Diagnostic.Note("it stands here already", at: first)] }
  var help: String { "Take one of them out, or write the one that was meant." }

  var fixes: [Diagnostic.Fix] {
    guard let excess else { return [] }
    return [Diagnostic.Fix("take out the second `\(written)`", [Diagnostic.Edit(excess, "")])]
  }

  static func check(_ draft: Draft, _ bag: inout DiagnosticBag) {
    var seen: [(hash: WordHash, node: Int)] = []
    for file in draft.files {
      let tree = file.tree
      for entry in file.entries {
        let list = Int(entry.valueNode)
        // A list of one has no other node behind that one.
        guard tree.isSequence(list), Int(tree.nodes[list].end) > list + 2 else {
          continue
        }
        checkList(list, tree, file, &seen, &bag)
      }
    }
    checkAlignments(draft, &bag)
    checkCitations(draft, &bag)
  }

  private static func checkList(
    _ list: Int, _ tree: SyntaxTree, _ file: Declarations,
    _ seen: inout [(hash: WordHash, node: Int)], _ bag: inout DiagnosticBag
  ) {
    seen.removeAll(keepingCapacity: true)
    var node = list + 1
    while node < Int(tree.nodes[list].end) {
      guard tree.isScalar(node) else { return }
      seen.append((tree.withValue(of: node) { WordHash($0) }, node))
      node += 1
    }
    // Most lists are short and all different; a long one is looked through only if it is not.
    guard seen.hasRepetition else { return }
    var first: [WordHash: Int] = [:]
    for (place, (hash, node)) in seen.enumerated() {
      guard let earlier = first[hash] else {
        first[hash] = node
        continue
      }
      bag.report(
        RepeatedEntry(
          range: tree.range(of: node), written: tree.text(of: node), first: tree.range(of: earlier),
          excess: excess(from: seen[place - 1].node, to: node, file)))
    }
  }

  /// From the end of the item before to the end of this one, unless a comment stands between them.
  private static func excess(from previous: Int, to node: Int, _ file: Declarations) -> SourceRange?
  {
    let (before, this) = (file.tree.range(of: previous), file.tree.range(of: node))
    let excess = SourceRange(file: file.file.id, start: Int(before.end), end: Int(this.end))
    return file.tree.comments.contains { $0.start >= before.end && $0.start < this.end }
      ? nil : excess
  }

  private static func checkAlignments(_ draft: Draft, _ bag: inout DiagnosticBag) {
    for statement in draft.statements where statement.alignments.count > 1 {
      let items = statement.alignments.map { Int($0.crosswalk.index) << 32 | $0.item }.sorted()
      guard zip(items, items.dropFirst()).contains(where: ==) else { continue }
      let records = draft.record(of: .statement(statement.ref)).map { Array($0.records(.aligns)) }
      checkRecords(records ?? [], .to, &bag)
    }
  }

  private static func checkCitations(_ draft: Draft, _ bag: inout DiagnosticBag) {
    draft.forEachCitations(ofStatements: { $0.citations.count > 1 }) { entity, index, citations in
      guard citations.count > 1 else { return }
      let isRepeated = citations.indices.contains { place in
        citations[..<place].contains { $0.source == citations[place].source }
      }
      guard isRepeated else { return }
      // Without keys they are a list of words, which is checked as such.
      let records = draft.records(entity)[index].records(.sources)
      checkRecords(records.filter { $0.record.entryCount > 1 }, .source, &bag)
    }
  }

  /// Reports each of a few records that names the same, and the same places in it, as one before.
  private static func checkRecords(
    _ records: [RecordReader], _ key: Key, _ bag: inout DiagnosticBag
  ) {
    for (index, record) in records.enumerated() {
      let first = records[..<index].first { other in
        other.text(key) == record.text(key) && other.text(.at) == record.text(.at)
          && other.texts(.facts) == record.texts(.facts)
      }
      guard let first, let written = record.text(key) else { continue }
      bag.report(
        RepeatedEntry(range: record.range(key), written: written, first: first.range(key)))
    }
  }
}

extension [(hash: WordHash, node: Int)] {
  fileprivate var hasRepetition: Bool {
    if count <= 8 {
      for index in indices {
        for earlier in 0..<index where self[earlier].hash == self[index].hash { return true }
      }
      return false
    }
    let sorted = map(\.hash).sorted()
    return zip(sorted, sorted.dropFirst()).contains { $0 == $1 }
  }
}
