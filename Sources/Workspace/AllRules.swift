internal import Analysis
package import Diagnostics
internal import Syntax

/// Every rule of the compiler, by code.
package let allRules: [Rule] = (syntaxRules + analysisRules).sorted { $0.code < $1.code }
