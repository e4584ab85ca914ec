package import Diagnostics

/// The rules of this room.
package let lockRules: [Rule] = [
  LockConflict.rule, DamagedLock.rule, VanishedID.rule, ReusedID.rule, ChangedCase.rule,
  ChangedSort.rule, StaleLock.rule, ChangedSinceApproval.rule,
]
