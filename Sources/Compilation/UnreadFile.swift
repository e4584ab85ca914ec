internal import Analysis
internal import Diagnostics
internal import Project

/// Something in the project that is not read.
struct UnreadFile: Problem {
  static let rule = Rule(
    "KSF0635", "unread-file", .warning,
    summary: """
      Warns of a file or folder in `framework/` or `seeds/` that is not read: its name does not end in `.yaml`, or it is \
      behind a link.
      """,
    reason: """
      Windows hides the ends of names, so `care.yaml.txt` looks right. A whole domain would be missing, and nothing would \
      say so.
      """,
    bad: "framework/care.yaml.txt",
    good: "framework/care.yaml")

  let file: PassedOver

  var range: SourceRange? { nil }

  var message: String {
    switch file.reason {
    case .ending, .noYAML: "\(file.path) is not read: its name does not end in .yaml"
    case .name: "\(file.path) is not read: its name is not UTF-8"
    case .linkedFolder: "\(file.path) is not read: it is a link to a folder"
    case .noFolder: "\(file.path) is not read: it is a file, and a folder belongs there"
    }
  }

  var help: String {
    switch file.reason {
    case .ending:
      "Rename it to \(newName). Windows may hide the end of a name. If it is an old copy, move it out of this folder."
    case .noYAML:
      "If it is part of the framework, give it a name that ends in .yaml. If not, move it out of this folder."
    case .name: "Rename it with letters, digits, hyphens and full stops."
    case .linkedFolder: "Put the folder itself in its place."
    case .noFolder: "Rename it, and put files about sources into a folder of this name."
    }
  }

  /// The name up to the ending that was meant.
  private var newName: String {
    let name = file.path.split(separator: "/").last ?? ""
    return (name.split(separator: ".").first.map(String.init) ?? "file") + ".yaml"
  }

  static func check(_ texts: ProjectTexts) -> [Diagnostic] {
    texts.passedOver.map { Diagnostic(UnreadFile(file: $0)) }
  }
}
