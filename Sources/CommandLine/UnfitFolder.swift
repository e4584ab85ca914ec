internal import Disk
internal import Project

/// A folder for outputs in which a build would harm the project, or none at all.
struct UnfitFolder: UsageFailure {
  let message: String

  /// Throws if a build must not write to a folder: its outputs would be read as sources, or stand among them.
  static func refuse(output: String, of project: Project) throws(UnfitFolder) {
    let disk = project.fileSystem
    guard let home = disk.resolve(project.folder), let place = disk.futurePlace(of: output) else {
      return
    }
    guard place != home else {
      throw UnfitFolder(
        message: """
          the output would stand in the project folder itself, among its sources
          Name a folder of its own with --output, such as "build".
          """)
    }
    for name in ["framework", "seeds", "templates", "editions"] {
      let places = [home + "/" + name, disk.resolve(home + "/" + name)]
      guard places.contains(where: { $0 == place || place.hasPrefix(($0 ?? place) + "/") }) else {
        continue
      }
      throw UnfitFolder(
        message: """
          the output would stand in \(name)/, and the next run would read it as part of the project
          Name a folder with --output that is outside framework/, seeds/, templates/ and editions/.
          """)
    }
  }

  /// Throws if the text of `--output` is empty, as by a variable that is not set. It would be the root of the machine.
  static func refuse(empty output: String?) throws(UnfitFolder) {
    guard output == "" else { return }
    throw UnfitFolder(
      message: """
        --output names no folder
        The text behind it is empty. Is it a variable that is not set?
        """)
  }
}

extension FileSystem {
  /// The path, without links, that a folder has or will have once it is made.
  fileprivate func futurePlace(of path: String) -> String? {
    var parts = path.split(separator: "/").map(String.init)
    let start = path.hasPrefix("/") ? "/" : "."
    guard var place = resolve(start) else { return nil }
    parts.reverse()
    while let part = parts.popLast() {
      switch part {
      case ".": continue
      case "..": place = place.lastIndex(of: "/").map { String(place[..<$0]) } ?? ""
      default:
        let next = (place == "/" ? "" : place) + "/" + part
        place = resolve(next) ?? next
      }
    }
    return place
  }
}
