package import Diagnostics
internal import Output
package import Project

/// A project with all certain fixes applied, before anything is written.
package struct Fixing: Sendable {
  /// The snapshot of the fixed project.
  package fileprivate(set) var snapshot: Snapshot

  /// The files that change, by path in the project, in path order.
  package fileprivate(set) var changes: [Change] = []

  package fileprivate(set) var appliedCount = 0

  /// The number of fixes that could still be applied. It is zero, unless the limit of rounds is reached.
  package fileprivate(set) var leftCount = 0

  package struct Change: Sendable {
    package let path: String
    package let old: [UInt8]
    package let new: [UInt8]
  }
}

/// The number of rounds of fixing and checking. A file that cannot be read shows one problem a round.
private let roundLimit = 100

extension ProjectTexts {
  /// Applies fixes until none is left, so that a second run would change nothing. Known findings are ignored.
  package func fixed(except known: Set<String>) -> Fixing {
    let original = self
    var texts = original
    var frozen: Set<String> = []
    var fixing = Fixing(compile(texts))
    for round in 1...roundLimit {
      let snapshot = fixing.snapshot
      let fixed = FixedTexts(
        snapshot.diagnostics(except: known), of: snapshot.files,
        where: { snapshot.own.contains($0) && !frozen.contains(snapshot.files[$0].path) })
      fixing.leftCount = fixed.leftCount
      if fixed.texts.isEmpty { break }
      if round == roundLimit {
        fixing.leftCount += fixed.appliedCount
        break
      }
      let next = texts.replacing(fixed.texts, in: snapshot.files)
      let checked = compile(next, since: snapshot)
      let worse = checked.unread.subtracting(snapshot.unread)
      guard worse.isEmpty else {
        // A fix that makes a file unreadable cannot be right, so this round is discarded.
        frozen.formUnion(worse.map { snapshot.files[$0].path })
        continue
      }
      texts = next
      fixing.snapshot = checked
      fixing.appliedCount += fixed.appliedCount
    }
    fixing.changes = texts.changes(from: original)
    return fixing
  }
}

extension Fixing {
  fileprivate init(_ snapshot: Snapshot) {
    self.snapshot = snapshot
  }
}

extension Snapshot {
  /// The diagnostics without the known findings.
  fileprivate func diagnostics(except known: Set<String>) -> [Diagnostic] {
    known.isEmpty
      ? diagnostics : report(prefix: "", isStrict: false).without(known).diagnostics
  }

  /// The report of this run. `prefix` is the path from the root of the repository to the project.
  package func report(prefix: String, isStrict: Bool, isForRelease: Bool = false) -> Report {
    Report(
      diagnostics, in: files,
      of: Report.Run(
        checked: own, prefix: prefix, version: compilerVersion, isStrict: isStrict,
        isForRelease: isForRelease))
  }
}

extension ProjectTexts {
  /// The texts with new contents for some of the files.
  fileprivate func replacing(_ changed: [FileID: [UInt8]], in files: SourceFiles) -> ProjectTexts {
    let byPath = Dictionary(uniqueKeysWithValues: changed.map { (files[$0.key].path, $0.value) })
    var texts = self
    for index in sources.indices {
      if let bytes = byPath[sources[index].path] { texts.sources[index].bytes = bytes }
    }
    for index in templates.indices {
      if let bytes = byPath["templates/" + templates[index].path] {
        texts.templates[index].bytes = bytes
      }
    }
    return texts
  }

  fileprivate func changes(from original: ProjectTexts) -> [Fixing.Change] {
    let pairs =
      Array(zip(original.sources, sources).map { ($0.path, $0.bytes, $1.bytes) })
      + zip(original.templates, templates).map { ("templates/" + $0.path, $0.bytes, $1.bytes) }
    return pairs.filter { $0.1 != $0.2 }.map { Fixing.Change(path: $0.0, old: $0.1, new: $0.2) }
  }
}
