internal import ArgumentParser
internal import Diagnostics
internal import Questions

/// `ksf show`.
struct ShowThing: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Shows one thing of the framework: what it is, what it says, and where.",
    discussion: """
      A fact is named by its source and number, an item by its crosswalk and code, a field by its record and name, \
      and a term by itself.

      EXAMPLES
        ksf show REL-1.2                a statement, or anything else with an id
        ksf show working-together/3     a fact of a source
        ksf show "kinship care"         a term of the glossary
        ksf show REL-1.2 --format json  everything, for programs
      """)

  @Argument(help: "The id or name of the thing.")
  var id: String

  @OptionGroup var options: AskingOptions

  func validate() throws {
    if options.format == .csv {
      throw ValidationError("One thing is no table: `ksf list` writes CSV.")
    }
  }

  func run() throws {
    let portrait = try Portrait(of: id, in: options.read().catalogue)
    if options.format == .json {
      try Terminal().deliver(portrait.json, as: .json)
    } else {
      try Terminal().say(portrait.text)
    }
  }
}
