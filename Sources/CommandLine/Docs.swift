internal import ArgumentParser

/// `ksf docs`.
struct Docs: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "docs",
    abstract: "Prints a guide or a reference in Markdown; without a name it lists them.",
    discussion: """
      PAGES
      \(ReferencePage.list)

      EXAMPLES
        ksf docs tutorial               the way in, step by step
        ksf docs rules > rules.md       keep a page as a file
      """)

  @Argument(
    help: ArgumentHelp(
      "Which one: \(ReferencePage.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "page"))
  var page: ReferencePage?

  mutating func run() throws {
    guard let page else { return try Terminal().say(ReferencePage.list) }
    try Terminal().say(page.text.trimmingLineBreak)
  }
}

extension ReferencePage: ExpressibleByArgument {}

extension String {
  /// The text without a line break at its end, since printing adds one.
  fileprivate var trimmingLineBreak: String {
    hasSuffix("\n") ? String(dropLast()) : self
  }
}
