import Diagnostics
import Output
import Syntax
import TestSupport
import Testing

/// The scanner for plain YAML has to make exactly the trees that libyaml's events make, or none.
@Suite struct `The scanner` {
  /// Whether the scanner read a text; if it did, libyaml has to have read the same.
  private func scans(_ bytes: [UInt8], _ name: String = "a.yaml") -> Bool {
    let file = SourceFile(id: FileID(0), path: name, bytes: bytes)
    guard let tree = scan(file) else { return false }
    let judged = parseByLibYAML(file)
    #expect(judged.diagnostics.isEmpty, "\(name): \(String(decoding: bytes, as: UTF8.self))")
    #expect(judged.tree == tree, "\(name): \(String(decoding: bytes, as: UTF8.self))")
    return true
  }

  private func scans(_ text: String) -> Bool { scans(Array(text.utf8)) }

  /// The YAML files of this repository, below a folder.
  private static func files(below folder: TestFolder) -> [(name: String, bytes: [UInt8])] {
    folder.names.flatMap { name -> [(name: String, bytes: [UInt8])] in
      if name.hasSuffix(".yaml"), let bytes = folder.bytes(name) { return [(name, bytes)] }
      return files(below: TestFolder(name, beside: folder.path + "/here"))
    }
  }

  private static let ownFiles = ["framework", "seeds"].flatMap {
    files(below: TestFolder("../../\($0)"))
  }

  @Test func `reads the framework that comes with the program, and all its sources`() {
    #expect(Self.ownFiles.count > 50)
    for file in Self.ownFiles {
      #expect(scans(file.bytes, file.name), "\(file.name)")
      #expect(scans(Self.withReturns(file.bytes), file.name), "\(file.name), as Windows writes it")
    }
  }

  /// A text with the line breaks of Windows.
  private static func withReturns(_ bytes: [UInt8]) -> [UInt8] {
    bytes.flatMap { $0 == UInt8(ascii: "\n") ? [UInt8(ascii: "\r"), $0] : [$0] }
  }

  @Test(arguments: [
    "a: b", "a: b\n", "\n\n# c\na: b # c\n# c\n", "a: 'it''s'\n", "'a': \"b\"\n", "a:\n  b: c\n",
    "a:\n- b\n- c\nd: e\n", "a:\n  - b\n  -   c: d\n      e: f\n", "- - a\n  - b\n-\n  c: d\n",
    "a: b\n  c\n\n  d # e\nf: g\n", "a:\n  b\n  c\n", "- a\n b\n",
    "a: [b, c: d]\n".replacing("c: d", with: "'c'"), "a: [b,\n  c # d\n  , {e: f, 'g': [h]}]\n",
    "{\"a\":1,\"b\":[true,{\"c\":\"d\"}]}\n", "a: []\nb: {}\n", "[a, b]", "a: http://b.c/#d?e\n",
    "a: {b: http://c.d/e#f}\n", "a: x:y #z\n", "é: ñ\n😀: 'Ł'\n",
    "a: |\n  b\n\n   c\n  d\n\n\ne: f\n", "a: |-\n  b\n", "a: |+\n  b\n\n\n# c\n",
    "a: > # b\n  c\n",
    "a: >\n  b\n  c\n\n  d\n   e\n  f\n\n\n  g\n", "a: >+\n\n\n  b\n  c\n\n", "a: >-\n  b\n  # c\n",
    "a: |\n  b", "a:\n  - |\n   b\n   c\n  - >-\n    d\n", "a: |\n    b\n  \n    c\n# d\n",
    "a: -b\n".replacing("-b", with: "b-c - d"), "a: b, c\n", "a: b[c]{d}\n", "a: b'c\"d\n",
  ])
  func `reads what people write`(text: String) {
    #expect(scans(text), "\(text)")
    #expect(scans(Self.withReturns(Array(text.utf8))), "\(text), as Windows writes it")
  }

  @Test(arguments: [
    "", "a", "a: b\na: c\n", "a: {b: c, b: d}\n", "a: &b c\n", "a: *b\n", "a: !b c\n", "a:\n",
    "- \n",
    "a: [b, ]\n", "a: [b,, c]\n", "a: {b}\n", "a: {b: }\n", "a: [b: c]\n", "? a\n: b\n",
    "a: b: c\n",
    "a: b\n c: d\n", "a:\n   b: c\n  d: e\n", "a: 'b\n", "a: 'b\n  c'\n", "a: \"b\\n\"\n",
    "a: 'b' c\n", "a: [b] c\n", "a: [b]#c\n", "---\na: b\n", "a: b\n...\n", "a: b\n--- c\n",
    "%YAML 1.2\n",
    "a:\tb\n", "a: b\r\nc: d\n", "a: b\rc: d\r\n", "a: b\r", "\u{FEFF}a: b\n", "a: b\u{85}c\n",
    "a: b\u{2028}c\n", "a: @b\n",
    "a: `b\n",
    "a: |2\n  b\n", "a: |\nb: c\n", "a: |\n \n  b\n", "a: |\n  b\n     \n  c\n", "<<: a\n",
    "a : b\n",
    "a: b\n- c\n", "- a\nb: c\n", "a: - b\n", " a: b\n", "a: [b\n", "a: {b: c\n", "a: ]\n",
    "[a]: b\n",
    "a: [b?c]\n", "a: [b:,c]\n", "a: b # c\n  d\n", "a\nb: c\n", "a: >\n", "a: |", "a\u{0}: b\n",
  ])
  func `leaves everything else to libyaml`(text: String) {
    #expect(!scans(text), "\(text)")
  }

  @Test func `leaves nesting that is refused to libyaml`() {
    #expect(scans(String(repeating: "[", count: 32) + String(repeating: "]", count: 32)))
    #expect(!scans(String(repeating: "[", count: 33) + String(repeating: "]", count: 33)))
  }

  @Test func `leaves a mapping of very many keys to libyaml`() {
    #expect(scans((0..<200).map { "key-\($0): v" }.joined(separator: "\n")))
    #expect(!scans((0..<201).map { "key-\($0): v" }.joined(separator: "\n")))
  }

  @Test func `agrees with libyaml on damaged files`() {
    var numbers = Numbers(state: 20_261_122)
    let pieces = [
      " ", "  ", "\n", "\n\n", ": ", ":", " #", "#", "- ", "-", "'", "''", "\"", "[", "]", "{", "}",
      ",", ", ", "|", ">", "|-\n", ">+\n", "&", "*", "!", "?", "? ", "%", "@", "\\", "\t", "\r",
      "é",
      "\u{2028}", "---", "...", "a: b\n", "- a\n", "  - a: b\n", "\n    ", "\n  # c\n",
    ]
    var scannedCount = 0
    let files = Self.ownFiles.map {
      $0.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    }
    for round in 0..<attacks(few: 2000, many: 13_500) {
      // A part of a file: most mistakes in a long one stop both readers before anything interesting.
      let lines = files[round % files.count]
      let start = numbers.next(below: lines.count)
      let part = lines[start..<min(lines.count, start + 1 + numbers.next(below: 25))]
      let indentation = part.first?.prefix { $0 == UInt8(ascii: " ") }.count ?? 0
      var bytes = Array(
        part.map { $0.dropFirst(indentation) }.joined(separator: [UInt8(ascii: "\n")]))
      for _ in 0..<numbers.next(below: 4) where !bytes.isEmpty {
        let place = numbers.next(below: bytes.count)
        let piece = Array(pieces[numbers.next(below: pieces.count)].utf8)
        switch numbers.next(below: 3) {
        case 0: bytes.insert(contentsOf: piece, at: place)
        case 1: bytes.replaceSubrange(place..<(place + 1), with: piece)
        default: bytes.removeSubrange(place..<min(bytes.count, place + numbers.next(below: 12)))
        }
      }
      if scans(bytes) { scannedCount += 1 }
      if scans(Self.withReturns(bytes)) { scannedCount += 1 }
    }
    // Otherwise this would prove nothing.
    #expect(scannedCount > 1000)
  }

  /// Linear congruential, so that every run tries the same (Numerical Recipes' constants).
  private struct Numbers {
    var state: UInt32
    mutating func next(below limit: Int) -> Int {
      state = state &* 1_664_525 &+ 1_013_904_223
      return Int(state >> 8) % max(1, limit)
    }
  }
}
