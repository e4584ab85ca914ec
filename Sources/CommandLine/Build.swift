internal import ArgumentParser
internal import Compilation
internal import Diagnostics
internal import Model
internal import Output

/// `ksf build`.
struct Build: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract:
      "Checks the framework and writes handbook, checklists, forms, tracking sheet and schemas.",
    discussion: """
      If there is an error nothing is written, and the last output stays as it was. Otherwise what an earlier build \
      wrote is replaced as a whole. Files that ksf did not write, or that somebody has changed since, are left alone.

      EXAMPLES
        ksf build
        ksf build --project my-framework --output site
        ksf build --only handbook,checklists
        ksf build --single-file --pdf   the handbook also as one file, and as a PDF
        ksf build --verify              in CI: fail if the outputs in the repository are old
        ksf build --strict              in CI: fail on warnings as well
        ksf build --format github       in GitHub Actions: problems as annotations
      """)

  @OptionGroup var options: ProjectOptions

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The folder to write to.", discussion: "The folder build in the project, if none is named.",
      valueName: "dir"),
    completion: .directory)
  var output: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Write only some kinds of output: \(outputFormats.map(\.id).joined(separator: ", ")).",
      discussion: "With commas between them. The others stay as they are.",
      valueName: "kinds"),
    completion: .list(outputFormats.map(\.id)))
  var only = OutputKinds.all

  @Flag(
    name: .long,
    help: ArgumentHelp(
      "Also write the whole handbook as one file, handbook.html, to send or to keep.",
      discussion: "It brings its search, styles and pictures with it."))
  var singleFile = false

  @Flag(
    name: .long,
    help: ArgumentHelp(
      "Also write the whole handbook as handbook.pdf.",
      discussion: "Needs WeasyPrint 60 or later, or Chromium."))
  var pdf = false

  @Flag(
    name: .long,
    help: ArgumentHelp(
      "Write nothing, and fail with exit status 1 if what a build would write is not what is there.",
      discussion: "For outputs that are kept in a repository."))
  var verify = false

  @Flag(
    name: .long,
    help: ArgumentHelp(
      "Make everything anew, also if nothing has changed.",
      discussion: "Otherwise a build does nothing if no file has changed since the last one."))
  var noCache = false

  @Flag(
    name: .long,
    help: ArgumentHelp(
      "Also replace outputs that somebody has changed since a build wrote them.",
      discussion: "Otherwise a build names them and ends with exit status 2."))
  var force = false

  func validate() throws {
    if verify, pdf {
      throw ValidationError("--verify compares bytes, and those of a PDF depend on its maker.")
    }
    if singleFile || pdf, !only.ids.contains("handbook") {
      throw ValidationError("--single-file and --pdf are of the handbook, which --only leaves out.")
    }
  }

  func run() throws { try buildRun.run() }

  /// The run with these arguments.
  var buildRun: BuildRun {
    BuildRun(
      options: options.settings, output: output, formats: only.ids, singleFile: singleFile,
      pdf: pdf,
      verify: verify, noCache: noCache, force: force
    )
  }
}

/// The value of `--only`.
struct OutputKinds: ExpressibleByArgument {
  let ids: Set<String>

  static let all = OutputKinds(ids: Set(outputFormats.map(\.id)))

  private init(ids: Set<String>) { self.ids = ids }

  init?(argument: String) {
    let names = argument.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    guard !names.isEmpty, names.allSatisfy(OutputKinds.all.ids.contains) else { return nil }
    ids = Set(names)
  }

  var defaultValueDescription: String { "all" }
}
