package import Diagnostics

/// The rules about the lock file.
package let lockRules: [Rule] = [LockConflict.rule, DamagedLock.rule]
