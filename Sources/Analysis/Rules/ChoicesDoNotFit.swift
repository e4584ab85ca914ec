internal import Diagnostics
internal import Grammar
internal import Model
internal import Syntax

/// A field of a record with too little to choose from, or with choices where nothing is chosen.
struct ChoicesDoNotFit: Problem {
  static let rule = Rule(
    "KSF0313", "choices-do-not-fit",
    summary: """
      Reports a choice or rating with fewer than two choices, and choices on a field of another type. A rating without \
      choices uses the framework's levels.
      """,
    reason: "The form could not be filled in, or what the author meant to offer would be lost.",
    bad: "- {name: result, title: Result, type: choice, choices: [met]}",
    good: "- {name: result, title: Result, type: choice, choices: [met, not yet met]}")

  let range: SourceRange?
  let field: String
  let type: FormFieldType

  /// The number of choices. A rating without any has the framework's levels.
  let count: Int
  let levelCount: Int

  private var hasChoices: Bool { type == .choice || type == .rating }

  var message: String {
    if !hasChoices { return "a field of type `\(type.rawValue)` has no choices" }
    return count == 0
      ? "the \(type.rawValue) `\(field)` has nothing to choose from"
      : "the \(type.rawValue) `\(field)` has only one choice"
  }

  var help: String {
    if !hasChoices { return "Take `choices` out, or write `type: choice`." }
    guard type == .rating, count == 0 else {
      return "Add `choices:` with at least two, for example: choices: [met, not yet met]"
    }
    return
      "Add `choices:` with at least two. Without them a rating uses the framework's `levels`, of which there \(levelCount == 1 ? "is only one" : "are none")."
  }

  static func check(_ draft: Draft, _ bag: inout DiagnosticBag) {
    let levelCount = draft.contents.levels.count
    // A file with a mistake may hide the levels, and that mistake is told of already.
    let mayHideLevels = draft.files.contains { !$0.tree.isComplete || $0.lost.contains(.level) }
    for form in draft.records(.form) {
      for field in form.records(.fields) {
        guard let type = field.choice(.type, as: FormFieldType.self),
          !field.has(.choices) || field.node(.choices) != nil
        else { continue }
        let count = field.items(.choices).count
        func report(_ key: Key) {
          bag.report(
            ChoicesDoNotFit(
              range: field.range(key), field: field.text(.name) ?? "", type: type, count: count,
              levelCount: levelCount))
        }
        switch type {
        case .choice where count < 2, .rating where count == 1:
          report(count == 0 ? .type : .choices)
        case .rating where count == 0 && levelCount < 2 && !mayHideLevels: report(.type)
        case .choice, .rating: break
        default: if count > 0 { report(.choices) }
        }
      }
    }
  }
}
