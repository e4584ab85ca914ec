package import Output

/// An index that a script can search without a server, cut into files of a bounded size.
///
/// A page that is opened from a folder may not read files, but may run scripts: each file calls the function `ksfSearch`
/// with its contents.
///
/// | file | contents |
/// |---|---|
/// | `search/index.js` | how many entries there are, the folding of letters, and which words are in which file |
/// | `search/words-N.js` | for each word, in which entries it stands and how much it weighs there |
/// | `search/entries-N.js` | 64 entries in order: address, kind, code, title, text |
package struct SearchIndex: Sendable {
  /// How many entries one file holds.
  static let entriesPerFile = 64

  /// The size at which a file of words is cut into several, in bytes.
  static let wordFileSize = 48 << 10

  private let entries: [SearchEntry]
  private let words: [IndexedWord]
  private let folding: [(from: Unicode.Scalar, to: Unicode.Scalar)]

  package init(_ entries: [SearchEntry]) {
    self.entries = entries
    var collector = WordCollector()
    for (number, entry) in entries.enumerated() { collector.add(entry, number) }
    words = collector.finish(entryCount: entries.count)
    folding = collector.folding
  }

  /// The files, below a folder.
  package func files(below folder: String) -> [PlannedFile] {
    let shards = WordShard.cut(words, maximum: SearchIndex.wordFileSize)
    let starts = stride(from: 0, to: entries.count, by: SearchIndex.entriesPerFile)
    return [
      PlannedFile(path: "\(folder)/search/index.js") { overview(shards) }
    ]
      + shards.enumerated().map { number, shard in
        PlannedFile(path: "\(folder)/search/words-\(number).js") {
          shard.script(number, words[shard.range])
        }
      }
      + starts.enumerated().map { number, start in
        PlannedFile(path: "\(folder)/search/entries-\(number).js") { script(number, from: start) }
      }
  }

  private func overview(_ shards: [WordShard]) -> [UInt8] {
    var buffer = ByteBuffer()
    buffer.append(raw: "ksfSearch(\"index\",0,{\"count\":\(entries.count),\"fold\":{")
    for (index, (from, to)) in folding.enumerated() {
      if index > 0 { buffer.append(raw: ",") }
      buffer.append(script: String(Character(from)))
      buffer.append(raw: ":")
      buffer.append(script: String(Character(to)))
    }
    buffer.append(raw: "},\"words\":[")
    for (index, shard) in shards.enumerated() {
      if index > 0 { buffer.append(raw: ",") }
      buffer.append(script: shard.prefix)
    }
    buffer.append(raw: "]})\n")
    return buffer.bytes
  }

  private func script(_ number: Int, from start: Int) -> [UInt8] {
    var buffer = ByteBuffer()
    buffer.append(raw: "ksfSearch(\"entries\",\(number),[")
    for (index, entry) in entries[start...].prefix(SearchIndex.entriesPerFile).enumerated() {
      buffer.append(raw: index > 0 ? ",\n[" : "\n[")
      let fields = [entry.address, entry.kind, entry.code ?? "", entry.title, entry.text]
      for (index, field) in fields.enumerated() {
        if index > 0 { buffer.append(raw: ",") }
        buffer.append(script: field)
      }
      buffer.append(raw: "]")
    }
    buffer.append(raw: "\n])\n")
    return buffer.bytes
  }
}

extension ByteBuffer {
  /// Appends a text as a literal of JavaScript that may also stand inside an element of HTML.
  mutating func append(script text: String) {
    append(UInt8(ascii: "\""))
    for (index, run) in text.split(separator: "<", omittingEmptySubsequences: false).enumerated() {
      if index > 0 { append(raw: "\\u003c") }
      append(json: String(run))
    }
    append(UInt8(ascii: "\""))
  }
}
