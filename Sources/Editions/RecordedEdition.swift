package import Analysis
internal import Diagnostics
internal import Disk
internal import Glibc
package import Model
internal import Output
package import Project
internal import Syntax
internal import Threads

/// A recorded edition: its sources, below `editions/EDITION/` of the project.
///
/// The folder is a project of its own, so an edition can be compared, built and used like any other. Sources are recorded, and
/// not compiled output, since Git stores an unchanged file only once.
package struct RecordedEdition: Sendable {
  package let edition: Edition

  /// The sources by path below the edition's folder, sorted.
  package let sources: [ProjectTexts.Text]

  /// The index of the project's own source with the same bytes, by source; nil if there is none.
  private let current: [Int?]

  /// The digest of the sources: of a list in path order with a line for each file, as `sha256sum` prints it.
  ///
  /// CR LF counts as LF, since Git may have changed the line ends.
  package let digest: String

  package init(edition: Edition, sources: [ProjectTexts.Text], current: [Int?] = []) {
    self.edition = edition
    self.sources = sources
    self.current = current
    let digests = Concurrency.map(count: sources.count, stride: 16) {
      Digest(of: withoutReturns(sources[$0].bytes))
    }
    var list = ByteBuffer()
    for (source, digest) in zip(sources, digests) {
      list.append(raw: digest.hexadecimal)
      list.append(raw: "  ")
      list.append(raw: source.path)
      list.append(raw: "\n")
    }
    digest = Digest(of: list.bytes).hexadecimal
  }

  /// The recorded editions of a project, lowest first. Folders whose names are no editions are ignored.
  package static func all(_ folders: [EditionFiles]) -> [RecordedEdition] {
    folders.compactMap { files in
      Edition(reading: files.name[...]).map {
        RecordedEdition(edition: $0, sources: files.sources, current: files.current)
      }
    }.sorted { $0.edition < $1.edition }
  }

  /// The contents of the edition. Problems are ignored, and unresolved references are not compared. `now` holds the
  /// declarations of the project's own sources, most of which are often the same.
  package func contents(_ now: [Declarations] = []) -> Contents {
    let known = Dictionary(now.map { ($0.file.id, $0) }) { first, _ in first }
    let declarations = Concurrency.map(count: sources.count, stride: 4) { index in
      if index < current.count, let same = current[index].flatMap({ known[FileID($0)] }) {
        return same
      }
      let file = SourceFile(
        id: FileID(index), path: sources[index].path, bytes: sources[index].bytes)
      return declare(file, parse(file))
    }
    return link(declarations).contents
  }
}

private func withoutReturns(_ bytes: [UInt8]) -> [UInt8] {
  guard memchr(bytes, 0x0D, bytes.count) != nil else { return bytes }
  return bytes.indices.filter { index in
    bytes[index] != 0x0D || index + 1 >= bytes.count || bytes[index + 1] != 0x0A
  }.map { bytes[$0] }
}

extension RecordedEdition {
  /// Whether these sources equal the recorded ones. Comparing takes a tenth of the time of computing a digest.
  package func has(_ sources: [ProjectTexts.Text]) -> Bool {
    sources.count == self.sources.count
      && zip(sources, self.sources).allSatisfy { one, other in
        one.path == other.path
          && (areEqual(one.bytes, other.bytes)
            || withoutReturns(one.bytes) == withoutReturns(other.bytes))
      }
  }
}
