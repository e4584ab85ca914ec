package import Diagnostics

/// The rules of this phase.
package let templateRules: [Rule] = [
  UnknownVariable.rule,
  UnknownPartial.rule,
  UnclosedSection.rule,
  UnexpectedClosingTag.rule,
  UnclosedTag.rule,
  MalformedTag.rule,
  InvalidDelimiters.rule,
  UnescapedText.rule,
  EscapedMarkup.rule,
  UnprintableValue.rule,
  NotATemplateName.rule,
  UnknownBlock.rule,
  RepeatedBlock.rule,
  IgnoredInParent.rule,
  EndlessInclusion.rule,
  TemplateTooComplex.rule,
  DuplicateTemplate.rule,
  MissingPageTemplate.rule,
  UnusedTemplate.rule,
  UnknownTemplateLanguage.rule,
  TemplateNotUTF8.rule,
]

/// Names for a message, in backticks; nil if there are none. Long lists are cut.
func listed(_ names: [String]) -> String? {
  guard !names.isEmpty else { return nil }
  let most = 12
  let shown = names.prefix(most).map { "`\($0)`" }.joined(separator: ", ")
  return names.count > most ? "\(shown) and \(names.count - most) more" : shown
}
