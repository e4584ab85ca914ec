internal import ArgumentParser
internal import Diagnostics
internal import Questions

/// `ksf list`.
struct ListThings: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Lists the statements, or anything else, that meet some conditions.",
    discussion: """
      Any key of the language is a condition: --phase year-1. Several values with commas mean any of them; several \
      conditions mean all of them. An id, number, date or choice has to be the same; a text has to contain the words. \
      Keys of what stands around a thing or inside it count too: --domain care, --observers 2.

      EXAMPLES
        ksf list statements
        ksf list statements --phase year-1 --kind skill --without evidence
        ksf list statements --text "court work" --with sources
        ksf list statements --evidence observation --columns id,phase,text
        ksf list facts --source working-together
        ksf list sources --kind law,guidance --format csv > sources.csv
      """)

  @Argument(
    parsing: .allUnrecognized,
    help: ArgumentHelp(
      "What to list (\(Listable.words.map(\.word).joined(separator: ", "))), and conditions as --KEY VALUE.",
      valueName: "things"))
  var words: [String] = []

  @Option(name: .long, help: ArgumentHelp("Only those that have these keys.", valueName: "keys"))
  var with: [String] = []

  @Option(
    name: .long, help: ArgumentHelp("Only those that do not have these keys.", valueName: "keys"))
  var without: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The keys to show, with commas between them. `file` and `line` are places.",
      valueName: "keys"))
  var columns: String?

  @OptionGroup var options: AskingOptions

  func run() throws {
    let question = try Question(words)
    let entity = try Listable.entity(question.thing)
    let conditions =
      question.conditions + with.flatMap(commaSeparated).map { .with(key: $0) }
      + without.flatMap(commaSeparated).map { .without(key: $0) }
    let listing = try Listing(
      entity, conditions, shown: columns.map(commaSeparated), in: options.read().catalogue)
    let terminal = Terminal()
    switch options.format {
    case .text:
      if !listing.found.isEmpty { try terminal.say(listing.text) }
      terminal.complain(listing.summary + "\n")
    case .csv: try terminal.deliver(listing.csv, as: .csv)
    case .json: try terminal.deliver(listing.json, as: .json)
    }
  }
}

/// The words of a question that are no options of the command: what to list, and conditions.
private struct Question {
  let thing: String
  private(set) var conditions: [Condition] = []

  init(_ words: [String]) throws {
    var thing: String?
    var index = 0
    while index < words.count {
      let word = words[index]
      index += 1
      guard word.hasPrefix("--") else {
        guard thing == nil, !word.hasPrefix("-") else {
          throw ValidationError(
            "\"\(word)\" is not understood here. A condition is written --KEY VALUE.")
        }
        thing = word
        continue
      }
      let parts = word.dropFirst(2).split(
        separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let key = String(parts[0])
      var value = parts.count > 1 ? String(parts[1]) : nil
      if value == nil, index < words.count, !words[index].hasPrefix("--") {
        value = words[index]
        index += 1
      }
      guard let value, !value.isEmpty else {
        throw ValidationError(
          "--\(key) needs a value. Write --with \(key) for all that have it, or --without \(key).")
      }
      conditions.append(.has(key: key, values: commaSeparated(value)))
    }
    guard let thing else {
      throw ValidationError("Say what to list, such as `ksf list statements`.")
    }
    self.thing = thing
  }
}

private func commaSeparated(_ text: String) -> [String] {
  text.split(separator: ",").map { part in
    String(part.drop { $0 == " " })
  }
}
