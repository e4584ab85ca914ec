internal import Analysis
package import Diagnostics
internal import Handbook
internal import Lock
package import Model
internal import Threads

/// Everything known of a project at one moment: its texts, and what is wrong with them.
package struct Snapshot: Sendable {
  package let files: SourceFiles
  package let diagnostics: [Diagnostic]

  /// What the files say together, with what does not resolve left out.
  package let contents: Contents

  let templates: ProjectTemplates

  /// What the project has published, as far as its lock could be read; nil if it has none.
  let lock: Lock?

  /// What has changed since the recorded editions before this one, the newest first; for pages alone.
  let earlierEditions: Pending<[EditionChanges]>

  /// How many files the framework was read from.
  package let sourceCount: Int

  /// The files that are the project's own and were looked at: its sources and its templates, but not those that come
  /// with the program.
  package let own: [FileID]

  /// The sources that could not be read to their end, so that more may be wrong with them.
  package let unread: Set<FileID>

  /// For pages alone: where each thing is written.
  var places: Places?

  /// What the contents were linked from, with the trees; nil once that memory is needed for something else.
  var draft: Draft?
}

extension Snapshot {
  /// The framework, if nothing is wrong. It is made when it is asked for, since its links read backwards take a while and a
  /// check needs none.
  package var framework: Framework? { Analysis.framework(contents, unless: diagnostics) }

  /// The same with some more problems.
  func adding(_ more: [Diagnostic]) -> Snapshot {
    Snapshot(
      files: files, diagnostics: diagnostics + more, contents: contents,
      templates: templates, lock: lock, earlierEditions: earlierEditions, sourceCount: sourceCount,
      own: own, unread: unread, places: places, draft: draft)
  }

  /// What the framework is and how large: "first-aid 1.0.0, 12 statements in 3 files".
  package var headline: String {
    let identity = contents.identity
    let statements = identity.vocabulary.statement.counted(contents.statements.count)
    let files = "\(sourceCount) \(sourceCount == 1 ? "file" : "files")"
    return "\(identity.id) \(identity.edition), \(statements) in \(files)"
  }
}

extension Project {
  /// Reads and checks the project.
  package func check() throws -> Snapshot {
    Project.check(try readTexts(), progress)
  }

  /// The templates that come with the program are compiled only where pages are to be made, or where a project's own may
  /// refer to them.
  static func check(
    _ texts: ProjectTexts, _ progress: Progress = Progress(), forPages: Bool = false
  ) -> Snapshot {
    var files = SourceFiles()
    for (path, bytes) in texts.sources { _ = files.add(path: path, bytes: bytes) }
    let sources = files.files
    progress.enter(.parsing, total: sources.count)
    let templates = ProjectTemplates(texts.templates, files: &files, forPages: forPages)
    let isSmall = sources.reduce(0) { $0 + $1.bytes.count } < Concurrency.fewBytes
    let parsed = Concurrency.map(count: sources.count, stride: isSmall ? max(1, sources.count) : 4)
    {
      index in
      defer { progress.step() }
      return ParsedSource(sources[index])
    }
    if templates.hasOwn {
      progress.enter(.templates)
      _ = templates.diagnostics
    }
    let lockFile = texts.lock.map { files.add(path: Lock.path, bytes: $0) }
    progress.enter(.linking)
    let pendingLock = lockFile.map { file in
      Pending(isWorthThread: !isSmall) { Lock.read(file) }
    }
    let draft = link(parsed.map(\.declarations), AllCores())
    let lock = pendingLock?.value
    var earlier =
      parsed.flatMap(\.diagnostics) + templates.diagnostics + MissingLogo.check(draft, templates)
    if let lock {
      let isWhole = earlier.errorCount + draft.diagnostics.errorCount == 0
      earlier += lock.diagnostics
      if lock.diagnostics.isEmpty { earlier += checkLock(lock.lock, draft, isWhole: isWhole) }
    }
    let comparisons = EditionComparisons(texts.editions, to: draft)
    if lock?.diagnostics.isEmpty ?? true {
      earlier += checkEditions(
        texts, lock?.lock, draft, comparisons,
        isWhole: earlier.errorCount + draft.diagnostics.errorCount == 0)
    }
    progress.enter(.checking)
    let isWhole = earlier.errorCount + draft.diagnostics.errorCount == 0
    let hasPages = forPages && isWhole
    let earlierEditions =
      hasPages ? comparisons.earlierEditions() : Pending(isWorthThread: false) { [] }
    let diagnostics = Analysis.check(
      draft, earlier: earlier, rules: allRules, spreading: isSmall ? OneByOne() : AllCores())
    let ownTemplates = Set(texts.templates.map { "templates/" + $0.path })
    return Snapshot(
      files: files, diagnostics: diagnostics, contents: draft.contents, templates: templates,
      lock: lock?.lock, earlierEditions: earlierEditions,
      sourceCount: sources.count,
      own: files.files.enumerated().filter {
        $0.offset < sources.count || ownTemplates.contains($0.element.path)
      }.map(\.element.id),
      unread: Set(parsed.filter { !$0.isComplete }.map(\.declarations.file.id)),
      places: forPages ? Places(draft) : nil, draft: draft)
  }
}

/// Spreads what the analysis does over all cores, one thing at a time.
struct AllCores: Spreading {
  func map<Result: Sendable>(
    count: Int, _ work: @escaping @Sendable (Int) -> Result
  ) -> [Result] {
    Concurrency.map(count: count, stride: 1, work)
  }
}
