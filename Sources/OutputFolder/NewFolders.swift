internal import Output

/// The folders that a build is the first to make in an output folder.
///
/// What goes there is staged as it is to stand, and moved into place as one folder: tens of thousands of files one by one take
/// a third of a second.
struct NewFolders: Sendable {
  /// The outermost ones, in the order of the plan.
  private(set) var roots: [String] = []

  /// By file of the plan: whether it goes into one of them.
  private let holds: [Bool]

  /// None, as where an earlier build has made all that is there.
  static let none = NewFolders()

  private init() { holds = [] }

  /// `isThere` tells whether anything stands at a path in the output folder.
  init(of files: [PlannedFile], isThere: (String) -> Bool) {
    var roots: [String] = []
    var isNew: [Substring: Bool] = ["": false]
    holds = files.map { file in
      let folder = file.path[...].parentFolder
      if let known = isNew[folder] { return known }
      var parts = [folder]
      while let last = parts.last, isNew[last] == nil { parts.append(last.parentFolder) }
      for part in parts.reversed() where isNew[part] == nil {
        let isInNew = isNew[part.parentFolder] == true
        isNew[part] = isInNew || !isThere(String(part))
        if !isInNew, isNew[part] == true { roots.append(String(part)) }
      }
      return isNew[folder] == true
    }
    self.roots = roots
  }

  /// Whether a file of the plan, by its place in it, goes into one of them.
  func hold(_ file: Int) -> Bool { holds.isEmpty ? false : holds[file] }
}
