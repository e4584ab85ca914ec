internal import ArgumentParser

/// `ksf docs`.
struct Docs: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "docs",
    abstract:
      "Prints a reference in Markdown: changes, the language, the rules, or the names in templates.",
    discussion: """
      EXAMPLES
        ksf docs language               every key that a framework can have
        ksf docs rules > rules.md       what every rule means
      """)

  @Argument(help: "Which one: changes, language, rules or templates.")
  var reference: ReferencePage

  mutating func run() throws {
    try Terminal().say(reference.text.trimmingLineBreak)
  }
}

extension ReferencePage: ExpressibleByArgument {}

extension String {
  /// The text without a line break at its end, since printing adds one.
  fileprivate var trimmingLineBreak: String {
    hasSuffix("\n") ? String(dropLast()) : self
  }
}
