import DefaultTemplates
import Diagnostics
import Model
import Output
import Templates
import TestSupport
import Testing

@testable import Checklists

/// A framework made of a few lines of YAML, and its checklists by the templates of the program.
enum Sample {
  /// `more` goes on from the head; `statements` are those of outcome `A-1`, with `#` before the others.
  static func framework(_ more: String, statements: [String], _ files: String = "") throws
    -> Framework
  {
    try Fixture(
      """
      -- framework/framework.yaml --
      framework: care
      title: Care
      edition: 2.0.0
      language: en-GB
      \(more)
      -- framework/domain.yaml --
      domain: talk
      title: Talking
      outcomes:
        - id: A-1
          title: Listens
          statements:
      \(statements.map { "      - {\($0)}" }.joined(separator: "\n"))
      \(files)
      """
    ).framework()
  }

  /// The files by path below `checklists/` and `forms/`.
  static func files(_ framework: Framework) throws -> [String: String] {
    var sources = SourceFiles()
    for (path, bytes) in DefaultTemplates.files where path.hasPrefix("checklists/") {
      _ = sources.add(path: "templates/" + path, bytes: bytes)
    }
    let (templates, problems) = TemplateSet.compile(sources.files, pages: Checklists.pages)
    try #require(problems.isEmpty, "\(problems.map(\.message))")
    let source = ChecklistSource(framework, templates)
    let files = Checklists.format.plan(source) + Checklists.forms.plan(source)
    return Dictionary(
      uniqueKeysWithValues: files.map { ($0.path, String(decoding: $0.bytes(), as: UTF8.self)) })
  }
}

extension String {
  /// The ids of the lines to tick, in order.
  var ticked: [String] {
    split(separator: "\n").filter { $0.hasPrefix("- [ ] **") }
      .map { String($0.dropFirst(8).prefix { $0 != "*" }) }
  }

  var headings: [String] {
    split(separator: "\n").filter { $0.hasPrefix("#") }.map(String.init)
  }
}
