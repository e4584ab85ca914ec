internal import Analysis
package import Comparison
internal import Model

extension Project {
  /// The framework as it was in a folder, or at a revision of the repository that this project belongs to.
  ///
  /// Throws `NoRevision` if there is neither.
  package func edition(_ name: String) throws -> Project {
    if fileSystem.resolve(name + "/framework") != nil {
      return Project(folder: name, fileSystem: fileSystem)
    }
    let revision = try GitRevision(name, ofRepositoryAt: folder)
    let prefix =
      repositoryPrefix.hasSuffix("/") ? String(repositoryPrefix.dropLast()) : repositoryPrefix
    return Project(folder: prefix.isEmpty ? "." : prefix, fileSystem: revision)
  }

  /// What changed in meaning from one project to another. Problems of either are passed over; what does not resolve is
  /// not compared.
  package static func compare(_ old: Project, _ new: Project) throws -> Comparison {
    Comparison(from: try old.contents(), to: try new.contents())
  }

  private func contents() throws -> Contents {
    try check().draft.contents
  }
}
