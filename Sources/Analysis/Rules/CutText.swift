internal import Diagnostics
internal import Grammar
internal import Model
internal import Syntax

/// A comment behind a text without quotes, which may be the rest of that text.
struct CutText: Problem {
  static let rule = Rule(
    "KSF0630", "cut-text", .warning,
    summary: """
      Warns of a text without quotes that ends at a space and the sign #: the rest of the line is a comment, and no \
      reader sees it.
      """,
    reason: "Words that belong to the text would be lost, and nobody would notice.",
    bad: "text: put the blade in rack #2 after use",
    good: "text: 'put the blade in rack #2 after use'")

  let range: SourceRange?

  /// The text in quotes, with all that is cut off.
  let quoted: String

  var message: String { "the text ends here: what follows the sign # is a comment" }
  var label: String { "no reader sees this" }

  var help: String {
    """
    If it belongs to the text, put the whole text in quotes:
    \(quoted)
    If it is a note, give it a line of its own.
    """
  }

  static func check(_ draft: Draft, _ bag: inout DiagnosticBag) {
    let uses = TextUses()
    for file in draft.files {
      let ends = file.commentsBehindText
      guard !ends.isEmpty else { continue }
      file.forEachTextNode(uses) { node in
        guard file.tree.nodes[node].style == .plain, let comment = ends[file.tree.nodes[node].stop]
        else { return }
        let written = file.file.text(comment)
        let whole = file.tree.text(of: node) + " " + written
        // It starts where the text ends, so that a comment for ksf above the text holds for it.
        let range = SourceRange(
          file: comment.file, start: Int(file.tree.nodes[node].stop), end: Int(comment.end))
        bag.report(CutText(range: range, quoted: singleQuoted(whole)))
      }
    }
  }
}

extension Declarations {
  /// The comments that stand behind something on its line, by the end of what is before them; those for ksf left out.
  fileprivate var commentsBehindText: [Int32: SourceRange] {
    var found: [Int32: SourceRange] = [:]
    for comment in tree.comments {
      var end = Int(comment.start)
      while end > 0, file.bytes[end - 1] == UInt8(ascii: " ") || file.bytes[end - 1] == 0x09 {
        end -= 1
      }
      guard end > 0, file.bytes[end - 1] != UInt8(ascii: "\n"),
        Suppression(comment, in: file, tree) == nil
      else { continue }
      found[Int32(end)] = comment
    }
    return found
  }

  /// Hands out the scalars that are texts, those of statements too.
  fileprivate func forEachTextNode(_ uses: TextUses, _ body: (Int) -> Void) {
    for record in records {
      let first = Int(record.firstEntry)
      for entry in entries[first..<(first + Int(record.entryCount))] {
        let isStatement = record.entity == .statement && entry.isValid && entry.isFor(.text)
        guard isStatement || uses.use(of: entry, in: record.entity) != nil else { continue }
        let value = Int(entry.valueNode)
        let isMap = tree.isMapping(value)
        for (index, node) in Array(tree.children(of: value)).enumerated()
        where tree.isScalar(node) && (!isMap || index % 2 == 1) {
          body(node)
        }
        if tree.isScalar(value) { body(value) }
      }
    }
  }
}
