internal import ArgumentParser
internal import Compilation
internal import Diagnostics
internal import Lock
internal import Questions

/// `ksf uses`.
struct ShowUses: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "uses",
    abstract: "Shows everything that refers to a thing, and what would break without it.",
    discussion: """
      A line for each use: what refers to it, under which key, and where. Nothing is changed.

      EXAMPLES
        ksf uses REL-1.1                what relies on a statement, comes after it or links to it
        ksf uses observation            the statements that ask for a type of evidence
        ksf uses working-together/3     what cites a fact of a source
        ksf uses year-1 --format csv    as a table
      """)

  @Argument(help: "The id or name of the thing.")
  var id: String

  @OptionGroup var options: AskingOptions

  func run() throws {
    let (catalogue, snapshot) = try options.read()
    let published = Set(snapshot.lock?.entries.map(\.id) ?? [])
    let uses = try Uses(of: id, in: catalogue) { published.contains($0) }
    switch options.format {
    case .text: try Terminal().say(uses.text)
    case .csv: try Terminal().deliver(uses.csv, as: .csv)
    case .json: try Terminal().deliver(uses.json, as: .json)
    }
  }
}
