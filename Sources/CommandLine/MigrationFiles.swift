internal import Diagnostics
internal import Disk
internal import Model
internal import Portfolios
internal import Project

extension Project {
  /// The migration maps of the project, sorted by name. Throws `DamagedMap` if one cannot be read.
  func readMigrations() throws -> [MigrationMap] {
    let root = folder + "/migrations"
    return try (fileSystem.files(below: root) ?? []).filter { $0.hasSuffix(".json") }.compactMap {
      path in
      guard let bytes = try fileSystem.read("\(root)/\(path)") else { return nil }
      let file = SourceFile(id: FileID(0), path: path, bytes: bytes)
      guard let map = MigrationMap.read(file) else {
        throw DamagedMap(path: own("migrations/\(path)"))
      }
      return map
    }
  }
}

/// A migration map that cannot be read.
struct DamagedMap: UsageFailure {
  let path: String
  var message: String {
    """
    "\(path)" is no migration map as `ksf migrate` writes it
    Get it back with git, or write it anew: ksf migrate FROM --force
    """
  }
}
