internal import ArgumentParser
internal import Compilation
internal import Diagnostics
internal import Disk
internal import Project
internal import Questions
internal import Session

/// The options of the commands that answer questions about a framework.
struct AskingOptions: ParsableArguments {
  @OptionGroup var project: ProjectFolder

  @Option(
    name: .long,
    help: ArgumentHelp("How the answer is written: text, csv or json.", valueName: "format"))
  var format = AnswerFormat.text

  /// Reads the files as they are now, with or without errors. If there are errors, standard error says so.
  func read() throws -> (catalogue: Catalogue, snapshot: Snapshot) {
    let snapshot = try project.folder.check()
    guard let draft = snapshot.draft else { preconditionFailure("a check keeps what it read") }
    let errors = snapshot.diagnostics.errorCount
    if errors > 0 {
      Terminal().complain(
        """
        ksf: the framework has \(errors) \(errors == 1 ? "error" : "errors"), so something may be missing here. \
        `ksf check` shows \(errors == 1 ? "it" : "them").

        """)
    }
    return (Catalogue(draft, snapshot.files), snapshot)
  }
}

/// The form of an answer.
enum AnswerFormat: String, ExpressibleByArgument, CaseIterable {
  case text, csv, json
}

extension QuestionFailure: UsageFailure {}
