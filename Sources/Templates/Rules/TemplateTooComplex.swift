internal import Diagnostics

/// A template that goes beyond what any page needs.
struct TemplateTooComplex: Problem {
  static let rule = Rule(
    "KSF0516", "template-too-complex",
    summary: "Refuses templates that are nested too deep or multiply each other too often.",
    reason: "It is a mistake, or an attempt to exhaust the machine.",
    bad: String(repeating: "{{#items}}", count: 65) + String(repeating: "{{/items}}", count: 65),
    good: "{{#items}}{{/items}}")

  enum Excess {
    case levels(Int)
    case instructions
  }

  let range: SourceRange?
  let excess: Excess

  var message: String {
    switch excess {
    case .levels(let limit): "this is nested more than \(limit) levels deep"
    case .instructions: "this template multiplies itself through partials and blocks"
    }
  }

  var help: String {
    "What goes beyond the limit is left out. Divide the template, or take out what is repeated."
  }
}
