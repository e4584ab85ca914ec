internal import Diagnostics
internal import Grammar
internal import Model
internal import Syntax

/// A tag that another differs from only in capitals, hyphens or a plural.
struct SimilarTags: Problem {
  static let rule = Rule(
    "KSF0621", "similar-tags", .warning,
    summary:
      "Warns of two tags that differ only in capitals, spaces, hyphens or a final s, at the first place of the rarer one.",
    reason: "Whoever looks for one of them does not find what has the other.",
    bad: "- {id: REL-1.1, tags: [father]}\n- {id: REL-1.2, tags: [Fathers]}",
    good: "- {id: REL-1.1, tags: [fathers]}\n- {id: REL-1.2, tags: [fathers]}")

  let range: SourceRange?
  let tag: String

  /// The count of this spelling, and of the other one.
  let count: Int
  let other: String
  let otherPlace: SourceRange?

  var message: String { "the tags \"\(tag)\" and \"\(other)\" look like one" }

  var label: String { count == 1 ? "" : "the first of \(count)" }

  var notes: [Diagnostic.Note] {
    otherPlace.map { [Diagnostic.Note("\"\(other)\" is used here", at: $0)] } ?? []
  }

  var help: String { "Write \"\(other)\" in each place, or choose words that differ more." }

  /// One way of writing a tag.
  private struct Spelling {
    let tag: String
    let first: Ref<Statement>
    var count = 0
  }

  static func check(_ draft: Draft, _ bag: inout DiagnosticBag) {
    var spellings: [String: Spelling] = [:]
    for statement in draft.statements {
      for tag in statement.tags {
        spellings[tag, default: Spelling(tag: tag, first: statement.ref)].count += 1
      }
    }
    var groups: [String: [Spelling]] = [:]
    for spelling in spellings.values { groups[key(of: spelling.tag), default: []].append(spelling) }
    for group in groups.values where group.count > 1 {
      let ranked = group.sorted { ($1.count, $0.first, $0.tag) < ($0.count, $1.first, $1.tag) }
      for spelling in ranked.dropFirst() {
        bag.report(
          SimilarTags(
            range: place(of: spelling, draft), tag: spelling.tag, count: spelling.count,
            other: ranked[0].tag, otherPlace: place(of: ranked[0], draft)))
      }
    }
  }

  /// The letters of a tag that all ways of writing it have in common.
  private static func key(of tag: String) -> String {
    var letters = tag.lowercased().filter { $0 != " " && $0 != "-" && $0 != "_" }
    if letters.count > 4, letters.hasSuffix("s"), !letters.hasSuffix("ss") { letters.removeLast() }
    return letters
  }

  private static func place(of spelling: Spelling, _ draft: Draft) -> SourceRange? {
    draft.range(of: spelling.tag, namedBy: .statement(spelling.first), under: [.tags])
  }
}
