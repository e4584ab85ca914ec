internal import Analysis
package import Diagnostics
internal import Editions
internal import Lock
internal import Portfolios
internal import Syntax
internal import Templates

/// Every rule of the compiler, by code.
package let allRules: [Rule] =
  (syntaxRules + analysisRules + templateRules + lockRules + editionRules + recordRules
  + compilationRules).sorted {
    $0.code < $1.code
  }

/// The rules that need more than the texts of the framework.
private let compilationRules = [MissingLogo.rule, UnreadFile.rule, DeadLink.rule]
