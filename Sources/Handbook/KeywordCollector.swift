internal import Markup
internal import Model
internal import Output
internal import Search

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
        for word in cutter.words(of: contents.title(of: subject)) {
          change(word, showsWriting: false) {
            if $0.subjects.last != subject { $0.subjects.append(subject) }
          }
        }
      default: change(contents.title(of: subject)) { $0.subjects.append(subject) }
      }
    }
    return entries.map { ($0.key, $0.entry) }
  }

  private mutating func collectWords() {
    let (framework, cutter) = (framework, cutter)
    let words = WordLists.gathered(
      count: contents.statements.count, most: KeywordIndex.most(of: contents.statements.count)
    ) {
      KeywordCollector.reader(framework, cutter)
    }
    for (word, statements) in words where !cutter.isCommon(word) {
      numbers[word] = entries.count
      entries.append(
        (word, KeywordIndex.Entry(head: word, statements: statements.map { Ref($0) })))
    }
  }

  /// What reads the words of statements, each by its number.
  private static func reader(
    _ framework: Framework, _ cutter: KeywordCutter
  ) -> WordLists.Reader {
    let statements = framework.statements
    let renderer = MarkdownRenderer { MarkdownRenderer.Target(address: "", label: $0) }
    var text = ByteBuffer()
    return { number, give in
      let ref = Ref<Statement>(number)
      guard !statements[ref].isRetired else { return }
      text.removeAll()
      renderer.appendPlainText(statements[ref].text.bytes, to: &text)
      cutter.cut(text.bytes, give)
    }
  }

  private mutating func collectTags() {
    // The tags as they are written, of which there are few, and the entry of each; and by entry the last of its tags.
    var tags = WordTable()
    var places: [Int?] = []
    var last = [Int](repeating: -1, count: entries.count)
    for ref in framework.statements.current {
      let statement = framework.statements[ref]
      for tag in statement.tags {
        let number = tag.withBytes { tags.number(of: $0) }
        if number == places.count { places.append(place(of: tag)) }
        guard let place = places[number] else { continue }
        if place == last.count { last.append(number) } else { last[place] = number }
        entries[place].entry.add(ref)
      }
    }
    // A tag shows how the word is written.
    for (place, tag) in last.enumerated() where tag >= 0 { entries[place].entry.head = tags[tag] }
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

/// Cuts texts into words of at least four letters, in lower case.
struct KeywordCutter: Sendable {
  private let commonWords: Set<String>

  init(commonWords: Set<String>) {
    self.commonWords = commonWords
  }

  /// The words of a text without those that stand in every text.
  func words(of text: String) -> [String] {
    var words: [String] = []
    cut(Array(text.utf8)) { words.append(String(decoding: $0, as: UTF8.self)) }
    return words.filter { !isCommon($0) }
  }

  /// Whether a word stands in every text, so that nobody looks anything up by it.
  func isCommon(_ word: String) -> Bool { commonWords.contains(word) }

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
