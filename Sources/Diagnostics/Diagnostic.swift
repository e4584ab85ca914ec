/// A problem that was found, with everything that outputs show of it.
package struct Diagnostic: Sendable {
  package let rule: Rule
  package private(set) var severity: Severity

  /// The range of the problem; nil if it is in no file, such as a missing folder.
  package let range: SourceRange?

  /// One sentence without a full stop, in plain words.
  package let message: String

  /// A few words under the excerpt, beside the carets.
  package let label: String

  /// Related ranges, each with its relation to the problem.
  package let notes: [Note]

  /// Advice in sentences; empty if the message says enough.
  package let help: String

  /// Edits that are certainly right; empty if only a person can decide.
  package let fixes: [Fix]

  package init(_ problem: some Problem) {
    rule = type(of: problem).rule
    severity = rule.severity
    range = problem.range
    message = problem.message
    label = problem.label
    notes = problem.notes
    help = problem.help
    fixes = problem.fixes
  }

  /// The diagnostic with another severity, as a framework's settings may ask for.
  package func with(_ severity: Severity) -> Diagnostic {
    var copy = self
    copy.severity = severity
    return copy
  }

  /// A range related to a problem, such as a first definition.
  package struct Note: Sendable {
    package let range: SourceRange
    package let message: String

    package init(_ message: String, at range: SourceRange) {
      self.range = range
      self.message = message
    }
  }

  /// A fix: its title and its edits.
  package struct Fix: Sendable {
    package let title: String
    package let edits: [Edit]

    package init(_ title: String, _ edits: [Edit]) {
      self.title = title
      self.edits = edits
    }
  }

  /// The replacement of a range of bytes by a text.
  package struct Edit: Sendable {
    package let range: SourceRange
    package let replacement: String

    package init(_ range: SourceRange, _ replacement: String) {
      self.range = range
      self.replacement = replacement
    }
  }
}

/// A problem of one rule: the data that the rule found, and their wording.
///
/// Each rule has its own type beside its check, so that a rule is read, changed and removed in one file.
package protocol Problem: Sendable {
  static var rule: Rule { get }
  var range: SourceRange? { get }
  var message: String { get }
  var label: String { get }
  var notes: [Diagnostic.Note] { get }
  var help: String { get }
  var fixes: [Diagnostic.Fix] { get }
}

extension Problem {
  package var label: String { "" }
  package var notes: [Diagnostic.Note] { [] }
  package var help: String { "" }
  package var fixes: [Diagnostic.Fix] { [] }
}

/// Collects the diagnostics of one phase. Every mistake that an author can make is collected here; none is thrown.
package struct DiagnosticBag: Sendable {
  package private(set) var diagnostics: [Diagnostic] = []

  package init() {}

  package mutating func report(_ problem: some Problem) {
    diagnostics.append(Diagnostic(problem))
  }

  package mutating func append(contentsOf others: [Diagnostic]) {
    diagnostics.append(contentsOf: others)
  }
}

extension [Diagnostic] {
  package var errorCount: Int { count { $0.severity == .error } }
  package var warningCount: Int { count { $0.severity == .warning } }

  /// Whether they fail a run. A strict run also fails by a warning, but by one that is only due at a release only before a release.
  package func areFailure(isStrict: Bool, isForRelease: Bool) -> Bool {
    contains {
      $0.severity == .error || isForRelease || isStrict && !$0.rule.isDueAtRelease
    }
  }

  /// The diagnostics in the order in which they are shown: by range, then by code. Those without a range come first.
  package func inReadingOrder() -> [Diagnostic] {
    enumerated().sorted { left, right in
      let (a, b) = (left.element, right.element)
      if a.range != b.range {
        guard let first = a.range else { return true }
        guard let second = b.range else { return false }
        return first < second
      }
      return (a.rule.code, left.offset) < (b.rule.code, right.offset)
    }.map(\.element)
  }
}
