internal import Diagnostics

/// A file larger than the limit.
struct FileTooLarge: Problem {
  static let rule = Rule(
    "KSF0102", "file-too-large",
    summary: "Refuses a source file of more than 256 MiB.",
    reason: "Such a file is a mistake, or an attempt to exhaust the machine that checks it.",
    bad: "# a file of 300 MiB",
    good: "# the same statements in several files")

  let range: SourceRange?
  let size: Int
  let limit: Int

  var message: String {
    "this file is \(size >> 20) MiB large; at most \(limit >> 20) MiB are read"
  }

  var help: String { "Divide it into several files: all files of the folder are read together." }
}
