package import Diagnostics
package import Model

/// What a whole run of the front end comes to.
package struct Verdict: Sendable {
  /// Everything that was found, in reading order.
  package let diagnostics: [Diagnostic]

  /// The framework, if there is no error among them.
  package let framework: Framework?
}

/// Runs every check over a draft, and then applies its rule settings and the comments that silence warnings.
///
/// `earlier` is what parsing its files and others found; `rules` are all that settings and comments may name.
package func check(_ draft: Draft, earlier: [Diagnostic], rules: [Rule]) -> Verdict {
  var bag = DiagnosticBag()
  bag.append(contentsOf: earlier)
  bag.append(contentsOf: draft.diagnostics)
  for check in checks { check(draft, &bag) }
  let isWhole = bag.diagnostics.errorCount == 0
  checkTexts(draft, isWhole: isWhole, &bag)
  if isWhole {
    for check in checksOfWhole { check(draft, &bag) }
  }
  var settings = RuleSettings(draft, rules: rules)
  let diagnostics = settings.apply(to: bag.diagnostics).inReadingOrder()
  return Verdict(
    diagnostics: diagnostics, framework: Framework(draft.contents, unless: diagnostics))
}

/// The checks of what is there, each with its rule in a file of `Rules`.
private let checks: [@Sendable (Draft, inout DiagnosticBag) -> Void] = [
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
private let checksOfWhole: [@Sendable (Draft, inout DiagnosticBag) -> Void] = [
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
