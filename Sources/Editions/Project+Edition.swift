internal import Disk
package import Project

extension Project {
  /// The project as it was in a folder, as a recorded edition, or at a revision of this project's repository.
  ///
  /// Throws `NoRevision` if none of them exists.
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
