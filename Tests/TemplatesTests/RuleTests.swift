import Diagnostics
import Testing

@testable import Templates

@Suite struct RuleTests {
  @Test func `codes and names are given once and in order`() {
    #expect(Set(templateRules.map(\.name)).count == templateRules.count)
    let codes = templateRules.map(\.code)
    #expect(codes == (1...templateRules.count).map { "KSF05" + ($0 < 10 ? "0\($0)" : "\($0)") })
  }

  /// The examples of these rules are file names or need several files.
  private static let ofFiles = [
    "duplicate-template", "missing-page-template", "unused-template", "unknown-template-language",
    "template-not-utf8",
  ]

  @Test(arguments: templateRules.filter { !ofFiles.contains($0.name) }.map(\.name))
  func `the bad example breaks the rule and the good one breaks none`(name: String) throws {
    let rule = try #require(templateRules.first { $0.name == name })
    #expect(RuleTests.problems(in: rule.bad).map(\.rule.name) == [name])
    #expect(RuleTests.problems(in: rule.good).isEmpty)
  }

  private static func problems(in example: String) -> [Diagnostic] {
    diagnostics(of: [
      "page.html.mustache": example,
      "all.html.mustache": "{{> all}}", "card.html.mustache": "{{title}}",
      "row.html.mustache": "{{title}}", "layout.html.mustache": "{{$body}}{{/body}}",
    ]).filter { $0.rule.name != "unused-template" }
  }
}
