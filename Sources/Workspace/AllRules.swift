internal import Analysis
package import Diagnostics
internal import Lock
internal import Syntax
internal import Templates

/// Every rule of the compiler, by code.
package let allRules: [Rule] =
  (syntaxRules + analysisRules + templateRules + lockRules + [DeadLink.rule, MissingLogo.rule])
  .sorted {
    $0.code < $1.code
  }
