internal import Markup
internal import Model
internal import Search
internal import Threads

/// Collects the entries of the index, by head in lower case.
struct KeywordCollector {
  private let contents: Contents

  /// In no order; `numbers` has the place of each by its key.
  private var entries: [(key: String, entry: KeywordIndex.Entry)] = []
  private var numbers: [String: Int] = [:]

  private let cutter: KeywordCutter

  init(_ contents: Contents) {
    self.contents = contents
    cutter = KeywordCutter(commonWords: CommonWords.of(language: contents.identity.language))
  }

  /// All entries with their keys, in no order.
  consuming func collected() -> [(key: String, value: KeywordIndex.Entry)] {
    collectWords()
    collectTags()
    for (index, term) in contents.terms.elements.enumerated() {
      for head in [term.term, term.abbreviation].compactMap({ $0 }) {
        change(head) { $0.terms.append(index) }
      }
    }
    for subject in contents.subjects {
      switch subject {
      case .statement, .framework, .kind, .source: continue
      case .domain, .outcome:
        // Titles of these are often sentences, which people look up by a word in them.
        for word in Set(cutter.words(of: contents.title(of: subject))).sorted() {
          change(word, showsWriting: false) { $0.subjects.append(subject) }
        }
      default: change(contents.title(of: subject)) { $0.subjects.append(subject) }
      }
    }
    return entries.map { ($0.key, $0.entry) }
  }

  private mutating func collectWords() {
    let most = KeywordIndex.most(of: contents.statements.count)
    let words = KeywordPlaces.collect(contents, cutter, most: most + 1)
    // One more than are wanted tells that there are too many.
    for (word, statements) in words.all where (1...most).contains(statements.count) {
      numbers[word] = entries.count
      entries.append((word, KeywordIndex.Entry(head: word, statements: statements)))
    }
  }

  private mutating func collectTags() {
    for (ref, statement) in contents.statements.entries where !statement.isOver {
      for tag in statement.tags {
        change(tag) { entry in
          // Statements with the word come first, and no more than a few; then those with the tag, in order.
          let isKnown =
            entry.statements.last == ref
            || entry.statements.prefix(KeywordIndex.mostStatements).contains(ref)
          if !isKnown { entry.statements.append(ref) }
        }
      }
    }
  }

  /// Changes the entry of a head, or makes it.
  private mutating func change(
    _ head: String, showsWriting: Bool = true, _ change: (inout KeywordIndex.Entry) -> Void
  ) {
    guard !head.isEmpty else { return }
    let key = head.lowercased()
    guard let number = numbers[key] else {
      var entry = KeywordIndex.Entry(head: head)
      change(&entry)
      numbers[key] = entries.count
      entries.append((key, entry))
      return
    }
    // A title or term shows how the word is written.
    if showsWriting { entries[number].entry.head = head }
    change(&entries[number].entry)
  }
}

/// The statements with each word.
private struct KeywordPlaces: Sendable {
  private var table = WordTable()

  /// By the number of the word, in order; none for a common word.
  private var statements: [[Ref<Statement>]] = []
  private var isCommon: [Bool] = []

  /// Looks through all statements, on all cores. No word gets more than `most` statements.
  static func collect(_ contents: Contents, _ cutter: KeywordCutter, most: Int) -> KeywordPlaces {
    let count = contents.statements.count
    let share = max(500, (count + Concurrency.width - 1) / Concurrency.width)
    let starts = Array(stride(from: 0, to: count, by: share))
    let renderer = MarkdownRenderer { MarkdownRenderer.Target(address: "", label: $0) }
    let parts = Concurrency.map(count: starts.count, stride: 1) { part in
      var places = KeywordPlaces()
      for index in starts[part]..<min(starts[part] + share, count) {
        let statement = contents.statements[Ref<Statement>(index)]
        guard !statement.isOver else { continue }
        cutter.cut(renderer.plainText(statement.text.bytes)) { word in
          let number = places.table.number(of: word)
          if number == places.statements.count { places.begin(isCommon: cutter.isCommon(word)) }
          places.add(Ref(index), number, most)
        }
      }
      return places
    }
    var all = parts.first ?? KeywordPlaces()
    for later in parts.dropFirst() {
      for (laterNumber, statements) in later.statements.enumerated() {
        let number = later.table.withBytes(of: laterNumber) { all.table.number(of: $0) }
        if number == all.statements.count { all.begin(isCommon: later.isCommon[laterNumber]) }
        for ref in statements { all.add(ref, number, most) }
      }
    }
    return all
  }

  /// Makes room for the next word. Whether it is common is asked once, and not each time that it stands somewhere.
  private mutating func begin(isCommon: Bool) {
    statements.append([])
    self.isCommon.append(isCommon)
  }

  private mutating func add(_ ref: Ref<Statement>, _ number: Int, _ most: Int) {
    if !isCommon[number], statements[number].count < most, statements[number].last != ref {
      statements[number].append(ref)
    }
  }

  /// Each word with its statements.
  var all: some Sequence<(String, [Ref<Statement>])> {
    statements.indices.lazy.map { (table[$0], statements[$0]) }
  }
}

/// Cuts texts into words of at least four letters, in lower case.
struct KeywordCutter: Sendable {
  private let commonWords: Set<String>

  init(commonWords: Set<String>) {
    self.commonWords = commonWords
  }

  /// The words of a text without those that stand in every text.
  func words(of text: String) -> [String] {
    var words: [String] = []
    cut(text) { word in
      if !isCommon(word) { words.append(String(decoding: word, as: UTF8.self)) }
    }
    return words
  }

  /// Whether a word stands in every text, so that nobody looks anything up by it.
  func isCommon(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    commonWords.contains(String(decoding: word, as: UTF8.self))
  }

  /// Calls `body` with the bytes of each word, in order. They are there until it returns.
  func cut(_ text: String, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    var text = text
    let isDone = text.withUTF8 { bytes in
      guard bytes.allSatisfy({ $0 < 0x80 }) else { return false }
      cut(ascii: bytes, body)
      return true
    }
    if !isDone { cutCharacters(text, body) }
  }

  /// The same for a text in ASCII alone, as most are.
  private func cut(
    ascii bytes: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: bytes.count) { small in
      var start = 0
      for index in bytes.indices {
        if let part = bytes[index].asPartOfWord {
          small[index] = part
        } else {
          give(UnsafeBufferPointer(rebasing: small[start..<index]), body)
          start = index + 1
        }
      }
      give(UnsafeBufferPointer(rebasing: small[start...]), body)
    }
  }

  /// Gives a run without its marks at both ends and the "'s" of a genitive.
  private func give(
    _ run: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    var (start, end) = (0, run.count)
    while end > start, !run[end - 1].isLetterOrDigit { end -= 1 }
    while start < end, !run[start].isLetterOrDigit { start += 1 }
    if end - start >= 2, run[end - 2] == UInt8(ascii: "'"), run[end - 1] == UInt8(ascii: "s") {
      end -= 2
    }
    guard end - start >= 4 else { return }
    body(UnsafeBufferPointer(rebasing: run[start..<end]))
  }

  private func cutCharacters(_ text: String, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    let runs = text.lowercased().split {
      !$0.isLetter && !$0.isNumber && $0 != "-" && $0 != "’" && $0 != "'"
    }
    for run in runs {
      var word = run[...]
      while let last = word.last, "-’'".contains(last) { word = word.dropLast() }
      while let first = word.first, "-’'".contains(first) { word = word.dropFirst() }
      for ending in ["’s", "'s"] where word.hasSuffix(ending) { word = word.dropLast(2) }
      var found = String(word)
      if found.count >= 4 { found.withUTF8(body) }
    }
  }
}

extension UInt8 {
  fileprivate var isLetterOrDigit: Bool {
    (self | 0x20) &- UInt8(ascii: "a") < 26 || self &- UInt8(ascii: "0") < 10
  }

  /// What may stand in a word, in lower case; nil for anything else. Of ASCII alone.
  fileprivate var asPartOfWord: UInt8? {
    let small = self | 0x20
    if small &- UInt8(ascii: "a") < 26 { return small }
    let isOther =
      self &- UInt8(ascii: "0") < 10 || self == UInt8(ascii: "-") || self == UInt8(ascii: "'")
    return isOther ? self : nil
  }
}
