internal import Comparison
internal import Compilation
internal import Output
internal import Reference

/// The pages that the program can print: guides that people wrote, and references made from its own tables.
enum ReferencePage: String, CaseIterable, Sendable {
  case tutorial, questions, records, ci, changes, language, rules, templates

  /// The page in Markdown.
  var text: String {
    switch self {
    case .tutorial, .questions, .records, .ci: guide(rawValue) ?? ""
    case .changes: changeReference(ChangeRule.all)
    case .language: languageReference()
    case .rules: ruleReference(allRules)
    case .templates: templateReference(pageTemplates)
    }
  }

  /// A line for those who look for something.
  var summary: String {
    switch self {
    case .tutorial: "from an empty folder to a handbook, in ten steps"
    case .questions: "how to find one's way in a framework"
    case .ci: "checks on each change, in GitHub, GitLab or elsewhere"
    case .records: "forms that people fill in, and a person's portfolio"
    case .changes: "what changed between editions, and what it means"
    case .language: "every key that a framework can have"
    case .rules: "what every rule means"
    case .templates: "the names that page templates can use"
    }
  }

  /// All pages with their summaries.
  static var list: String {
    allCases.map { "  ksf docs \($0.rawValue.padded(to: 12))\($0.summary)" }
      .joined(separator: "\n")
  }
}
