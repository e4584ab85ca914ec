internal import Diagnostics

/// A published id that has vanished.
struct VanishedID: Problem {
  static let rule = Rule(
    "KSF0903", "vanished-id",
    summary: "Refuses a framework in which a published id is gone without a word.",
    reason:
      "People have evidence under that id, and programs have stored it. They must be able to find out what became of it.",
    bad: "# REL-1.2, which was published, is deleted",
    good: "status: {is: withdrawn, since: 2027-01-01, because: The duty was repealed.}")

  let range: SourceRange?
  let id: String
  let sort: String
  let said: String

  var message: String { "the \(sort) `\(id)` was published and is gone" }
  var label: String { "it said: \(said)" }

  var help: String {
    let status =
      sort == "statement"
      ? "or keep it with a status (status: {is: withdrawn, since: DATE, because: REASON}, or replaced-by: ID); "
      : ""
    return
      "Bring it back; \(status)or name it in the framework's file: retired: [{id: \(id), because: REASON}], with replaced-by: ID if something takes its place."
  }
}
