internal import Analysis
internal import Diagnostics
internal import Output
internal import Syntax

/// What one file says by itself, and what is wrong with its YAML.
struct ReadSource: Sendable {
  let declarations: Declarations
  let diagnostics: [Diagnostic]

  /// For pages alone.
  let print: SourcePrint?

  /// Where it is kept for the next build; nil if it is not.
  let place: KeptSources.Place?

  /// Whether it could be read to its end.
  var isComplete: Bool { declarations.tree.isComplete }

  /// Reads a file, and keeps what it says for the next build if there is somebody to do that.
  init(_ file: SourceFile, printing: Bool, _ keeper: SourceKeeper? = nil) {
    let parsed = parse(file)
    print = printing ? SourcePrint(file.bytes, parsed.tree) : nil
    declarations = declare(file, parsed.tree)
    diagnostics = parsed.diagnostics
    let kept = keeper == nil || !diagnostics.isEmpty ? nil : print?.kept(with: declarations)
    place = kept.flatMap { keeper?.keep(file.bytes, $0) }
  }

  /// Takes over what was kept of a file. Nil if that cannot be it.
  init?(_ file: SourceFile, _ kept: KeptSources.Source) {
    var reader = NumberReader(kept.made[...])
    guard let print = SourcePrint(kept: &reader),
      let declarations = Declarations(of: file, kept: &reader), reader.isAtEnd
    else { return nil }
    (self.print, self.declarations, diagnostics, place) = (print, declarations, [], kept.place)
  }
}

extension KeptSources.Source {
  /// The digest of its bytes; nil if what was kept cannot be right.
  var digest: Digest? { SourcePrint.digest(ofKept: made) }
}

extension SourcePrint {
  /// What is kept of a file beside its bytes; nil if something was wrong with it, since what was found is not kept.
  func kept(with declarations: Declarations) -> [UInt8]? {
    var writer = NumberWriter(reserving: declarations.tree.source.count / 2)
    write(to: &writer)
    return declarations.write(to: &writer) ? writer.bytes : nil
  }

  /// The first of what is kept.
  fileprivate static func digest(ofKept kept: [UInt8]) -> Digest? {
    kept.count < Digest.size ? nil : Digest(bytes: kept[..<Digest.size])
  }

  private func write(to writer: inout NumberWriter) {
    file.withUnsafeBytes { writer.append(raw: $0) }
    structure.withUnsafeBytes { writer.append(raw: $0) }
    writer.append(UInt32(statements.count))
    for statement in statements {
      writer.append(statement.id.utf8)
      statement.texts.withUnsafeBytes { writer.append(raw: $0) }
    }
  }

  /// Nil if there is not enough.
  fileprivate init?(kept reader: inout NumberReader) {
    func hash() -> ContentHash {
      reader.raw(ContentHash.size).withUnsafeBytes { ContentHash(kept: $0) }
    }
    file = FilePrint(kept: reader.raw(FilePrint.size))
    structure = hash()
    var statements: [(id: String, texts: ContentHash)] = []
    let count = reader.count(of: 1 + ContentHash.size)
    statements.reserveCapacity(count)
    for _ in 0..<count {
      let id = String(decoding: reader.run(), as: UTF8.self)
      statements.append((id, hash()))
    }
    self.statements = statements
    guard reader.isWhole else { return nil }
  }
}
