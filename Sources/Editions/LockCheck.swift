package import Analysis
package import Diagnostics
internal import Glibc
package import Lock
internal import Model

/// Holds a framework against its lock.
///
/// Ids that seem gone are not looked at if there is an error elsewhere, since that may hide them.
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

  /// The place of each thing's entry in the lock; nil for one that the lock does not know.
  private let places: [Int?]

  init(lock: Lock, draft: Draft) {
    self.lock = lock
    self.draft = draft
    things = PublishedThing.all(draft.contents)
    let known = Dictionary(
      lock.entries.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    places = things.map { known[$0.id] }
  }

  /// Whether each id still means what it meant.
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
          ChangedSort(
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

  /// Whether an id that the lock does not know is one that it knows, written with other letters small or large.
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

  /// Whether each id that was published is still accounted for.
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

  /// Whether the lock knows everything as it is now, and what has changed since somebody approved it.
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

  /// What is on the framework's list of retired ids, and not yet in the lock as such.
  private var retiredButActive: [RetiredID] {
    guard !draft.contents.retired.isEmpty else { return [] }
    let active = Set(lock.entries.lazy.filter(\.fate.isActive).map(\.id))
    return draft.contents.retired.filter { active.contains($0.id) }
  }
}

extension LockEntry {
  /// Whether a thing says to the letter what its entry does. The digest of the entry, which is that of its text, need not be
  /// compared if the texts are the same.
  fileprivate func saysStill(_ thing: PublishedThing) -> Bool {
    hasSameBytes(says, thing.says) || digest == thing.digest
  }
}

/// Texts are equal as well if only their accents are written otherwise, which a digest tells apart.
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
