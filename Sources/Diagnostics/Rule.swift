/// The severity of a problem. Errors stop a build; warnings do so only with `--strict`.
package enum Severity: String, Sendable, Comparable {
  case warning
  case error

  package static func < (left: Severity, right: Severity) -> Bool {
    left == .warning && right == .error
  }
}

/// A rule of the compiler, with its manual page, which `ksf explain` shows.
///
/// It is a class, so that a diagnostic carries a pointer and not a page of text.
package final class Rule: Sendable {
  /// `KSF` and four digits. Permanent: never reused for another rule.
  package let code: String

  /// The readable name, such as `unknown-reference`. Permanent as well.
  package let name: String

  package let severity: Severity

  /// Says in a sentence or two what the rule does.
  package let summary: String

  /// Says why the rule matters to those who write, check or use a framework.
  package let reason: String

  /// Whether it asks for something that is only due when an edition is published. `--strict` then passes it over.
  package let isDueAtRelease: Bool

  /// The smallest source that breaks the rule.
  package let bad: String

  /// The bad source, corrected.
  package let good: String

  package init(
    _ code: String, _ name: String, _ severity: Severity = .error, isDueAtRelease: Bool = false,
    summary: String, reason: String, bad: String, good: String
  ) {
    self.code = code
    self.name = name
    self.severity = severity
    self.isDueAtRelease = isDueAtRelease
    self.summary = summary
    self.reason = reason
    self.bad = bad
    self.good = good
  }
}
