internal import Markup
internal import Model
internal import Output
internal import Search
internal import Threads

/// Collects the entries of the index, by head in lower case.
struct KeywordCollector {
  private let framework: Framework
  private let contents: Contents

  /// In no order; `numbers` has the place of each by its key.
  private var entries: [(key: String, entry: KeywordIndex.Entry)] = []
  private var numbers: [String: Int] = [:]

  private let cutter: KeywordCutter

  init(_ framework: Framework) {
    self.framework = framework
    contents = framework.contents
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
    let words = KeywordPlaces.collect(framework, cutter, most: most)
    var places = [Int?](repeating: nil, count: words.count)
    for word in 0..<words.count where words.isWanted(word) {
      let head = words[word]
      places[word] = entries.count
      numbers[head] = entries.count
      entries.append((head, KeywordIndex.Entry(head: head)))
    }
    for (word, ref) in words.found {
      if let place = places[Int(word)] { entries[place].entry.statements.append(ref) }
    }
  }

  private mutating func collectTags() {
    // The tags as they are written, of which there are few, and the entry of each.
    var tags = WordTable()
    var places: [Int?] = []
    let outlines = framework.outlines
    for (ref, statement) in contents.statements.entries where !outlines[ref].isOver {
      for tag in statement.tags {
        let number = tag.withBytes { tags.number(of: $0) }
        if number == places.count { places.append(place(of: tag)) }
        guard let place = places[number] else { continue }
        // A tag shows how the word is written.
        entries[place].entry.head = tag
        entries[place].entry.add(ref)
      }
    }
  }

  /// Changes the entry of a head, or makes it.
  private mutating func change(
    _ head: String, showsWriting: Bool = true, _ change: (inout KeywordIndex.Entry) -> Void
  ) {
    guard let place = place(of: head) else { return }
    // A title or term shows how the word is written.
    if showsWriting { entries[place].entry.head = head }
    change(&entries[place].entry)
  }

  /// The place of the entry of a head, which is made if there is none; nil if nothing stands in the head.
  private mutating func place(of head: String) -> Int? {
    guard !head.isEmpty else { return nil }
    let key = head.lowercased()
    if let place = numbers[key] { return place }
    numbers[key] = entries.count
    entries.append((key, KeywordIndex.Entry(head: head)))
    return entries.count - 1
  }
}

extension KeywordIndex.Entry {
  /// Adds a statement with a tag, unless it is there: statements with the word come first, and no more than a few; then those
  /// with the tag, in order.
  fileprivate mutating func add(_ ref: Ref<Statement>) {
    let isKnown =
      statements.last == ref || statements.prefix(KeywordIndex.mostStatements).contains(ref)
    if !isKnown { statements.append(ref) }
  }
}

/// In which statements each word stands, of as many as are wanted and one more, which tells that there are too many.
private struct KeywordPlaces: Sendable {
  private var table = WordTable()

  /// How many statements a word may lead to.
  private let most: Int32

  /// By the number of the word: in how many statements it stands, and the last of them. A common word is in too many at once.
  private var counts: [Int32] = []
  private var last: [Int32] = []

  /// Each word and statement, in the order of the statements.
  private(set) var found: [(word: Int32, statement: Ref<Statement>)] = []

  private init(most: Int) { self.most = Int32(most) }

  /// Looks through all statements, on all cores.
  static func collect(_ framework: Framework, _ cutter: KeywordCutter, most: Int) -> KeywordPlaces {
    let count = framework.contents.statements.count
    let share = max(500, (count + Concurrency.width - 1) / Concurrency.width)
    let starts = Array(stride(from: 0, to: count, by: share))
    let parts = Concurrency.map(count: starts.count, stride: 1) { part in
      var places = KeywordPlaces(most: most)
      places.add(starts[part]..<min(starts[part] + share, count), framework, cutter)
      return places
    }
    var all = parts.first ?? KeywordPlaces(most: most)
    for later in parts.dropFirst() { all.add(later) }
    return all
  }

  private mutating func add(_ range: Range<Int>, _ framework: Framework, _ cutter: KeywordCutter) {
    let (statements, outlines) = (framework.contents.statements, framework.outlines)
    let renderer = MarkdownRenderer { MarkdownRenderer.Target(address: "", label: $0) }
    var text = ByteBuffer()
    for index in range {
      let ref = Ref<Statement>(index)
      guard !outlines[ref].isOver else { continue }
      text.removeAll()
      renderer.appendPlainText(statements[ref].text.bytes, to: &text)
      cutter.cut(text.bytes) { word in
        let number = table.number(of: word)
        if number == counts.count { begin(isCommon: cutter.isCommon(word)) }
        add(ref, number)
      }
    }
  }

  /// Adds what was found in later statements.
  private mutating func add(_ later: KeywordPlaces) {
    let numbers = (0..<later.count).map { word in
      let number = later.table.withBytes(of: word) { table.number(of: $0) }
      if number == counts.count { begin(isCommon: later.last[word] < 0) }
      return number
    }
    for (word, ref) in later.found { add(ref, numbers[Int(word)]) }
  }

  /// Makes room for the next word. Whether it is common is asked once, and not each time that it stands somewhere.
  private mutating func begin(isCommon: Bool) {
    counts.append(isCommon ? most + 1 : 0)
    last.append(-1)
  }

  @inline(__always)
  private mutating func add(_ ref: Ref<Statement>, _ word: Int) {
    guard counts[word] <= most, last[word] != ref.index else { return }
    counts[word] += 1
    last[word] = ref.index
    found.append((Int32(truncatingIfNeeded: word), ref))
  }

  /// How many words there are.
  var count: Int { counts.count }

  subscript(word: Int) -> String { table[word] }

  /// Whether a word leads somewhere, and not to too many places.
  func isWanted(_ word: Int) -> Bool { (1...most).contains(counts[word]) }
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
    cut(Array(text.utf8)) { word in
      if !isCommon(word) { words.append(String(decoding: word, as: UTF8.self)) }
    }
    return words
  }

  /// Whether a word stands in every text, so that nobody looks anything up by it.
  func isCommon(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    commonWords.contains(String(decoding: word, as: UTF8.self))
  }

  /// Calls `body` with the bytes of each word, in order. They are there until it returns.
  func cut(_ text: [UInt8], _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    guard text.allSatisfy({ $0 < 0x80 }) else {
      return cutCharacters(String(decoding: text, as: UTF8.self), body)
    }
    text.withUnsafeBufferPointer { cut(ascii: $0, body) }
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
