internal import Compilation
internal import Disk
internal import Project
internal import Starters

/// The files that `ksf init` writes, and where.
struct NewProject {
  let folder: String
  let template: Starter?
  let ci: ContinuousIntegration?
  var disk: any FileSystem = PosixFileSystem()

  /// Writes all files or none, and returns what to tell the author.
  func write() throws -> String {
    guard !folder.isEmpty else { throw UnnamedFolder() }
    let files = try self.files.filter { try isNew($0.path) }
    try disk.replace(files.map { (place(of: $0.path), $0.bytes) })
    let list = files.map { "  \(place(of: $0.path))" }.joined(separator: "\n")
    return "Written:\n\(list)\n\n\(nextSteps)"
  }

  /// Whether a framework is there that only gets a file for a server.
  private var isAddition: Bool {
    ci != nil && template == nil && disk.isThere(place(of: "framework"))
  }

  private var files: [ProjectFile] {
    get throws {
      let more = ci?.files ?? []
      if isAddition { return more }
      guard !disk.isThere(place(of: "framework")) else {
        throw ExistingFramework(folder: folder)
      }
      let files = (template ?? .starter).files
      return files + [schema(for: files)] + more
    }
  }

  /// The schema that the first line of each file names.
  private func schema(for files: [ProjectFile]) -> ProjectFile {
    let sources = files.filter { $0.path.hasSuffix(".yaml") }.map { ($0.path, $0.bytes) }
    let snapshot = compile(ProjectTexts(sources: sources))
    return ProjectFile(path: EditorSchema.path, bytes: snapshot.languageSchema())
  }

  /// Whether nothing stands at a path. What Git passes over is left as it is; any other file ends the run.
  private func isNew(_ path: String) throws -> Bool {
    guard disk.isThere(place(of: path)) else { return true }
    if path == ".gitignore" { return false }
    throw ExistingFile(path: place(of: path))
  }

  private func place(of path: String) -> String {
    folder == "." ? path : folder.hasSuffix("/") ? folder + path : "\(folder)/\(path)"
  }

  private var nextSteps: String {
    if isAddition { return "Commit it, and the next change is checked." }
    let move = folder == "." ? "" : "  cd \(folder)\n"
    return """
      Next:
      \(move)  ksf check        looks for mistakes
        ksf build        writes the handbook: open build/handbook/index.html
        ksf schema       tells your editor which ids there are, after you have added some

      Begin with framework/framework.yaml and change the texts to your own.
      The whole way in ten steps: ksf docs tutorial
      """
  }
}

/// A folder that is an empty text, as where a variable is not set.
struct UnnamedFolder: UsageFailure {
  let message = """
    no folder is named
    The text behind `ksf init` is empty. Is it a variable that is not set?
    """
}

/// A folder that holds a framework already.
struct ExistingFramework: UsageFailure {
  let folder: String

  var message: String {
    let place = folder == "." ? "this folder" : "\"\(folder)\""
    return """
      there is a framework in \(place) already, and nothing was written
      Name a new folder: ksf init my-framework
      """
  }
}

/// A file that `ksf init` would have to overwrite.
struct ExistingFile: UsageFailure {
  let path: String

  var message: String {
    """
    there is a file "\(path)" already, and nothing was written
    Move it away, or name a new folder: ksf init my-framework
    """
  }
}
