package import Diagnostics

/// The rules of this room.
package let analysisRules: [Rule] = [
  UnknownKey.rule,
  MissingKey.rule,
  UnknownReference.rule,
  WrongShape.rule,
  WrongValue.rule,
  InvalidID.rule,
  DuplicateID.rule,
  WrongKindOfReference.rule,
  PrerequisiteCycle.rule,
  EmptyValue.rule,
  EmptyFile.rule,
  UnknownFileKind.rule,
  MissingFramework.rule,
  SeveralFrameworks.rule,
  UnknownFact.rule,
  DuplicateFact.rule,
  DuplicateName.rule,
  UnknownItem.rule,
  RawHTML.rule,
  UnsafeLink.rule,
  ImageInText.rule,
  HeadingInText.rule,
  NotOneParagraph.rule,
]
