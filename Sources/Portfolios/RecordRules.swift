package import Diagnostics

/// The rules about records and portfolios.
package let recordRules: [Rule] = [
  UnreadableRecord.rule, UnknownDocument.rule, UnknownRecordKey.rule, MissingRecordKey.rule,
  WrongRecordValue.rule, UnknownCode.rule, OtherEdition.rule, RepeatedInRecord.rule,
  ImpossibleTime.rule, RolesNotApart.rule, ShownWithoutEvidence.rule, ShownTooEarly.rule,
  StatementIsRetired.rule, NotReadyForReview.rule, OtherRole.rule, NeedsAnotherLook.rule,
  EarlierEdition.rule,
]
