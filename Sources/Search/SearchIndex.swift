package import Output

/// An index that a script can search without a server, split into files of bounded size.
///
/// A page opened from a folder may run scripts but not read files. Each file therefore calls the function `ksfSearch` with its
/// contents.
///
/// | file | contents |
/// |---|---|
/// | `search/index.js` | the number of entries, the folding of letters, and which words are in which file |
/// | `search/words-N.js` | for each word, the entries that contain it and its weight in each |
/// | `search/entries-N.js` | 64 entries in order: address, kind, code, title, text |
package struct SearchIndex: Sendable {
  /// The number of entries in one file.
  static let entriesPerFile = 64

  /// The size in bytes above which a file of words is split.
  static let wordFileSize = 48 << 10

  private let count: Int
  private let address: @Sendable (Int) -> String
  private let fill: @Sendable (Int, inout SearchEntry) -> Void
  private let index: WordIndex

  /// The folding of letters outside ASCII, in the order of their code points.
  private let folding: [(from: Unicode.Scalar, to: String)]

  /// `fill` fills an empty entry with the data of a number below `count`. It runs twice for each entry, for its words and for
  /// its file. So the texts of all entries are never in memory together. `address` returns the page's address, relative to
  /// the folder of the pages.
  package init(
    count: Int, address: @escaping @Sendable (Int) -> String,
    fill: @escaping @Sendable (Int, inout SearchEntry) -> Void
  ) {
    self.count = count
    self.address = address
    self.fill = fill
    let blocks = WordBlock.gathered(count, by: WordCollector.init) {
      $0.block(of: $1, fill)
    }
    index = WordIndex(blocks, most: max(500, count / 3))
    var cutter = WordCutter()
    for letter in blocks.flatMap(\.folded) { cutter.fold(letter) }
    folding = cutter.folded.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// The files that map words to entries, below a folder: the overview first, then the files of words.
  package func wordFiles(below folder: String) -> [PlannedFile] {
    let shards = WordShard.cut(index, maximum: SearchIndex.wordFileSize)
    return [PlannedFile(path: "\(folder)/search/index.js") { overview(shards) }]
      + shards.enumerated().map { number, shard in
        PlannedFile(path: "\(folder)/search/words-\(number).js") { shard.script(number, index) }
      }
  }

  /// The files of entries, below a folder. Entries are filled only when their file is made.
  package func entryFiles(below folder: String) -> [PlannedFile] {
    stride(from: 0, to: count, by: SearchIndex.entriesPerFile).enumerated().map { number, start in
      PlannedFile(path: "\(folder)/search/entries-\(number).js") { script(number, from: start) }
    }
  }

  private func overview(_ shards: [WordShard]) -> [UInt8] {
    var buffer = ByteBuffer()
    buffer.append(raw: "ksfSearch(\"index\",0,{\"count\":\(count),\"fold\":{")
    for (index, (from, to)) in folding.enumerated() {
      if index > 0 { buffer.append(raw: ",") }
      buffer.append(script: String(Character(from)))
      buffer.append(raw: ":")
      buffer.append(script: to)
    }
    buffer.append(raw: "},\"words\":[")
    for (index, shard) in shards.enumerated() {
      if index > 0 { buffer.append(raw: ",") }
      buffer.append(script: shard.prefix)
    }
    buffer.append(raw: "]});\n")
    return buffer.bytes
  }

  private func script(_ number: Int, from start: Int) -> [UInt8] {
    var buffer = ByteBuffer()
    buffer.append(raw: "ksfSearch(\"entries\",\(number),[")
    var entry = SearchEntry()
    for index in start..<min(start + SearchIndex.entriesPerFile, count) {
      entry.clear()
      fill(index, &entry)
      buffer.append(raw: index > start ? ",\n[" : "\n[")
      for field in [address(index), entry.kind, entry.code ?? ""] {
        buffer.append(script: field)
        buffer.append(fixed: ",")
      }
      entry.title.withBytes { buffer.append(script: $0) }
      buffer.append(fixed: ",")
      entry.text.withBytes { buffer.append(script: $0) }
      buffer.append(fixed: "]")
    }
    buffer.append(raw: "\n]);\n")
    return buffer.bytes
  }
}

extension ByteBuffer {
  /// Calls `body` with the bytes, which are valid until it returns.
  func withBytes(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    bytes.withUnsafeBufferPointer(body)
  }

  /// Appends a text as a JavaScript literal that may also stand inside an HTML element.
  mutating func append(script text: String) {
    text.withBytes { append(script: $0) }
  }

  /// Appends UTF-8 bytes as a JavaScript literal that may also stand inside an HTML element.
  mutating func append(script text: UnsafeBufferPointer<UInt8>) {
    append(UInt8(ascii: "\""))
    append(json: text, escapesTags: true)
    append(UInt8(ascii: "\""))
  }
}
