internal import Diagnostics
internal import Grammar
internal import Model
internal import Syntax

/// The settings of rules: a framework's `rules`, and its comments that suppress warnings.
struct RuleSettings {
  private let draft: Draft
  private let rules: [Rule]
  private var severities: [String: Severity?] = [:]
  private(set) var problems = DiagnosticBag()

  init(_ draft: Draft, rules: [Rule]) {
    self.draft = draft
    self.rules = rules
    guard let framework = draft.record(of: .framework) else { return }
    for record in framework.records(.rules) { read(record) }
  }

  private mutating func read(_ record: RecordReader) {
    guard let name = record.text(.rule), let severity = record.text(.severity) else { return }
    guard let rule = rule(named: name) else {
      problems.report(unknownRule(name, at: record.range(.rule)))
      return
    }
    guard rule.severity == .warning else {
      problems.report(ErrorNotSilenced(range: record.range(.rule), rule: rule.name))
      return
    }
    severities[rule.code] = severity == "off" ? .some(nil) : .some(Severity(rawValue: severity))
  }

  private func rule(named name: String) -> Rule? {
    rules.first { $0.name == name || $0.code == name }
  }

  private func unknownRule(_ name: String, at range: SourceRange) -> MisspeltSuppression {
    MisspeltSuppression(
      range: range, written: name, meant: suggestion(for: name, among: rules.map(\.name)),
      isRule: true)
  }

  /// The diagnostics with their severities set, without those that are off or silenced, and with what is wrong with
  /// the settings and comments themselves.
  mutating func apply(to diagnostics: [Diagnostic]) -> [Diagnostic] {
    let suppressions = readSuppressions()
    let ranges = SuppressionRanges(suppressions)
    var isUsed = Array(repeating: false, count: suppressions.count)
    var kept: [Diagnostic] = []
    for diagnostic in diagnostics {
      guard diagnostic.severity == .warning else {
        kept.append(diagnostic)
        continue
      }
      let silencing = ranges.range(for: diagnostic.range).filter { index in
        suppressions[index].names(diagnostic.rule)
          && diagnostic.range.map(suppressions[index].covers) == true
      }
      for index in silencing { isUsed[index] = true }
      let setting = severities[diagnostic.rule.code]
      guard silencing.isEmpty, setting != .some(nil) else { continue }
      kept.append(setting.flatMap { $0 }.map(diagnostic.with) ?? diagnostic)
    }
    for (index, suppression) in suppressions.enumerated() {
      check(suppression, isUsed: isUsed[index])
    }
    return kept + problems.diagnostics
  }

  private func readSuppressions() -> [Suppression] {
    draft.files.flatMap { file in
      file.tree.comments.compactMap { Suppression($0, in: file.file, file.tree) }
    }
  }

  private mutating func check(_ suppression: Suppression, isUsed: Bool) {
    if let verb = suppression.verb {
      let written =
        verb.isEmpty ? "" : draft.files.first { $0.file.id == verb.file }?.file.text(verb)
      problems.report(
        MisspeltSuppression(
          range: verb.isEmpty ? suppression.comment : verb, written: written ?? "", meant: "allow",
          isRule: false))
      return
    }
    guard let rule = rule(named: suppression.rule) else {
      problems.report(unknownRule(suppression.rule, at: suppression.ruleRange))
      return
    }
    guard rule.severity == .warning else {
      problems.report(ErrorNotSilenced(range: suppression.ruleRange, rule: rule.name))
      return
    }
    if !isUsed {
      problems.report(
        UnusedSuppression(
          range: suppression.comment, rule: rule.name, extent: suppression.extent))
    } else if suppression.reason.isEmpty {
      problems.report(SuppressionWithoutReason(range: suppression.comment, rule: rule.name))
    }
  }
}
