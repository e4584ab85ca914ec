internal import Analysis
package import Diagnostics
internal import Portfolios
internal import Syntax
internal import Templates

/// Every rule of the compiler, by code.
package let allRules: [Rule] =
  (syntaxRules + analysisRules + templateRules + [DeadLink.rule] + recordRules).sorted {
    $0.code < $1.code
  }
