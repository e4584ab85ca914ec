internal import Disk

extension Project {
  /// The path of a project file, as messages name it.
  package func own(_ path: String) -> String { folder == "." ? path : "\(folder)/\(path)" }

  /// The path from the root of the repository to the project, with a slash at its end: "frameworks/ecf/"; empty if they are
  /// one.
  ///
  /// The root is the nearest folder with `.git`, from the project upwards. Without one it is the current folder, or the project
  /// itself if that is elsewhere. So no path leaves its root or reveals a machine's folders.
  package var repositoryPrefix: String {
    guard let home = fileSystem.resolve(folder) else { return "" }
    var root = home
    while true {
      if fileSystem.resolve(root + "/.git") != nil { return way(from: root, to: home) ?? "" }
      guard let slash = root.lastIndex(of: "/") else { return currentPrefix }
      root = String(root[..<slash])
    }
  }

  /// The path from the current folder to the project, with a slash at its end; empty if they are one or the project is
  /// elsewhere.
  package var currentPrefix: String {
    guard let current = fileSystem.resolve("."), let home = fileSystem.resolve(folder) else {
      return ""
    }
    return way(from: current, to: home) ?? ""
  }

  /// The relative path between two resolved folders. Nil if the second is not inside the first.
  private func way(from root: String, to folder: String) -> String? {
    func closed(_ path: String) -> String { path.hasSuffix("/") ? path : path + "/" }
    guard closed(folder).hasPrefix(closed(root)) else { return nil }
    return String(closed(folder).dropFirst(closed(root).count))
  }
}
