internal import Disk
package import Project

extension Project {
  /// The framework as it was in a folder, as a recorded edition, or at a revision of the repository that this project
  /// belongs to.
  ///
  /// Throws `NoRevision` if there is none of them.
  package func edition(_ name: String) throws -> Project {
    let recorded = "\(folder)/\(EditionFiles.folder)/\(name)"
    for candidate in [name, recorded] where fileSystem.resolve(candidate + "/framework") != nil {
      return Project(folder: candidate, fileSystem: fileSystem)
    }
    let prefix = repositoryPrefix
    let revision = try GitRevision(name, ofRepositoryAt: folder, project: prefix)
    return Project(folder: prefix.isEmpty ? "." : String(prefix.dropLast()), fileSystem: revision)
  }
}
