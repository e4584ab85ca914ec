internal import Checklists
internal import Comparison
internal import Handbook
internal import Reference

/// The pages of reference that the program can print.
package enum ReferencePage: String, CaseIterable, Sendable {
  case changes, language, rules, templates

  /// The page in Markdown.
  package var text: String {
    switch self {
    case .changes: changeReference(ChangeRule.all)
    case .language: languageReference()
    case .rules: ruleReference(allRules)
    case .templates: templateReference(Handbook.pages + Checklists.pages)
    }
  }
}
