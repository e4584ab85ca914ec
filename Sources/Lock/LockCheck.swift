package import Analysis
package import Diagnostics
internal import Model

/// Holds a framework against its lock.
///
/// Ids that seem gone are not looked at if there is an error elsewhere, since that may hide them.
package func checkLock(_ lock: Lock, _ draft: Draft, isWhole: Bool) -> [Diagnostic] {
  var bag = DiagnosticBag()
  var check = LockCheck(lock: lock, draft: draft)
  check.checkThings(&bag)
  if isWhole { check.checkEntries(&bag) }
  if bag.diagnostics.isEmpty, isWhole { check.checkCurrency(&bag) }
  return bag.diagnostics
}

private struct LockCheck {
  let lock: Lock
  let draft: Draft
  private let things: [PublishedThing]
  private let entries: [String: LockEntry]
  private let entriesByLetters: [String: LockEntry]

  init(lock: Lock, draft: Draft) {
    self.lock = lock
    self.draft = draft
    things = PublishedThing.all(draft.contents)
    entries = Dictionary(lock.entries.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    entriesByLetters = Dictionary(
      lock.entries.map { ($0.id.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Whether each id still means what it meant.
  mutating func checkThings(_ bag: inout DiagnosticBag) {
    let present = Set(things.map(\.id))
    for thing in things {
      let range = draft.place(of: thing.subject)
      guard let entry = entries[thing.id] else {
        if let entry = entriesByLetters[thing.id.lowercased()], !present.contains(entry.id) {
          bag.report(ChangedCase(range: range, id: thing.id, locked: entry.id, place: entry.range))
        }
        continue
      }
      if entry.sort != thing.sort {
        bag.report(
          ChangedSort(
            range: range, id: thing.id, sort: thing.sort, locked: entry.sort, place: entry.range))
      } else if entry.digest != thing.digest, isOther(entry.says, thing.says) {
        bag.report(
          ReusedID(
            range: range, id: thing.id, says: thing.says, said: entry.says, place: entry.range))
      } else if !entry.fate.isActive, thing.fate.isActive, entry.digest != thing.digest {
        bag.report(
          ReusedID(
            range: range, id: thing.id, says: thing.says, said: entry.says, place: entry.range))
      }
    }
  }

  /// Whether each id that was published is still accounted for.
  mutating func checkEntries(_ bag: inout DiagnosticBag) {
    let present = Set(things.map(\.id))
    let letters = Set(things.map { $0.id.lowercased() })
    let retired = Set(draft.contents.retired.map(\.id))
    for entry in lock.entries
    where entry.fate.isActive && !present.contains(entry.id) && !retired.contains(entry.id)
      && !letters.contains(entry.id.lowercased())
    {
      bag.report(
        VanishedID(range: entry.range, id: entry.id, sort: entry.sort, said: entry.says))
    }
  }

  /// Whether the lock knows everything as it is now, and what has changed since somebody approved it.
  mutating func checkCurrency(_ bag: inout DiagnosticBag) {
    let new = things.filter { entries[$0.id] == nil }
    let changed = things.filter { thing in
      entries[thing.id].map { $0.digest != thing.digest || $0.fate != thing.fate } ?? false
    }
    let retired = draft.contents.retired.filter { entries[$0.id]?.fate.isActive ?? false }
    if let first = new.first ?? changed.first {
      bag.report(
        StaleLock(
          range: draft.place(of: first.subject), new: new.map(\.id),
          changed: changed.map(\.id) + retired.map(\.id)))
    } else if let first = retired.first {
      bag.report(StaleLock(range: nil, new: [], changed: [first.id]))
    }
    for thing in things {
      guard let approvals = entries[thing.id]?.approvals else { continue }
      let outdated = approvals.filter { $0.digest != thing.digest }
      guard !outdated.isEmpty, thing.fate.isActive else { continue }
      bag.report(
        ChangedSinceApproval(
          range: draft.place(of: thing.subject), id: thing.id, roles: outdated.map(\.role)))
    }
  }
}

/// Whether two texts share so few words that they are about different things: less than a fifth of the words of both.
private func isOther(_ before: String, _ after: String) -> Bool {
  func words(_ text: String) -> Set<String> {
    Set(text.lowercased().split { !($0.isLetter || $0.isNumber) }.map(String.init))
  }
  let (old, new) = (words(before), words(after))
  // A title of a word or two can change altogether and mean the same.
  guard min(old.count, new.count) >= 5 else { return false }
  return old.intersection(new).count * 5 < old.union(new).count
}
