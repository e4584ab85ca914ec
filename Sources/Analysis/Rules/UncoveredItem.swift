internal import Diagnostics
internal import Grammar
internal import Model

/// An item of another framework that is neither covered nor declined.
struct UncoveredItem: Problem {
  static let rule = Rule(
    "KSF0616", "uncovered-item", .warning,
    summary: """
      Warns of an item of another framework to which no statement is aligned, and which is not declined with a reason. A \
      heading such as 1 is covered if an item below it, such as 1.2, is.
      """,
    reason:
      "Readers of the comparison cannot tell whether it was left out on purpose or forgotten.",
    bad: "items:\n  - {id: 1, title: Rights}  # and nothing is aligned to it",
    good: "items:\n  - {id: 1, title: Rights, declined: It is for managers only.}")

  let range: SourceRange?

  /// The item's code; nil if no statement is aligned to any item.
  let code: String?
  let crosswalk: String
  let statementWord: Word

  var message: String {
    guard let code else {
      return "no \(statementWord.one) is aligned to anything in `\(crosswalk)`"
    }
    return
      "`\(crosswalk)/\(code)` is neither covered by \(statementWord.oneWithArticle) nor declined"
  }

  var help: String {
    guard let code else {
      return
        "Align \(statementWord.oneWithArticle) to it, for example: aligns: [{to: \(crosswalk)/CODE, relation: related}]"
    }
    return
      "Align \(statementWord.oneWithArticle) to it (aligns: [{to: \(crosswalk)/\(code), relation: related}]), or say why none is to: declined: REASON"
  }

  static func check(_ draft: Draft, _ bag: inout DiagnosticBag) {
    let coverage = Coverage(draft)
    for (ref, crosswalk) in draft.contents.crosswalks.entries {
      let isCovered = coverage.isCovered[Int(ref.index)]
      func report(_ code: String?, _ range: SourceRange?) {
        bag.report(
          UncoveredItem(
            range: range, code: code, crosswalk: crosswalk.id,
            statementWord: draft.statementWord))
      }
      let isSettled = zip(crosswalk.items, isCovered).map { $0.declined != nil || $1 }
      if !isCovered.contains(true), isSettled.contains(false) {
        report(nil, draft.idRange(of: .crosswalk(ref)))
        continue
      }
      let headings = headings(of: crosswalk.items, isSettled)
      let records = draft.record(of: .crosswalk(ref)).map { Array($0.records(.items)) } ?? []
      for (index, item) in crosswalk.items.enumerated()
      where !isSettled[index] && !headings.contains(item.code) && index < records.count {
        report(item.code, records[index].range(.id))
      }
    }
  }

  /// The codes above those that are settled: 1 and 1.2 above 1.2.3.
  private static func headings(of items: [CrosswalkItem], _ isSettled: [Bool]) -> Set<String> {
    var headings: Set<String> = []
    for (item, isSettled) in zip(items, isSettled) where isSettled {
      var code = item.code[...]
      while let stop = code.lastIndex(of: ".") {
        code = code[..<stop]
        headings.insert(String(code))
      }
    }
    return headings
  }
}
