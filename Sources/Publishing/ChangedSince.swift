internal import Compilation
internal import Diagnostics
internal import Disk
internal import Editions
package import Project

extension Project {
  /// The fingerprints of the problems at a revision, by which a report recognises new ones.
  ///
  /// The baseline is the merge base with the revision, so that later fixes elsewhere do not count against the present work.
  /// Problems are compared and not files, since a change in one file can break another.
  package func problems(at revision: String) throws -> Set<String> {
    let start = try GitRevision.start(of: revision, ofRepositoryAt: folder)
    let prefix = repositoryPrefix
    let disk = try GitRevision(start, ofRepositoryAt: folder, project: prefix)
    let project = Project(
      folder: prefix.isEmpty ? "." : String(prefix.dropLast()), fileSystem: disk)
    // Without a framework at that time, every problem is new.
    guard disk.resolve(project.folder + "/framework") != nil else { return [] }
    let report = try compile(project.readTexts()).report(prefix: "", isStrict: false)
    return Set(report.findings.map(\.fingerprint))
  }
}
