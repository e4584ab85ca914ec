internal import ArgumentParser
internal import Output
internal import Starters

/// `ksf init`.
struct Init: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Writes a small framework to begin with.",
    discussion: """
      The files are commented: write over them. No file is overwritten.

      TEMPLATES
      \(Starter.allCases.map { "  \($0.rawValue.padded(to: 16))\($0.summary)" }.joined(separator: "\n"))

      EXAMPLES
        ksf init my-framework
        ksf init my-framework --template catalogue
        ksf init --ci github            in this folder, with a workflow for GitHub
      """)

  @Argument(
    help: ArgumentHelp("The folder for it, which is made if needed.", valueName: "folder"),
    completion: .directory)
  var folder = "."

  @Option(
    name: .long,
    help: ArgumentHelp("What to begin with; starter if nothing is named.", valueName: "name"))
  var template: Starter?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Also write what has each change checked by this server: github or gitlab.",
      discussion: "A project that is there already gets this file alone.", valueName: "server"))
  var ci: ContinuousIntegration?

  mutating func run() throws {
    let project = NewProject(folder: folder, template: template, ci: ci)
    try Terminal().say(project.write())
  }
}

extension Starter: ExpressibleByArgument {}
extension ContinuousIntegration: ExpressibleByArgument {}
