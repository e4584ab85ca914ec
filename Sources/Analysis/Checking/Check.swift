package import Diagnostics
package import Model

/// What a whole run of the front end comes to.
package struct Verdict: Sendable {
  /// Everything that was found, in reading order.
  package let diagnostics: [Diagnostic]

  /// The framework, if there is no error among them.
  package let framework: Framework?
}

/// Runs every check over a draft. `earlier` is what parsing its files found.
package func check(_ draft: Draft, earlier: [Diagnostic]) -> Verdict {
  var bag = DiagnosticBag()
  bag.append(contentsOf: earlier)
  bag.append(contentsOf: draft.diagnostics)
  for check in checks { check(draft, &bag) }
  let diagnostics = bag.diagnostics.inReadingOrder()
  return Verdict(
    diagnostics: diagnostics, framework: Framework(draft.contents, unless: diagnostics))
}

/// The checks that need the whole draft, each with its rule in a file of `Rules`.
private let checks: [@Sendable (Draft, inout DiagnosticBag) -> Void] = [
  PrerequisiteCycle.check
]
