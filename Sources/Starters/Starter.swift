internal import DefaultTemplates

/// A small project to begin with, which authors write over.
package enum Starter: String, CaseIterable, Sendable {
  case starter, ladder, catalogue, standard

  /// A line for those who choose.
  package var summary: String {
    switch self {
    case .starter: "knowledge and skills in two phases, with a source and a term"
    case .ladder: "the same capabilities at a higher level by role"
    case .catalogue: "many skills in groups, and who needs them at which level"
    case .standard: "numbered paragraphs in sections"
    }
  }

  /// Its files, by path in the project.
  package var files: [ProjectFile] {
    ProjectFile.all(below: "starters/\(rawValue)/")
      + ProjectFile.all(below: "starters/common/").map { file in
        // In the repository it has another name, lest Git obeys it there.
        ProjectFile(path: file.path == "gitignore" ? ".gitignore" : file.path, bytes: file.bytes)
      }
  }
}

/// A server that runs checks on each change.
package enum ContinuousIntegration: String, CaseIterable, Sendable {
  case github, gitlab

  /// The files that tell it what to run, by path in the project.
  package var files: [ProjectFile] { ProjectFile.all(below: "starters/ci/\(rawValue)/") }
}

/// A file that a new project gets.
package struct ProjectFile: Sendable {
  package let path: String
  package let bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    (self.path, self.bytes) = (path, bytes)
  }

  /// The program's files below a folder of the repository, by path from there.
  static func all(below folder: String) -> [ProjectFile] {
    EmbeddedFile.starters.compactMap { file in
      guard file.path.hasPrefix(folder) else { return nil }
      return ProjectFile(path: String(file.path.dropFirst(folder.count)), bytes: file.bytes)
    }
  }
}
