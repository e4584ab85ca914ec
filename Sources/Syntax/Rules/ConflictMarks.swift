internal import Diagnostics

/// Lines that Git writes into a file where two edits of it do not fit together.
struct ConflictMarks: Problem {
  static let rule = Rule(
    "KSF0131", "conflict-marks",
    summary: "Refuses a file in which Git has left the marks of a conflict.",
    reason: "Both versions stand in the file, and only a person can say which one holds.",
    bad: "<<<<<<< HEAD\ntitle: Relationships\n=======\ntitle: Trust\n>>>>>>> edits",
    good: "title: Relationships")

  /// The line of the first mark.
  let range: SourceRange?

  /// The numbers of the first and the last line, from 1.
  let firstLine: Int
  let lastLine: Int

  var message: String {
    firstLine == lastLine
      ? "Git has left a mark of a conflict here"
      : "Git has left the marks of a conflict here, in lines \(firstLine) to \(lastLine)"
  }

  var help: String {
    "Keep the lines of one side, and delete the lines of marks, which start with <<<<<<<, ======= and >>>>>>>."
  }
}
