internal import Analysis
package import Diagnostics
internal import Editions
internal import Handbook
package import Lock
package import Model
package import Project
package import Threads

/// Everything known of a project at one moment: its texts, and what is wrong with them. It never changes.
package struct Snapshot: Sendable {
  package let files: SourceFiles
  package let diagnostics: [Diagnostic]

  /// What the files say together, with what does not resolve left out.
  package let contents: Contents

  let templates: ProjectTemplates

  /// What the project has published, as far as its lock could be read; nil if it has none.
  package let lock: Lock?

  /// What has changed since the recorded editions before this one, the newest first.
  let earlierEditions: Future<[EditionChanges]>
  let hasEarlierEditions: Bool

  /// How many files the framework was read from.
  package let sourceCount: Int

  /// The files that are the project's own and were looked at: its sources and its templates, but not those that come
  /// with the program.
  package let own: [FileID]

  /// The sources that could not be read to their end, so that more may be wrong with them.
  package let unread: Set<FileID>

  /// Where each thing is written; nil if there are to be no pages.
  let places: Places?

  /// The trees and declarations of all files; nil once that memory is needed for something else.
  package var frontEnd: FrontEnd?
}

/// What the sources were before they were linked, and what they were linked to.
package struct FrontEnd: Sendable {
  let parsed: [ParsedSource]
  let draft: Draft
}

extension Snapshot {
  /// The framework, if nothing is wrong. It is made when it is asked for, since its links read backwards take a while and a
  /// check needs none.
  package var framework: Framework? { Analysis.framework(contents, unless: diagnostics) }

  /// The same with some more problems.
  func adding(_ more: [Diagnostic]) -> Snapshot {
    Snapshot(
      files: files, diagnostics: diagnostics + more, contents: contents,
      templates: templates, lock: lock, earlierEditions: earlierEditions,
      hasEarlierEditions: hasEarlierEditions, sourceCount: sourceCount,
      own: own, unread: unread, places: places, frontEnd: frontEnd)
  }

  /// What the framework is and how large: "first-aid 1.0.0, 12 statements in 3 files".
  package var headline: String {
    let identity = contents.identity
    let statements = identity.vocabulary.statement.counted(contents.statements.count)
    let files = "\(sourceCount) \(sourceCount == 1 ? "file" : "files")"
    return "\(identity.id) \(identity.edition), \(statements) in \(files)"
  }
}

/// For what a project is compiled.
package enum Purpose: Sendable {
  /// To tell what is wrong with it.
  case check

  /// To make all outputs, at once.
  case build

  /// To make one output when it is asked for.
  case session
}

/// Reads and checks the texts of a project, from bytes to the verdict.
///
/// A source that is as it was in `previous` is not parsed again. Templates that come with the program are compiled only where
/// pages are to be made, or where a project's own may refer to them.
package func compile(
  _ texts: ProjectTexts, for purpose: Purpose = .check, since previous: Snapshot? = nil,
  _ progress: Progress = Progress()
) -> Snapshot {
  var files = SourceFiles()
  for (path, bytes) in texts.sources { _ = files.add(path: path, bytes: bytes) }
  let sources = files.files
  progress.enter(.parsing, total: sources.count)
  let templates = ProjectTemplates(
    texts.templates, files: &files, forPages: purpose != .check, since: previous?.templates)
  let isSmall = sources.reduce(0) { $0 + $1.bytes.count } < Concurrency.fewBytes
  let known = previous?.frontEnd?.parsed ?? []
  let parsed = Concurrency.map(count: sources.count, stride: isSmall ? max(1, sources.count) : 4) {
    index in
    defer { progress.step() }
    if index < known.count, known[index].isOf(sources[index]) { return known[index] }
    return ParsedSource(sources[index])
  }
  if templates.hasOwn {
    progress.enter(.templates)
    _ = templates.diagnostics
  }
  let lockFile = texts.lock.map { files.add(path: Lock.path, bytes: $0) }
  progress.enter(.linking)
  let futureLock = lockFile.map { file in Future(onThread: !isSmall) { Lock.read(file) } }
  let draft = link(parsed.map(\.declarations))
  let lock = futureLock?.value
  var earlier =
    parsed.flatMap(\.diagnostics) + templates.diagnostics + MissingLogo.check(draft, templates)
  func isWhole() -> Bool { earlier.errorCount + draft.diagnostics.errorCount == 0 }
  if let lock {
    let isWhole = isWhole()
    earlier += lock.diagnostics
    if lock.diagnostics.isEmpty { earlier += checkLock(lock.lock, draft, isWhole: isWhole) }
  }
  let comparisons = EditionComparisons(RecordedEdition.all(texts.editions), to: draft)
  if lock?.diagnostics.isEmpty ?? true {
    earlier += checkEditions(comparisons, lock?.lock, draft, texts.sources, isWhole: isWhole())
  }
  progress.enter(.checking)
  let earlierEditions = comparisons.earlier(atMost: EditionChanges.mostEditions)
  // What a build shows of them is begun now, since nothing else has to wait for it.
  let isBegun = purpose == .build && isWhole() && !earlierEditions.isEmpty
  let changes = Future(onThread: isBegun) {
    Concurrency.map(count: earlierEditions.count, stride: 1) { index in
      EditionChanges(comparisons.comparison(with: earlierEditions[index]))
    }
  }
  let diagnostics = Analysis.check(draft, earlier: earlier, rules: allRules)
  let ownTemplates = Set(texts.templates.map { "templates/" + $0.path })
  return Snapshot(
    files: files, diagnostics: diagnostics, contents: draft.contents, templates: templates,
    lock: lock?.lock, earlierEditions: changes, hasEarlierEditions: !earlierEditions.isEmpty,
    sourceCount: sources.count,
    own: files.files.enumerated().filter {
      $0.offset < sources.count || ownTemplates.contains($0.element.path)
    }.map(\.element.id),
    unread: Set(parsed.filter { !$0.isComplete }.map(\.declarations.file.id)),
    places: purpose == .check ? nil : Places(draft),
    frontEnd: FrontEnd(parsed: parsed, draft: draft))
}
