package import Diagnostics
internal import Glibc

extension Lock {
  /// Reads a lock as far as possible.
  ///
  /// With `repairing`, every entry with a UUID is kept. Git's conflict marks are skipped, which keeps the entries of both
  /// sides. Of two contradictory lines about an id, the first counts.
  package static func read(
    _ file: SourceFile, repairing: Bool = false
  ) -> (lock: Lock, diagnostics: [Diagnostic]) {
    var reader = LockReader(file: file, isRepairing: repairing)
    reader.read()
    return (
      Lock(entries: reader.entries, editions: reader.editions), reader.bag.diagnostics
    )
  }
}

/// Reads line by line. Each line names its id, so lines may have any order, as a merge can leave them.
private struct LockReader {
  let file: SourceFile
  let isRepairing: Bool
  private(set) var entries: [LockEntry] = []
  private(set) var editions: [EditionEntry] = []
  var bag = DiagnosticBag()

  private var partials: [Partial] = []
  private var places: [String: Int] = [:]
  /// The id of the previous line, to which the next line most likely belongs.
  private var last: (id: ArraySlice<UInt8>, place: Int)?
  private var hasHeader = false
  private var hasConflict = false
  /// Whether a malformed line may explain a missing one.
  private var hasOddLine = false

  /// An entry that may still lack lines.
  private struct Partial {
    var entry: LockEntry
    let range: SourceRange
    var missing = LockKeySet.needed
  }

  init(file: SourceFile, isRepairing: Bool) {
    self.file = file
    self.isRepairing = isRepairing
  }

  mutating func read() {
    let bytes = file.bytes
    var start = 0
    while start <= bytes.count {
      let end = place(of: UInt8(ascii: "\n"), in: bytes[start...])
      var line = bytes[start..<end]
      if line.last == UInt8(ascii: "\r") { line = line.dropLast() }
      read(line, SourceRange(file: file.id, start: start, end: line.endIndex))
      start = end + 1
    }
    finish()
  }

  private mutating func read(_ line: ArraySlice<UInt8>, _ range: SourceRange) {
    guard let first = line.first, first != UInt8(ascii: "#") else { return }
    if isConflictMark(line) {
      if !isRepairing, !hasConflict { bag.report(LockConflict(range: range)) }
      hasConflict = true
      return
    }
    var rest = line
    guard let subject = takeWord(of: &rest), let word = takeWord(of: &rest) else {
      return report(.line, range)
    }
    if rest.isEmpty, subject.elementsEqual("ksf-lock".utf8) {
      hasHeader = true
      let version = text(word)
      if version != Lock.version { bag.report(DamagedLock(range: range, what: .version(version))) }
    } else if let key = LockKey(word) {
      if !take(key, text(rest), of: subject, range) { report(.line, range) }
    } else if subject.elementsEqual("edition".utf8), !rest.isEmpty,
      place(of: UInt8(ascii: " "), in: rest) == rest.endIndex
    {
      takeEdition(EditionEntry(edition: text(word), digest: text(rest), range: range))
    } else {
      report(.line, range)
    }
  }

  /// Removes the next word and the space after it from a line. Nil if there is none.
  private func takeWord(of rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    while rest.first == UInt8(ascii: " ") { rest = rest.dropFirst() }
    guard !rest.isEmpty else { return nil }
    let end = place(of: UInt8(ascii: " "), in: rest)
    defer { rest = rest[min(end + 1, rest.endIndex)...] }
    return rest[..<end]
  }

  /// The index of the first occurrence of a byte; the end index if there is none.
  private func place(of byte: UInt8, in bytes: ArraySlice<UInt8>) -> Int {
    bytes.withUnsafeBytes { part in
      guard let start = part.baseAddress, let found = memchr(start, Int32(byte), part.count) else {
        return bytes.endIndex
      }
      return bytes.startIndex + (UnsafeRawPointer(found) - start)
    }
  }

  private func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

  private func isConflictMark(_ line: ArraySlice<UInt8>) -> Bool {
    switch line.first {
    case UInt8(ascii: "<"): line.starts(with: "<<<<<<<".utf8)
    case UInt8(ascii: "="): line.starts(with: "=======".utf8)
    case UInt8(ascii: ">"): line.starts(with: ">>>>>>>".utf8)
    case UInt8(ascii: "|"): line.starts(with: "|||||||".utf8)
    default: false
    }
  }

  private mutating func takeEdition(_ edition: EditionEntry) {
    if editions.contains(where: { $0.edition == edition.edition }) {
      if let range = edition.range { report(.twice("edition \(edition.edition)"), range) }
    } else {
      editions.append(edition)
    }
  }

  /// Applies a line to its entry. False if the value is malformed.
  private mutating func take(
    _ key: LockKey, _ value: String, of id: ArraySlice<UInt8>, _ range: SourceRange
  ) -> Bool {
    let place = place(of: id, range)
    guard key == .approved || partials[place].missing.remove(key) else {
      report(.twice(partials[place].entry.id), range)
      return true
    }
    return partials[place].entry.take(key, value)
  }

  private mutating func place(of id: ArraySlice<UInt8>, _ range: SourceRange) -> Int {
    if let last, last.id == id { return last.place }
    let name = text(id)
    let place = places[name] ?? partials.count
    if place == partials.count {
      places[name] = place
      let head = SourceRange(
        file: range.file, start: Int(range.start), end: Int(range.start) + id.count)
      partials.append(Partial(entry: LockEntry(id: name, range: head), range: head))
    }
    last = (id, place)
    return place
  }

  private mutating func finish() {
    for partial in partials {
      let isWhole = partial.missing.isEmpty
      if isRepairing ? partial.entry.uuid.isEmpty : !isWhole {
        let missing = LockKey.allCases.filter(partial.missing.contains).map(\.rawValue).sorted()
        if !hasOddLine { report(.incomplete(partial.entry.id, missing), partial.range) }
        continue
      }
      if partial.entry.digest != lockDigest(partial.entry.says) {
        report(.edited(partial.entry.id), partial.range)
      }
      entries.append(partial.entry)
    }
    if !hasHeader, !hasConflict, bag.diagnostics.isEmpty {
      report(.noHeader, file.startRange)
    }
  }

  /// Reports damage, unless a conflict explains it.
  private mutating func report(_ what: DamagedLock.Damage, _ range: SourceRange) {
    if case .line = what { hasOddLine = true }
    if !isRepairing, !hasConflict { bag.report(DamagedLock(range: range, what: what)) }
  }
}

extension LockEntry {
  fileprivate init(id: String, range: SourceRange) {
    self.init(
      id: id, sort: "", uuid: "", since: "", fate: .active, digest: "", says: "", approvals: [],
      range: range)
  }

  /// Sets the value of a line. False if it is malformed.
  fileprivate mutating func take(_ key: LockKey, _ value: String) -> Bool {
    switch key {
    case .sort: sort = value
    case .uuid: uuid = value
    case .since: since = value
    case .digest: digest = value
    case .says: says = value
    case .fate:
      guard let fate = LockEntry.Fate(value[...]) else { return false }
      self.fate = fate
    case .approved:
      let words = value.split(separator: " ").map(String.init)
      guard words.count == 3 else { return false }
      approvals.append(Approval(role: words[0], digest: words[1], edition: words[2]))
    }
    return true
  }
}
