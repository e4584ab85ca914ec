internal import Disk
internal import Output

/// Which places of the output more than one file wants, as an asset of the project's own and a page can.
enum ContestedPlaces {
  /// The first of them; nil if there is none.
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

/// A file of the project's own `templates/` that would stand where a page or folder of the output goes.
package struct ContestedPlace: UsageFailure {
  package let path: String

  package var message: String {
    """
    "templates/\(path)" would stand where ksf puts a page or folder of its own
    Give it another name. To change a page, change its .mustache template.
    """
  }
}
