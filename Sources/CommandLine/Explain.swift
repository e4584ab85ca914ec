internal import ArgumentParser
internal import Comparison
internal import Compilation
internal import Diagnostics

/// `ksf explain`.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Says what a rule means, why it matters, and what to do; or lists all rules.",
    discussion: """
      EXAMPLES
        ksf explain                     list all rules
        ksf explain unknown-reference   explain one, by its name
        ksf explain KSF0203             or by its code
        ksf explain C201                a rule of `ksf diff`
      """)

  @Argument(
    help: "The name or code of a rule.",
    completion: .list(allRules.map(\.name) + ChangeRule.all.map(\.name)))
  var rule: String?

  mutating func run() throws {
    let terminal = Terminal()
    guard let rule else {
      for rule in allRules { try terminal.say(listing(of: rule)) }
      for rule in ChangeRule.all { try terminal.say(listing(of: rule)) }
      return
    }
    if let change = ChangeRule.all.first(where: { $0.name == rule || $0.code == rule.uppercased() }
    ) {
      return try terminal.say(change.page)
    }
    guard let found = allRules.first(where: { $0.name == rule || $0.code == rule.uppercased() })
    else {
      let names =
        allRules.map(\.name) + allRules.map(\.code) + ChangeRule.all.map(\.name)
        + ChangeRule.all.map(\.code)
      let meant = suggestion(for: rule, among: names).map { " Did you mean \"\($0)\"?" } ?? ""
      throw ValidationError("There is no rule \"\(rule)\".\(meant) `ksf explain` lists all rules.")
    }
    try terminal.say(found.page)
  }

  private func listing(of rule: ChangeRule) -> String {
    let name = rule.name + String(repeating: " ", count: max(1, 24 - rule.name.count))
    return "\(rule.code)     change   \(name)It \(rule.verb): \(rule.changeClass.title)."
  }

  private func listing(of rule: Rule) -> String {
    let name = rule.name + String(repeating: " ", count: max(1, 24 - rule.name.count))
    let severity = rule.severity == .error ? "error    " : "warning  "
    return "\(rule.code)  \(severity)\(name)\(rule.summary)"
  }
}
