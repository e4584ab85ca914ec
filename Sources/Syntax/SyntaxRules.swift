package import Diagnostics

/// The rules of this phase.
package let syntaxRules: [Rule] = [
  NotReadableText.rule,
  FileTooLarge.rule,
  InvalidYAML.rule,
  TabIndentation.rule,
  UnclosedQuote.rule,
  ColonInText.rule,
  MissingColon.rule,
  WrongIndentation.rule,
  ListOnKeyLine.rule,
  UnclosedBracket.rule,
  ReservedCharacter.rule,
  YAMLAlias.rule,
  YAMLTag.rule,
  YAMLDirective.rule,
  SeveralDocuments.rule,
  RepeatedKey.rule,
  KeyIsNotText.rule,
  TooDeep.rule,
  DashWithoutSpace.rule,
  TextAfterQuote.rule,
  MissingDash.rule,
  ExtraBracket.rule,
  WrongBullet.rule,
  InvalidEscape.rule,
]
