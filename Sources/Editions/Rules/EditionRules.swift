package import Diagnostics

/// The rules about published ids and editions.
package let editionRules: [Rule] = [
  VanishedID.rule, ReusedID.rule, ChangedCase.rule, ChangedKind.rule, StaleLock.rule,
  ChangedSinceApproval.rule, ChangedEdition.rule, EditionTooLow.rule,
]
