internal import Comparison
internal import Compilation
internal import Reference

/// The reference pages that the program can print.
enum ReferencePage: String, CaseIterable, Sendable {
  case changes, language, rules, templates

  /// The page in Markdown.
  var text: String {
    switch self {
    case .changes: changeReference(ChangeRule.all)
    case .language: languageReference()
    case .rules: ruleReference(allRules)
    case .templates: templateReference(pageTemplates)
    }
  }
}
