internal import Disk
internal import Output

/// Conflicts between output paths, such as an asset of the project at the path of a page.
enum ContestedPaths {
  /// A path that two files want, or that is both a file and a folder; nil if there is none.
  static func first(of files: [PlannedFile]) -> String? {
    var paths: Set<String> = []
    var folders: Set<Substring> = []
    paths.reserveCapacity(files.count)
    for file in files {
      guard paths.insert(file.path).inserted else { return file.path }
      folders.insert(file.path[...].parentFolder)
    }
    var contested: [String] = []
    for folder in folders {
      var folder = folder
      while !folder.isEmpty {
        if paths.contains(String(folder)) { contested.append(String(folder)) }
        folder = folder.parentFolder
      }
    }
    return contested.min()
  }
}

/// A file in the project's `templates/` whose path belongs to a page or folder of the output.
package struct ContestedPath: UsageFailure {
  package let path: String

  package var message: String {
    """
    "templates/\(path)" would stand where ksf puts a page or folder of its own
    Give it another name. To change a page, change its .mustache template.
    """
  }
}
