package import Diagnostics

/// The rules about a lock as a file.
package let lockRules: [Rule] = [LockConflict.rule, DamagedLock.rule]
