internal import Diagnostics

/// A section, parent or block without its closing tag.
struct UnclosedSection: Problem {
  static let rule = Rule(
    "KSF0503", "unclosed-section",
    summary: "Refuses a section, parent or block that is not closed.",
    reason: "Nobody can tell how far it was meant to reach.",
    bad: "{{#items}}<li>{{title}}</li>",
    good: "{{#items}}<li>{{title}}</li>{{/items}}")

  let range: SourceRange?
  let name: String
  let kind: Tag.Kind

  /// The closing tag of what is around it, which came first.
  let endedBy: SourceRange?

  var message: String { "the \(noun) `\(name)` is not closed" }
  var label: String { "opened here" }

  var notes: [Diagnostic.Note] {
    endedBy.map { [Diagnostic.Note("what is around it ends here", at: $0)] } ?? []
  }

  var help: String { "Write `{{/\(name)}}` where it ends." }

  private var noun: String {
    switch kind {
    case .parent: "parent"
    case .block: "block"
    default: "section"
    }
  }
}
