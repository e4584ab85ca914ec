package import Diagnostics
package import Model

/// What a whole run of the front end comes to.
package struct Verdict: Sendable {
  /// Everything that was found, in reading order.
  package let diagnostics: [Diagnostic]

  /// The framework, if there is no error among them.
  package let framework: Framework?
}

/// A way of doing so many things, which knows nothing of what they are: one after another, or on all cores. It returns what
/// they come to in their order.
package typealias Spreading =
  @Sendable (_ count: Int, _ work: @escaping @Sendable (Int) -> [Diagnostic]) -> [[Diagnostic]]

/// Runs every check over a draft, and then applies its rule settings and the comments that silence warnings.
///
/// `earlier` is what parsing its files and others found; `rules` are all that settings and comments may name.
package func check(
  _ draft: Draft, earlier: [Diagnostic], rules: [Rule],
  spreading: Spreading = { count, work in (0..<count).map(work) }
) -> Verdict {
  var bag = DiagnosticBag()
  bag.append(contentsOf: earlier)
  bag.append(contentsOf: draft.diagnostics)
  run(checks, draft, spreading, &bag)
  let isWhole = bag.diagnostics.errorCount == 0
  let ofTexts: Checking = { draft, bag in checkTexts(draft, isWhole: isWhole, &bag) }
  run([ofTexts] + (isWhole ? checksOfWhole : []), draft, spreading, &bag)
  var settings = RuleSettings(draft, rules: rules)
  let diagnostics = settings.apply(to: bag.diagnostics).inReadingOrder()
  return Verdict(
    diagnostics: diagnostics, framework: Framework(draft.contents, unless: diagnostics))
}

private typealias Checking = @Sendable (Draft, inout DiagnosticBag) -> Void

/// Runs checks, each by itself, and adds what they find in their order.
private func run(
  _ checks: [Checking], _ draft: Draft, _ spreading: Spreading, _ bag: inout DiagnosticBag
) {
  let found = spreading(checks.count) { index in
    var bag = DiagnosticBag()
    checks[index](draft, &bag)
    return bag.diagnostics
  }
  for diagnostics in found { bag.append(contentsOf: diagnostics) }
}

/// The checks of what is there, each with its rule in a file of `Rules`.
private let checks: [Checking] = [
  PrerequisiteCycle.check,
  NeedsLater.check,
  NeedsOptional.check,
  NeedsEnded.check,
  ImpossibleDate.check,
  ContradictoryStatus.check,
  UnexplainedEnd.check,
  SuccessorOfCurrent.check,
  ImpossibleSuccessor.check,
  ImpossibleEvidence.check,
  SpecialismTooEarly.check,
  ProgressionNotLater.check,
  ReviewAfterEnd.check,
  ChoicesDoNotFit.check,
  LevelForOtherRole.check,
  IdentifyingField.check,
  LowContrast.check,
  ExcludesItself.check,
  ConfusableID.check,
  EmptyProgression.check,
  OverBudget.check,
  DeclinedButUsed.check,
  SourcePastReview.check,
  SimilarTags.check,
  RepeatedEntry.check,
]

/// The checks of what is *not* there: that nothing cites a source, and so on.
///
/// They run only where there is no error. Otherwise what they miss may be what a mistake hides, and one mistake would be
/// reported twice.
private let checksOfWhole: [Checking] = [
  StatementWithoutSource.check,
  UnusedKnowledge.check,
  SkillWithoutKnowledge.check,
  NoMandatoryStatement.check,
  NoStatements.check,
  UncoveredItem.check,
  UnusedSource.check,
  UnusedFact.check,
  UnusedEntry.check,
]
