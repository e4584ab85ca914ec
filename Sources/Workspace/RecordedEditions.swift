internal import Analysis
internal import Comparison
internal import Diagnostics
internal import Glibc
internal import Lock
internal import Model
internal import Output
internal import Threads

/// An edition as it was recorded: the sources that it was made of, below `editions/EDITION/` of the project.
///
/// That folder is a project of its own, so that an edition can be compared, built and used as any other. Sources are
/// kept, and not what was compiled from them, since Git holds a file that has not changed only once.
struct EditionTexts: Sendable {
  static let folder = "editions"

  let edition: Edition

  /// By path below the edition's folder, in order.
  let sources: [ProjectTexts.Text]

  /// By source: the number of the project's own source that is the same; nil if there is none.
  private let current: [Int?]

  /// The digest of the sources: of a line for each file, as `sha256sum` prints them, in path order.
  ///
  /// Line ends count as if all were line feeds, since Git may have changed them.
  let digest: String

  init(edition: Edition, sources: [ProjectTexts.Text]) {
    self.init(
      edition: edition, sources: sources, current: [],
      digests: sources.map { Digest(of: withoutReturns($0.bytes)) })
  }

  /// `digests` are those of the sources.
  fileprivate init(
    edition: Edition, sources: [ProjectTexts.Text], current: [Int?], digests: [Digest]
  ) {
    self.edition = edition
    self.sources = sources
    self.current = current
    var list = ByteBuffer()
    for (source, digest) in zip(sources, digests) {
      list.append(raw: digest.hexadecimal)
      list.append(raw: "  ")
      list.append(raw: source.path)
      list.append(raw: "\n")
    }
    digest = Digest(of: list.bytes).hexadecimal
  }

  /// What the edition said. Problems are passed over: what does not resolve is not compared. `now` are the declarations of the
  /// project's own sources, of which most are often the same.
  func contents(_ now: [Declarations] = []) -> Contents {
    let declarations = Concurrency.map(count: sources.count, stride: 4) { index in
      if index < current.count, let same = current[index], same < now.count { return now[same] }
      return ParsedSource(
        SourceFile(id: FileID(index), path: sources[index].path, bytes: sources[index].bytes)
      ).declarations
    }
    return link(declarations, AllCores()).contents
  }
}

private func withoutReturns(_ bytes: [UInt8]) -> [UInt8] {
  guard memchr(bytes, 0x0D, bytes.count) != nil else { return bytes }
  return bytes.indices.filter { index in
    bytes[index] != 0x0D || index + 1 >= bytes.count || bytes[index + 1] != 0x0A
  }.map { bytes[$0] }
}

extension EditionTexts {
  /// Whether these are the sources that were recorded. To compare them takes a tenth of the time of their digest.
  func has(_ sources: [ProjectTexts.Text]) -> Bool {
    sources.count == self.sources.count
      && zip(sources, self.sources).allSatisfy { one, other in
        one.path == other.path
          && (areEqual(one.bytes, other.bytes)
            || withoutReturns(one.bytes) == withoutReturns(other.bytes))
      }
  }
}

extension Project {
  /// The recorded editions, the lowest first. What they have in common with the project's `sources` is held only once.
  func readEditions(besides sources: [ProjectTexts.Text] = []) throws -> [EditionTexts] {
    let files = try recordedFiles()
    guard !files.isEmpty else { return [] }
    let numbers = Dictionary(
      sources.enumerated().map { ($1.path, $0) }, uniquingKeysWith: { first, _ in first })
    let read = try Concurrency.map(count: files.count, stride: strideOfFiles(files.count)) {
      [self] index throws(MachineFailure) -> EditionTexts.Recorded? in
      let (edition, path) = files[index]
      let whole = "\(folder)/\(EditionTexts.folder)/\(edition)/\(path)"
      guard let bytes = try fileSystem.read(whole) else { return nil }
      let same = numbers[path].flatMap { areEqual(sources[$0].bytes, bytes) ? $0 : nil }
      return EditionTexts.Recorded(
        edition: edition, source: (path, same.map { sources[$0].bytes } ?? bytes), current: same,
        digest: Digest(of: withoutReturns(bytes)))
    }
    return EditionTexts.grouped(read.compactMap { $0 })
  }

  /// The files of which the recorded editions consist, in the order of their paths: each with its path in the edition.
  private func recordedFiles() throws -> [(edition: Edition, path: String)] {
    var files: [(edition: Edition, path: String)] = []
    // All of one folder follow one another.
    var (name, edition): (Substring, Edition?) = ("", nil)
    for path in try fileSystem.files(below: folder + "/" + EditionTexts.folder) ?? [] {
      guard let slash = path.utf8.firstIndex(of: UInt8(ascii: "/")) else { continue }
      if path[..<slash] != name {
        name = path[..<slash]
        edition = Edition(reading: name)
      }
      let way = path[path.utf8.index(after: slash)...]
      if let edition, way.isSource { files.append((edition, String(way))) }
    }
    return files
  }
}

extension EditionTexts {
  /// One file of an edition, as it was read.
  fileprivate struct Recorded: Sendable {
    let edition: Edition
    let source: ProjectTexts.Text
    let current: Int?
    let digest: Digest
  }

  /// The editions that some files belong to, which stand together for each.
  fileprivate static func grouped(_ files: [Recorded]) -> [EditionTexts] {
    var editions: [EditionTexts] = []
    var start = 0
    while start < files.count {
      let edition = files[start].edition
      let own = files[start...].prefix { $0.edition == edition }
      editions.append(
        EditionTexts(
          edition: edition, sources: own.map(\.source), current: own.map(\.current),
          digests: own.map(\.digest)))
      start = own.endIndex
    }
    return editions.sorted { $0.edition < $1.edition }
  }
}

extension Substring {
  /// Whether this is the way in a project to a file with a part of the framework or a record of a source.
  fileprivate var isSource: Bool {
    (utf8.starts(with: "framework/".utf8) || utf8.starts(with: "seeds/".utf8)) && isYAML(self)
  }
}

/// Holds the recorded editions against the lock, and the framework against the last of them.
func checkEditions(
  _ texts: ProjectTexts, _ lock: Lock?, _ draft: Draft, _ comparisons: EditionComparisons,
  isWhole: Bool
) -> [Diagnostic] {
  var bag = DiagnosticBag()
  let recorded = Dictionary(
    texts.editions.map { ($0.edition.description, $0) }, uniquingKeysWith: { first, _ in first })
  for entry in (lock?.editions ?? []) where recorded[entry.edition]?.digest != entry.digest {
    bag.report(
      ChangedEdition(
        range: entry.range, edition: entry.edition,
        what: recorded[entry.edition] == nil ? .isGone : .isChanged))
  }
  let noted = Set((lock?.editions ?? []).map(\.edition))
  for edition in texts.editions where !noted.contains(edition.edition.description) {
    bag.report(
      ChangedEdition(range: nil, edition: edition.edition.description, what: .isNotNoted))
  }
  if isWhole, bag.diagnostics.isEmpty { checkNumber(texts, draft, comparisons, &bag) }
  return bag.diagnostics
}

/// Whether the framework has changed since the last recorded edition by more than its number says.
private func checkNumber(
  _ texts: ProjectTexts, _ draft: Draft, _ comparisons: EditionComparisons,
  _ bag: inout DiagnosticBag
) {
  guard let last = texts.editions.last else { return }
  let now = draft.contents.identity.edition
  guard !last.has(texts.sources) else { return }
  let required = comparisons.comparison(with: texts.editions.count - 1).requiredEdition
  guard !required.allows(now) else { return }
  let worst = required.changeClass ?? .editorial
  bag.report(
    EditionTooLow(
      range: draft.editionPlace, edition: now.description, last: last.edition.description,
      lowest: required.lowest.description, worst: worst.title))
}

/// A recorded edition that is not what was recorded.
struct ChangedEdition: Problem {
  static let rule = Rule(
    "KSF0909", "changed-edition",
    summary: "Refuses a recorded edition that was changed, is gone, or was put there by hand.",
    reason:
      "People have an edition in their hands. What it said has to stay findable, word for word.",
    bad: "# editions/1.0.0/framework/framework.yaml, edited after 1.0.0 was recorded",
    good: "# a change in framework/, and a new edition: ksf release")

  enum What: Sendable { case isChanged, isGone, isNotNoted }

  let range: SourceRange?
  let edition: String
  let what: What

  var message: String {
    switch what {
    case .isChanged: "the recorded edition \(edition) was changed"
    case .isGone: "the recorded edition \(edition) is gone"
    case .isNotNoted: "the lock does not know the edition in `editions/\(edition)`"
    }
  }

  var help: String {
    switch what {
    case .isChanged, .isGone:
      "Get it back: git checkout HEAD -- editions/\(edition). What is to change belongs in `framework/`, and into an edition of its own."
    case .isNotNoted:
      "Editions are recorded by `ksf release`. Remove the folder, or get back the lock that knows it."
    }
  }
}

/// An edition whose number says less than has changed.
struct EditionTooLow: Problem {
  static let rule = Rule(
    "KSF0910", "edition-too-low", .warning,
    summary:
      "Warns of an `edition` that is lower than the changes since the last recorded edition demand.",
    reason:
      "People tell by the number whether they have to look at what changed. Two states under one number cannot be told apart.",
    bad: "edition: 1.0.0  # 1.0.0 is recorded, and a statement was reworded since",
    good: "edition: 2.0.0")

  let range: SourceRange?
  let edition: String
  let last: String
  let lowest: String
  let worst: String

  var message: String {
    "the edition is \(edition), but what changed since \(last) demands \(lowest)"
  }
  var help: String {
    "The worst change is \(worst): `ksf diff \(last)` shows it. Write `edition: \(lowest)`, and what is new in it under `changes:`."
  }
}
