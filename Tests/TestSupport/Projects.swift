package import Compilation
package import Output
package import Project
internal import Session

extension Project {
  /// Applies all fixes that are certain.
  package func fix(except known: Set<String>) throws -> Fixing {
    try readTexts().fixed(except: known)
  }

  /// The files of some kinds of output, by their ids; nil if the project has an error.
  package func files(_ ids: Set<String> = Set(outputFormats.map(\.id))) throws -> [PlannedFile]? {
    try Session(self).snapshot.outputs(ids)?.files()
  }
}
