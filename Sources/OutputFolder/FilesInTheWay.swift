internal import Disk
internal import Output

/// A file that stands where an output should go, and that no earlier run wrote.
package struct ForeignFile: UsageFailure {
  package let path: String

  package var message: String {
    """
    "\(path)" is in the way: ksf did not write it, so it will not replace it
    Move it, or choose another folder with --output.
    """
  }
}

/// Outputs of an earlier build that somebody has changed since, and that a build would replace or remove.
package struct EditedFiles: UsageFailure {
  /// In order, with the output folder.
  package let paths: [String]

  private static let mostNamed = 20

  package var message: String {
    let named = paths.prefix(EditedFiles.mostNamed).map { "  \($0)\n" }.joined()
    let more =
      paths.count > EditedFiles.mostNamed
      ? "  and \(paths.count - EditedFiles.mostNamed) more\n" : ""
    let (what, it) = paths.count == 1 ? ("a file", "it") : ("files", "them")
    return """
      nothing was written, since somebody has changed \(what) that an earlier build wrote:
      \(named)\(more)To keep \(it), move \(it) out of the folder. To have \(it) replaced, build with --force.
      """
  }
}

/// A link that stands where an output, or a folder with outputs, should go.
package struct LinkInTheWay: UsageFailure {
  package let path: String

  package var message: String {
    """
    "\(path)" is in the way: it is a link, and ksf does not write where a link leads
    Remove the link, or choose another folder with --output.
    """
  }
}

extension OutputFolder {
  /// Throws `LinkInTheWay` if a link stands at a path in the folder.
  func refuseLink(_ relative: String) throws(LinkInTheWay) {
    guard fileSystem.isLink(path(relative)) else { return }
    throw LinkInTheWay(path: path(relative))
  }

  /// Throws `LinkInTheWay` if any folder above one of these files, or the staging folder, is a link.
  func refuseLinks(above files: [String]) throws(LinkInTheWay) {
    var seen: Set<Substring> = [""]
    for file in files {
      var folder = file[...].parentFolder
      while seen.insert(folder).inserted {
        try refuseLink(String(folder))
        folder = folder.parentFolder
      }
    }
  }
}
