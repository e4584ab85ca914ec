internal import Disk

/// Something in a project that looks as if it were part of it and is not read.
package struct PassedOver: Equatable, Sendable {
  /// Its path in the project.
  package let path: String

  package let reason: Reason

  package enum Reason: Sendable {
    /// The name ends in `.YAML`, `.yaml.txt` or the like.
    case ending
    /// The name has no ending, or that of another program.
    case noYAML
    /// The name is not UTF-8.
    case name
    /// A folder behind a link.
    case linkedFolder
    /// A file stands where a folder belongs.
    case noFolder
  }

  init(path: String, reason: Reason) {
    (self.path, self.reason) = (path, reason)
  }
}

extension Project {
  /// What stands below a folder of the project and is no source, if an author may have meant it to be one. `paths` are from
  /// that folder on.
  func passedOver(_ paths: [String], below name: String) -> [PassedOver] {
    paths.compactMap { path in
      reasonToPassOver(path, below: name).map { PassedOver(path: "\(name)/\(path)", reason: $0) }
    }
  }

  /// `seeds`, if it is a file.
  func fileInPlaceOfSeeds() -> [PassedOver] {
    fileSystem.isThere(folder + "/seeds") ? [PassedOver(path: "seeds", reason: .noFolder)] : []
  }

  private func reasonToPassOver(_ path: String, below name: String) -> PassedOver.Reason? {
    if path.unicodeScalars.contains("\u{FFFD}") { return .name }
    guard !isYAML(path[...]), !isLitter(path) else { return nil }
    if looksLikeYAML(path) { return .ending }
    let file = path.split(separator: "/").last ?? ""
    let ending = file.split(separator: ".").dropFirst().last.map { $0.lowercased() }
    guard let ending else {
      let isFolder = ((try? fileSystem.files(below: "\(folder)/\(name)/\(path)")) ?? nil) != nil
      return isFolder ? .linkedFolder : isNote(file) ? nil : .noYAML
    }
    return name == "framework" && endingsOfTexts.contains(ending) && !isNote(file) ? .noYAML : nil
  }
}

/// Whether a name has the ending of a source in other letters, misspelt, or with something behind it.
func looksLikeYAML(_ path: String) -> Bool {
  let lowercased = path.lowercased()
  let endings = [".yaml", ".yml", ".ymal", ".yamll", ".yalm"]
  return endings.contains { lowercased.hasSuffix($0) }
    || lowercased.split(separator: ".").dropFirst().contains { part in
      let letters = part.prefix { ("a"..."z").contains($0) }
      return letters == "yaml" || letters == "yml"
    }
}

/// What editors and systems leave behind.
private func isLitter(_ path: String) -> Bool {
  ["~", ".swp", ".swo", ".orig", ".rej", ".tmp", "Thumbs.db", "desktop.ini", ".lock"].contains {
    path.hasSuffix($0)
  }
}

/// Whether a file is there for people who work on the project.
private func isNote(_ file: Substring) -> Bool {
  let stem = file.prefix { $0 != "." }.uppercased()
  return ["README", "LICENSE", "LICENCE", "NOTICE", "CHANGELOG", "CODEOWNERS", "MAKEFILE"].contains(
    stem)
}

/// The endings of files in which people write texts.
private let endingsOfTexts: Set<String> = [
  "txt", "json", "md", "doc", "docx", "odt", "rtf", "csv", "xls", "xlsx", "ods",
]
