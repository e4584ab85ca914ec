package import Analysis
package import Diagnostics
internal import Glibc
package import Lock
internal import Model

/// Checks a framework against its lock.
///
/// Vanished ids are not checked if there is an error elsewhere, which may hide them.
package func checkLock(_ lock: Lock, _ draft: Draft, isWhole: Bool) -> [Diagnostic] {
  var bag = DiagnosticBag()
  let check = LockCheck(lock: lock, draft: draft)
  check.checkThings(&bag)
  if isWhole { check.checkEntries(&bag) }
  if bag.diagnostics.isEmpty, isWhole { check.checkCurrency(&bag) }
  return bag.diagnostics
}

private struct LockCheck {
  let lock: Lock
  let draft: Draft
  private let things: [PublishedThing]

  /// The index of each thing's entry in the lock; nil if the lock has none.
  private let places: [Int?]

  init(lock: Lock, draft: Draft) {
    self.lock = lock
    self.draft = draft
    things = PublishedThing.all(draft.contents)
    let known = Dictionary(
      lock.entries.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    places = things.map { known[$0.id] }
  }

  /// Checks that each id still means the same.
  func checkThings(_ bag: inout DiagnosticBag) {
    var strangers: [PublishedThing] = []
    for (index, thing) in things.enumerated() {
      guard let place = places[index] else {
        strangers.append(thing)
        continue
      }
      let entry = lock.entries[place]
      if entry.sort != thing.sort {
        bag.report(
          ChangedKind(
            range: draft.place(of: thing.subject), id: thing.id, sort: thing.sort,
            locked: entry.sort, place: entry.range))
      } else if !entry.saysStill(thing),
        isOther(entry.says, thing.says) || !entry.fate.isActive && thing.fate.isActive
      {
        bag.report(
          ReusedID(
            range: draft.place(of: thing.subject), id: thing.id, says: thing.says,
            said: entry.says, place: entry.range))
      }
    }
    if !strangers.isEmpty { checkLetters(of: strangers, &bag) }
  }

  /// Checks that no unknown id differs from a published one only in case.
  private func checkLetters(of strangers: [PublishedThing], _ bag: inout DiagnosticBag) {
    let present = Set(things.map(\.id))
    let entries = Dictionary(
      lock.entries.map { ($0.id.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
    for thing in strangers {
      guard let entry = entries[thing.id.lowercased()], !present.contains(entry.id) else {
        continue
      }
      bag.report(
        ChangedCase(
          range: draft.place(of: thing.subject), id: thing.id, locked: entry.id,
          place: entry.range))
    }
  }

  /// Checks that each published id is still accounted for.
  func checkEntries(_ bag: inout DiagnosticBag) {
    var isPresent = Array(repeating: false, count: lock.entries.count)
    for case let place? in places { isPresent[place] = true }
    let vanished = lock.entries.indices.filter {
      !isPresent[$0] && lock.entries[$0].fate.isActive
    }
    guard !vanished.isEmpty else { return }
    let letters = Set(things.map { $0.id.lowercased() })
    let retired = Set(draft.contents.retired.map(\.id))
    for entry in vanished.map({ lock.entries[$0] })
    where !retired.contains(entry.id) && !letters.contains(entry.id.lowercased()) {
      bag.report(
        VanishedID(range: entry.range, id: entry.id, sort: entry.sort, said: entry.says))
    }
  }

  /// Checks that the lock is current, and reports texts that have changed since their approval.
  func checkCurrency(_ bag: inout DiagnosticBag) {
    var new: [PublishedThing] = []
    var changed: [PublishedThing] = []
    for (index, thing) in things.enumerated() {
      guard let place = places[index] else {
        new.append(thing)
        continue
      }
      let entry = lock.entries[place]
      if entry.fate != thing.fate || !entry.saysStill(thing) { changed.append(thing) }
    }
    let retired = retiredButActive
    if let first = new.first ?? changed.first {
      bag.report(
        StaleLock(
          range: draft.place(of: first.subject), new: new.map(\.id),
          changed: changed.map(\.id) + retired.map(\.id)))
    } else if let first = retired.first {
      bag.report(StaleLock(range: nil, new: [], changed: [first.id]))
    }
    for (index, thing) in things.enumerated() where thing.fate.isActive {
      guard let place = places[index], !lock.entries[place].approvals.isEmpty else { continue }
      let digest = thing.digest
      let outdated = lock.entries[place].approvals.filter { $0.digest != digest }
      guard !outdated.isEmpty else { continue }
      bag.report(
        ChangedSinceApproval(
          range: draft.place(of: thing.subject), id: thing.id, roles: outdated.map(\.role)))
    }
  }

  /// The retired ids that the lock still has as active.
  private var retiredButActive: [RetiredID] {
    guard !draft.contents.retired.isEmpty else { return [] }
    let active = Set(lock.entries.lazy.filter(\.fate.isActive).map(\.id))
    return draft.contents.retired.filter { active.contains($0.id) }
  }
}

extension LockEntry {
  /// Whether a thing's text equals its entry's to the letter. The digest, which is that of the text, is compared only if the
  /// texts differ.
  fileprivate func saysStill(_ thing: PublishedThing) -> Bool {
    hasSameBytes(says, thing.says) || digest == thing.digest
  }
}

/// Compares bytes. Swift's `==` ignores different encodings of accents, which a digest distinguishes.
private func hasSameBytes(_ text: String, _ other: String) -> Bool {
  var (text, other) = (text, other)
  return text.withUTF8 { own in
    other.withUTF8 { other in
      guard own.count == other.count, let start = own.baseAddress,
        let otherStart = other.baseAddress
      else { return own.isEmpty && other.isEmpty }
      return memcmp(start, otherStart, own.count) == 0
    }
  }
}

/// Whether two texts share so few words that they are about different things: less than a fifth of all their words.
private func isOther(_ before: String, _ after: String) -> Bool {
  func words(_ text: String) -> Set<String> {
    Set(text.lowercased().split { !($0.isLetter || $0.isNumber) }.map(String.init))
  }
  let (old, new) = (words(before), words(after))
  // A title of a word or two can change altogether and mean the same.
  guard min(old.count, new.count) >= 5 else { return false }
  return old.intersection(new).count * 5 < old.union(new).count
}
