package import Diagnostics
package import Model
internal import Threads

/// Runs every check over a draft, and then applies its rule settings and the comments that silence warnings. Returns
/// everything that was found, in reading order.
///
/// `earlier` is what parsing its files and others found; `rules` are all that settings and comments may name.
package func check(
  _ draft: Draft, earlier: [Diagnostic], rules: [Rule]
) -> [Diagnostic] {
  var bag = DiagnosticBag()
  bag.append(contentsOf: earlier)
  bag.append(contentsOf: draft.diagnostics)
  let reading = TextReading(draft)
  let found = run(checks, reading, draft)
  // An error of a check hides nothing: everything that it is about was read and linked.
  let isWhole = bag.diagnostics.errorCount == 0
  for diagnostics in found.checks { bag.append(contentsOf: diagnostics) }
  let ofTexts: Checking = { draft, bag in reading.finish(found.texts, isWhole: isWhole, &bag) }
  for diagnostics in run([ofTexts] + (isWhole ? checksOfWhole : []), draft) {
    bag.append(contentsOf: diagnostics)
  }
  var settings = RuleSettings(draft, rules: rules)
  return settings.apply(to: RepeatedStem.withoutVerbs(of: bag.diagnostics)).inReadingOrder()
}

/// The framework, if there is no error among the diagnostics of a whole run.
package func framework(
  _ contents: Contents, unless diagnostics: [Diagnostic]
) -> Framework? {
  Framework(contents, unless: diagnostics)
}

/// The results of a function for each number below `count`, in order. They are worked out on all cores, unless the draft is so
/// small that threads would cost more than they save.
private func parallelMap<Result: Sendable>(
  count: Int, of draft: Draft, _ transform: @escaping @Sendable (Int) -> Result
) -> [Result] {
  let byteCount = draft.files.reduce(0) { $0 + $1.file.bytes.count }
  return Concurrency.map(
    count: count, stride: byteCount < Concurrency.fewBytes ? count : 1, transform)
}

private typealias Checking = @Sendable (Draft, inout DiagnosticBag) -> Void

/// Runs checks side by side. Returns what each found.
private func run(
  _ checks: [Checking], _ draft: Draft
) -> [[Diagnostic]] {
  parallelMap(count: checks.count, of: draft) { index in
    var bag = DiagnosticBag()
    checks[index](draft, &bag)
    return bag.diagnostics
  }
}

/// Runs checks and reads texts side by side. Returns what each check and each slice of the texts found.
private func run(
  _ checks: [Checking], _ texts: TextReading, _ draft: Draft
) -> (checks: [[Diagnostic]], texts: [TextReading.Found]) {
  enum Found: Sendable {
    case text(TextReading.Found)
    case check([Diagnostic])
  }
  // The slices of the texts are small, so they come last: then both cores have something to do until the end.
  let found: [Found] = parallelMap(count: checks.count + texts.sliceCount, of: draft) { index in
    guard index < checks.count else { return .text(texts.read(index - checks.count)) }
    var bag = DiagnosticBag()
    checks[index](draft, &bag)
    return .check(bag.diagnostics)
  }
  return (
    found.compactMap { if case .check(let diagnostics) = $0 { diagnostics } else { nil } },
    found.compactMap { if case .text(let found) = $0 { found } else { nil } }
  )
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
  CutText.check,
  RepeatedStem.check,
  DuplicateTerm.check,
]

/// The checks of what is *not* there: that nothing cites a source, and so on.
///
/// They run only where everything could be read and linked. Otherwise what they miss may be what a mistake hides, and one
/// mistake would be reported twice.
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
  StatementWithoutPhase.check,
  EmptyFramework.check,
]
