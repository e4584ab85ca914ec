internal import Analysis
internal import Diagnostics
package import Model
internal import Syntax

extension Fixture {
  /// The texts of a fixture have an error where a test wants a whole framework.
  package struct HasErrors: Error, CustomStringConvertible {
    package let description: String
  }

  /// The framework that the files make together. Warnings are passed over.
  package func framework() throws -> Framework {
    var sources = SourceFiles()
    for (path, text) in files { _ = sources.add(path: path, bytes: Array(text.utf8)) }
    let draft = link(sources.files.map { declare($0, parse($0)) })
    let diagnostics = Analysis.check(draft, earlier: [], rules: syntaxRules + analysisRules)
    guard let framework = Framework(draft.contents, unless: diagnostics) else {
      let errors = diagnostics.filter { $0.severity == .error }
      throw HasErrors(description: errors.map(\.message).joined(separator: "; "))
    }
    return framework
  }
}
