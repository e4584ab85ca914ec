internal import Analysis
package import Diagnostics
internal import Editions
internal import Handbook
package import Lock
package import Model
package import Project
internal import Syntax
package import Threads

/// An immutable snapshot of a project: its texts, its contents and its problems.
package struct Snapshot: Sendable {
  package let files: SourceFiles
  package let diagnostics: [Diagnostic]

  /// The linked contents of all files, without unresolved references.
  package let contents: Contents

  let templates: ProjectTemplates

  /// The project's lock, as far as it could be read; nil if it has none.
  package let lock: Lock?

  /// The changes since earlier recorded editions, newest first.
  let earlierEditions: Future<[EditionChanges]>
  let hasEarlierEditions: Bool

  /// The number of the framework's source files.
  package let sourceCount: Int

  /// The checked files of the project: its sources and its own templates, without the default templates.
  package let own: [FileID]

  /// The sources that could not be read to their end, so that they may have more problems.
  package let unread: Set<FileID>

  /// The source range of each thing; nil if no pages are to be made.
  let recordRanges: RecordRanges?

  /// The trees and declarations of all files; nil once their memory was released.
  package var frontEnd: FrontEnd?
}

/// The parsed sources, and the draft that was linked from them.
package struct FrontEnd: Sendable {
  let declarations: [Declarations]
  let draft: Draft
}

extension Snapshot {
  /// The framework, if there are no errors. It is made on demand: its reverse links take a while, and a check needs none.
  package var framework: Framework? { Analysis.framework(contents, unless: diagnostics) }

  /// The snapshot with some more diagnostics.
  func adding(_ more: [Diagnostic]) -> Snapshot {
    Snapshot(
      files: files, diagnostics: diagnostics + more, contents: contents,
      templates: templates, lock: lock, earlierEditions: earlierEditions,
      hasEarlierEditions: hasEarlierEditions, sourceCount: sourceCount,
      own: own, unread: unread, recordRanges: recordRanges, frontEnd: frontEnd)
  }

  /// The framework's name and size: "first-aid 1.0.0, 12 statements in 3 files".
  package var headline: String {
    let identity = contents.identity
    let statements = identity.vocabulary.statement.counted(contents.statements.count)
    let files = "\(sourceCount) \(sourceCount == 1 ? "file" : "files")"
    return "\(identity.id) \(identity.edition), \(statements) in \(files)"
  }
}

/// The purpose of a compilation.
package enum Purpose: Sendable {
  /// To report problems.
  case check

  /// To make all outputs at once.
  case build

  /// To make single outputs on request.
  case session
}

/// Compiles the texts of a project into a snapshot: parses, links and checks.
///
/// Sources that equal those of `previous` are not parsed again. The default templates are compiled only if pages are to be
/// made, or if the project's own templates may refer to them.
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
  let known = previous?.frontEnd?.declarations ?? []
  let declarations = Concurrency.map(
    count: sources.count, stride: isSmall ? max(1, sources.count) : 4
  ) {
    index in
    defer { progress.step() }
    if index < known.count, known[index].areOf(sources[index]) { return known[index] }
    return declare(sources[index], parse(sources[index]))
  }
  if templates.hasOwn {
    progress.enter(.templates)
    _ = templates.diagnostics
  }
  let lockFile = texts.lock.map { files.add(path: Lock.path, bytes: $0) }
  progress.enter(.linking)
  let futureLock = lockFile.map { file in Future(onThread: !isSmall) { Lock.read(file) } }
  let draft = link(declarations)
  let lock = futureLock?.value
  var earlier =
    templates.diagnostics + MissingLogo.check(draft, templates)
    + UnreadFile.check(texts)
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
  // A build shows these changes. They are begun now, since nothing else has to wait for them.
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
    unread: Set(declarations.filter { !$0.tree.isComplete }.map(\.file.id)),
    recordRanges: purpose == .check ? nil : RecordRanges(draft),
    frontEnd: FrontEnd(declarations: declarations, draft: draft))
}
