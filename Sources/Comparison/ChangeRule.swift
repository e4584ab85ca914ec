/// A sort of change: how it is recognised, and why that matters.
package struct ChangeRule: Hashable, Sendable {
  /// Never changed and never given to another: `C201`.
  package let code: String
  package let name: String
  package let changeClass: ChangeClass

  /// What happened, as in "was reworded".
  package let verb: String

  /// What counts as this change, and why it has its class.
  package let purpose: String

  init(
    _ code: String, _ name: String, _ changeClass: ChangeClass, _ verb: String, purpose: String
  ) {
    self.code = code
    self.name = name
    self.changeClass = changeClass
    self.verb = verb
    self.purpose = purpose
  }

  /// The rule's manual page, as plain text that is also Markdown.
  package var page: String {
    """
    \(code) \(name) (\(changeClass.title))

    A thing \(verb).

    \(purpose)

    Demands: \(changeClass.demand)
    """
  }

  package static func == (left: ChangeRule, right: ChangeRule) -> Bool { left.code == right.code }
  package func hash(into hasher: inout Hasher) { hasher.combine(code) }
}
