internal import Markup
internal import Model
internal import Output

/// The contents of an edition, with helpers for comparing them.
struct EditionContents: Sendable {
  let contents: Contents
  private let renderer = MarkdownRenderer { MarkdownRenderer.Target(address: "", label: $0) }

  init(_ contents: Contents) { self.contents = contents }

  /// The visible text of Markdown, in one line.
  func plain(_ text: Markdown?) -> String? {
    text.map { inOneLine(renderer.plainText($0.bytes)) }.flatMap { $0.isEmpty ? nil : $0 }
  }

  func plain(_ text: Markdown) -> String { plain(Optional(text)) ?? "" }

  func id(_ subject: Subject) -> String { contents.id(of: subject) }

  func ids<Element>(
    _ refs: some Collection<Ref<Element>>, _ subject: (Ref<Element>) -> Subject
  ) -> [String] {
    refs.map { contents.id(of: subject($0)) }
  }

  /// Whether everybody goes through the statement's phase. A statement without a phase is for everybody.
  func isMandatory(_ statement: Statement) -> Bool {
    statement.specialism == nil
      && (statement.phase.map { contents.phases[$0].requirement == .mandatory } ?? true)
  }

  /// The target of an alignment: the crosswalk's id, a slash, and the item's code.
  func target(of alignment: Alignment) -> String {
    let crosswalk = contents.crosswalks[alignment.crosswalk]
    return "\(crosswalk.id)/\(crosswalk.items[alignment.item].code)"
  }

  func citations(_ citations: some Collection<Citation>) -> [String] {
    citations.map { citation in
      let facts = citation.facts.map(String.init).joined(separator: ", ")
      return [contents.sources[citation.source].id, facts, citation.at ?? ""]
        .filter { !$0.isEmpty }.joined(separator: " ")
    }
  }
}
