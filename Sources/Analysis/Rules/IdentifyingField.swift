internal import Diagnostics
internal import Grammar
internal import Model
internal import Syntax

/// A field of a record that asks who a child or family is.
struct IdentifyingField: Problem {
  static let rule = Rule(
    "KSF0315", "identifying-field",
    summary: """
      Refuses a field of a record that asks for the name, address, date of birth, telephone number or signature of a \
      child, a parent or another member of a family, or for a number that stands for them.
      """,
    reason: """
      Records are about the practice of workers. They are copied, filed and shown to assessors, so a child's or family's \
      details must not be in them.
      """,
    bad: "- {name: child, title: Child's name, type: text}",
    good: "- {name: work-seen, title: What was observed, type: text}")

  let range: SourceRange?
  let title: String

  /// The words that ask for it: "child's name".
  let asked: String

  var message: String { "this field asks who a child or family is (\"\(asked)\")" }

  var help: String {
    "A record must not hold that. Ask about the work and not about who it was for. If the field is about something else, say so in its title."
  }

  static func check(_ draft: Draft, _ bag: inout DiagnosticBag) {
    for form in draft.records(.form) {
      for field in form.records(.fields) {
        guard let type = field.choice(.type, as: FormFieldType.self), type.holdsFreeText else {
          continue
        }
        for key in [Key.title, .name] {
          guard let node = field.node(key), field.tree.withValue(of: node, mayAskForDetails),
            let found = identifyingWords(in: field.tree.text(of: node))
          else { continue }
          bag.report(
            IdentifyingField(
              range: field.tree.range(of: found.range, inValueOf: node),
              title: field.text(.title) ?? "", asked: found.words))
          break
        }
      }
    }
  }
}

extension FormFieldType {
  /// Whether somebody's details can be written into it.
  fileprivate var holdsFreeText: Bool {
    switch self {
    case .text, .date, .person, .signature: true
    case .choice, .yesNo, .rating, .statements: false
    }
  }
}
