internal import Disk

extension Project {
  /// The path of a file of the project, as people name it.
  package func own(_ path: String) -> String { folder == "." ? path : "\(folder)/\(path)" }

  /// The way from the root of the repository to the project, ended by a slash: "frameworks/ecf/"; empty if they are
  /// one.
  ///
  /// The root is the nearest folder, from the project upwards, with `.git` in it. Without one it is the current
  /// folder, or the project itself if that lies elsewhere: so no path leaves its root or tells how the folders of a
  /// machine are named.
  package var repositoryPrefix: String {
    guard let home = fileSystem.resolve(folder) else { return "" }
    var root = home
    while true {
      if fileSystem.resolve(root + "/.git") != nil { return way(from: root, to: home) ?? "" }
      guard let slash = root.lastIndex(of: "/") else { return currentPrefix }
      root = String(root[..<slash])
    }
  }

  /// The way from the current folder to the project, ended by a slash; empty if they are one or the project lies
  /// elsewhere.
  package var currentPrefix: String {
    guard let current = fileSystem.resolve("."), let home = fileSystem.resolve(folder) else {
      return ""
    }
    return way(from: current, to: home) ?? ""
  }

  /// Between two resolved folders. Nil if the second is not inside the first.
  private func way(from root: String, to folder: String) -> String? {
    func closed(_ path: String) -> String { path.hasSuffix("/") ? path : path + "/" }
    guard closed(folder).hasPrefix(closed(root)) else { return nil }
    return String(closed(folder).dropFirst(closed(root).count))
  }
}
