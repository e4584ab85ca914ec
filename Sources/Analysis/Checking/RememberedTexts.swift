internal import Diagnostics
internal import Output
internal import Syntax

/// What the rules that look at words gathered in the texts of a framework, part by part, the last time that it was checked.
///
/// It holds for a part as long as nothing but the texts of statements has changed anywhere, and nothing at all in the files of the
/// part: which words are looked for depends on settings, glossary and ids.
package struct RememberedTexts: Sendable {
  /// What was kept of each part; empty if nothing was.
  private let parts: [ArraySlice<UInt8>]

  /// Whether a file, by its number, has the bytes that it had.
  let isSame: @Sendable (_ file: Int) -> Bool

  private let keepParts: @Sendable ([ArraySlice<UInt8>]) -> Void

  /// Takes what was kept; nothing, if only this time is to be kept. `keep` is given that piece by piece, unless there is an error.
  package init(
    _ bytes: ArraySlice<UInt8>, isSame: @escaping @Sendable (_ file: Int) -> Bool,
    keep: @escaping @Sendable ([ArraySlice<UInt8>]) -> Void
  ) {
    var reader = NumberReader(bytes)
    let sizes = (0..<reader.count(of: 1)).map { _ in Int(reader.number()) }
    let parts = sizes.map { reader.raw($0) }
    self.parts = reader.isAtEnd ? parts : []
    self.isSame = isSame
    keepParts = keep
  }

  func part(_ number: Int) -> ArraySlice<UInt8> { number < parts.count ? parts[number] : [] }

  /// Keeps what was gathered in each part.
  func keep(_ parts: [ArraySlice<UInt8>]) {
    var sizes = NumberWriter()
    for number in [parts.count] + parts.map(\.count) { sizes.append(UInt32(number)) }
    keepParts([sizes.bytes[...]] + parts)
  }
}

extension WrittenText {
  /// Writes where it stands.
  func write(to writer: inout NumberWriter) {
    writer.append(UInt32(declarations.file.id.rawValue))
    writer.append(UInt32(node))
    writer.append(byte: use.rawValue)
    writer.append(UInt32(term.map { $0 + 1 } ?? 0))
  }

  /// Nil if there is no such text.
  init?(kept reader: inout NumberReader, _ files: [Declarations]) {
    let (file, node) = (Int(reader.number()), Int(reader.number()))
    guard let use = Use(rawValue: reader.byte()) else { return nil }
    let term = Int(reader.number())
    guard file < files.count, files[file].file.id.rawValue == Int32(file),
      node < files[file].tree.nodes.count
    else { return nil }
    self.init(files[file], node, use, term: term == 0 ? nil : term - 1)
  }
}

extension NumberWriter {
  /// A part of a text, as offsets into its bytes.
  mutating func append(part: Range<Int>) {
    append(UInt32(part.lowerBound))
    append(UInt32(part.count))
  }
}

extension NumberReader {
  mutating func part() -> Range<Int> {
    let start = Int(number())
    return start..<(start + Int(number()))
  }
}
