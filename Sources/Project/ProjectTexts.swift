internal import Disk

/// The texts of a project: as read, or as changed by fixes.
package struct ProjectTexts: Sendable {
  package typealias Text = (path: String, bytes: [UInt8])

  /// The framework's files, by path in the project.
  package var sources: [Text]

  /// The project's own templates and assets, by path below `templates/`.
  package var templates: [Text]

  /// The lock; nil if the project has none.
  package var lock: [UInt8]?

  /// The recorded editions, in the order of their folders' names.
  package var editions: [EditionFiles] = []

  /// What looks like a source and is not read.
  package var passedOver: [PassedOver] = []

  init(
    sources: [Text], templates: [Text], lock: [UInt8]?, editions: [EditionFiles],
    passedOver: [PassedOver]
  ) {
    (self.sources, self.templates, self.lock) = (sources, templates, lock)
    (self.editions, self.passedOver) = (editions, passedOver)
  }

  /// The texts of a project that is not on a disk.
  package init(sources: [Text]) {
    (self.sources, templates) = (sources, [])
  }
}

extension ProjectTexts {
  /// A copy that shares the memory of sources equal to those in `previous`, which makes later comparisons fast.
  func sharing(_ previous: ProjectTexts) -> ProjectTexts {
    let known = Dictionary(
      previous.sources.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
    var texts = self
    for (number, source) in sources.enumerated() {
      if let bytes = known[source.path], areEqual(bytes, source.bytes) {
        texts.sources[number].bytes = bytes
      }
    }
    return texts
  }
}

/// The sources in a folder below `editions/`.
package struct EditionFiles: Sendable {
  package static let folder = "editions"

  /// The name of the folder.
  package let name: String

  /// The sources by path below the folder, sorted.
  package let sources: [ProjectTexts.Text]

  /// The index of the project's own source with the same path and bytes, by source; nil if there is none.
  package let current: [Int?]

  package init(name: String, sources: [ProjectTexts.Text], current: [Int?]) {
    (self.name, self.sources, self.current) = (name, sources, current)
  }
}
