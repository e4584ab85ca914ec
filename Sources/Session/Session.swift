package import Compilation
internal import Disk
internal import Output
package import Project
internal import Threads

/// A project that stays compiled in memory.
///
/// It holds the last compilation, which is immutable. Changed files are read and parsed again; then everything is linked and
/// checked anew. An output is made when somebody asks for it. The session knows nothing of protocols.
package final class Session {
  package let project: Project

  private let purpose: Purpose
  private let progress: Progress
  private var texts: ProjectTexts

  /// The present compilation.
  package private(set) var snapshot: Snapshot

  /// The outputs; nil if there is an error, or if the purpose is not `.session`.
  package private(set) var outputs: OutputPlan?

  /// Reads and compiles the project.
  package init(_ project: Project, for purpose: Purpose = .session) throws {
    self.project = project
    self.purpose = purpose
    progress = project.progress
    texts = try project.readTexts()
    snapshot = compile(texts, for: purpose, progress)
    if purpose == .session { outputs = snapshot.outputs() }
  }

  /// Compiles the project again after some files were changed, added or removed, by their paths in the project. With nil, all
  /// files are read again.
  package func update(_ changed: [String]? = nil) throws {
    texts = try project.readTexts(changed: changed, since: texts)
    snapshot = compile(texts, for: purpose, since: snapshot, progress)
    if purpose == .session { outputs = snapshot.outputs() }
  }

  /// The bytes of an output, by its path in the output folder; nil if there is no such file, or the project has an error.
  package func output(at path: String) -> [UInt8]? { outputs?.file(at: path)?.bytes() }
}

extension Project {
  /// Reads and checks the project.
  package func check() throws -> Snapshot { try Session(self, for: .check).snapshot }

  /// Writes the files that fixes changed: all or none, as far as a disk allows.
  package func write(_ changes: [Fixing.Change]) throws {
    try fileSystem.replace(changes.map { ("\(folder)/\($0.path)", $0.new) })
  }
}
