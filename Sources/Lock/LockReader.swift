package import Diagnostics

extension Lock {
  /// Reads a lock as far as it can be understood.
  ///
  /// `accepting` conflicts, the marks that Git leaves in a file are passed over, which keeps the entries of both sides.
  package static func read(
    _ file: SourceFile, acceptingConflicts: Bool = false
  ) -> (lock: Lock, diagnostics: [Diagnostic]) {
    var reader = LockReader(file: file, acceptsConflicts: acceptingConflicts)
    reader.read()
    return (Lock(entries: reader.entries), reader.bag.diagnostics)
  }
}

private struct LockReader {
  let file: SourceFile
  let acceptsConflicts: Bool
  var entries: [LockEntry] = []
  var bag = DiagnosticBag()
  private var partial: Partial?
  private var hasHeader = false

  /// An entry of which lines are still missing.
  private struct Partial {
    var entry: LockEntry
    var range: SourceRange
    var missing: Set<String> = ["uuid", "since", "fate", "digest", "says"]
  }

  init(file: SourceFile, acceptsConflicts: Bool) {
    self.file = file
    self.acceptsConflicts = acceptsConflicts
  }

  mutating func read() {
    var start = 0
    var hasConflict = false
    for line in file.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      let range = SourceRange(file: file.id, start: start, end: start + line.count)
      start += line.count + 1
      let text = String(decoding: line, as: UTF8.self)
      if ["<<<<<<<", "=======", ">>>>>>>", "|||||||"].contains(where: text.hasPrefix) {
        if !acceptsConflicts, !hasConflict { bag.report(LockConflict(range: range)) }
        hasConflict = true
        finish()
      } else if !text.allSatisfy(\.isWhitespace), !text.hasPrefix("#") {
        read(text, range)
      }
    }
    finish()
    // A conflict or a file cut short explains whatever else is wrong.
    if !hasConflict { reportDuplicates() }
    if !hasHeader, !hasConflict, bag.diagnostics.isEmpty {
      bag.report(DamagedLock(range: file.startRange, what: .noHeader))
    }
  }

  private mutating func read(_ text: String, _ range: SourceRange) {
    let indented = text.hasPrefix(" ")
    let words = text.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: true)
    guard let key = words.first else { return }
    let value = words.count > 1 ? words[1] : ""
    if !indented {
      finish()
      if key == "ksf-lock" {
        hasHeader = true
        if value != "1" { bag.report(DamagedLock(range: range, what: .version(String(value)))) }
      } else if value.isEmpty || value.contains(" ") {
        report(.line, range)
      } else {
        partial = Partial(
          entry: LockEntry(
            id: String(key), sort: String(value), uuid: "", since: "", fate: .active, digest: "",
            says: "", approvals: [], range: head(of: range, key.utf8.count)), range: range)
      }
    } else if partial == nil || !take(String(key), value) {
      report(.line, range)
    }
  }

  /// Takes a line of the entry that is being read. False if it is not understood.
  private mutating func take(_ key: String, _ value: Substring) -> Bool {
    guard key == "approved" || partial?.missing.remove(key) != nil else { return false }
    switch key {
    case "uuid": partial?.entry.uuid = String(value)
    case "since": partial?.entry.since = String(value)
    case "digest": partial?.entry.digest = String(value)
    case "says": partial?.entry.says = String(value)
    case "fate":
      guard let fate = LockEntry.Fate(value) else { return false }
      partial?.entry.fate = fate
    default:
      let words = value.split(separator: " ").map(String.init)
      guard words.count == 3 else { return false }
      partial?.entry.approvals.append(
        LockEntry.Approval(role: words[0], digest: words[1], edition: words[2]))
    }
    return true
  }

  /// Closes the entry that is being read.
  private mutating func finish() {
    guard let done = partial else { return }
    partial = nil
    guard done.missing.isEmpty else {
      report(.incomplete(done.entry.id, done.missing.sorted()), done.range)
      return
    }
    if !acceptsConflicts, done.entry.digest != lockDigest(done.entry.says) {
      report(.edited(done.entry.id), done.range)
    }
    entries.append(done.entry)
  }

  private mutating func reportDuplicates() {
    guard !acceptsConflicts else { return }
    var seen: Set<String> = []
    for entry in entries where !seen.insert(entry.id).inserted {
      bag.report(DamagedLock(range: entry.range, what: .twice(entry.id)))
    }
  }

  private mutating func report(_ what: DamagedLock.Damage, _ range: SourceRange) {
    if !acceptsConflicts { bag.report(DamagedLock(range: range, what: what)) }
  }

  private func head(of range: SourceRange, _ length: Int) -> SourceRange {
    SourceRange(file: range.file, start: Int(range.start), end: Int(range.start) + length)
  }
}
