internal import Analysis
package import Comparison
internal import Model

extension Project {
  /// The framework as it was in a folder, as a recorded edition, or at a revision of the repository that this project
  /// belongs to.
  ///
  /// Throws `NoRevision` if there is none of them.
  package func edition(_ name: String) throws -> Project {
    let recorded = "\(folder)/\(EditionTexts.folder)/\(name)"
    for candidate in [name, recorded] where fileSystem.resolve(candidate + "/framework") != nil {
      return Project(folder: candidate, fileSystem: fileSystem)
    }
    let prefix = repositoryPrefix
    let revision = try GitRevision(name, ofRepositoryAt: folder, project: prefix)
    return Project(folder: prefix.isEmpty ? "." : String(prefix.dropLast()), fileSystem: revision)
  }

  /// What the number of an edition has to go beyond, if nothing is named: the last recorded edition, or else the last
  /// commit.
  package func lastEdition() throws -> String {
    try readEditions().last?.edition.description ?? "HEAD"
  }

  /// What changed in meaning from one project to another. Problems of either are passed over; what does not resolve is
  /// not compared.
  package static func compare(_ old: Project, _ new: Project) throws -> Comparison {
    Comparison(from: try old.contents(), to: try new.contents())
  }

  private func contents() throws -> Contents {
    // What its lock says does not matter for what it means.
    var texts = try readTexts()
    (texts.lock, texts.editions) = (nil, [])
    return Project.check(texts).contents
  }
}
