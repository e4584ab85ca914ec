internal import Disk

extension Project {
  /// The files below a folder of the project; nil if there is no such folder. Throws `LinkOutOfProject` if one of them, or the
  /// folder itself, leads elsewhere.
  func ownFiles(below name: String) throws -> [String]? {
    guard let found = try fileSystem.filesAndLinks(below: folder + "/" + name) else { return nil }
    try refuseWayOut([name] + found.links.map { "\(name)/\($0)" })
    return found.files
  }

  /// Throws `LinkOutOfProject` if any of these paths in the project leads out of it, or to a file that is hidden in it, such as
  /// what Git keeps. A link that leads to nothing does no harm.
  func refuseWayOut(_ paths: [String]) throws(LinkOutOfProject) {
    guard let home = fileSystem.resolve(folder) else { return }
    let inside = home == "/" ? home : home + "/"
    for path in paths {
      guard let target = fileSystem.resolve(folder + "/" + path) else { continue }
      let way = target.hasPrefix(inside) ? target.dropFirst(inside.count) : "."
      let isHidden = way.split(separator: "/").contains { $0.hasPrefix(".") }
      if isHidden { throw LinkOutOfProject(path: own(path), target: target) }
    }
  }
}

/// A link that would bring a file of the machine into the framework or its outputs.
package struct LinkOutOfProject: UsageFailure {
  package let path: String

  /// Where the link leads.
  let target: String

  package var message: String {
    """
    "\(path)" is a link that leads out of the project, to "\(target)"
    What it leads to would be read, and might be published. Put a copy of the file in its place, or remove the link.
    """
  }
}
