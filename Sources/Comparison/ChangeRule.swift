/// A kind of change: how it is recognised, and why it matters.
package struct ChangeRule: Hashable, Sendable {
  /// A permanent code that is never given to another rule: `C201`.
  package let code: String
  package let name: String
  package let changeClass: ChangeClass

  /// The verb phrase for messages, as in "was reworded".
  package let verb: String

  /// The definition of this change, and the reason for its class.
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
