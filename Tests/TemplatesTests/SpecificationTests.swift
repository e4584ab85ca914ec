import Diagnostics
import Foundation
import Output
import Testing

@testable import Templates

/// The public conformance suite, https://github.com/mustache/spec, without its optional part on
/// lambdas.
@Suite struct SpecificationTests {
  @Test(arguments: SpecificationCase.files)
  func `every part of the suite is there`(_ part: SpecificationPart) throws {
    #expect(SpecificationCase.all.count { $0.file == part.file } == part.count)
  }

  @Test(arguments: SpecificationCase.all)
  func `a case renders as expected`(_ testCase: SpecificationCase) {
    let page = testCase.page
    let (set, diagnostics) = TemplateSet.compile(testCase.sources, pages: [page])
    let values = PageValues()
    let bytes = withExtendedLifetime(values) {
      set.render(
        page, testCase.data.slot(as: page.shape, in: values), of: values.page)
    }
    #expect(String(decoding: bytes, as: UTF8.self) == testCase.expected)
    // What the suite does with names that do not exist is an error here, but all of it is well
    // formed.
    let expected = [
      "unknown-variable", "unknown-partial", "unescaped-text", "unused-template",
      "not-a-template-name",
      "ignored-in-parent", "endless-inclusion",
    ]
    #expect(diagnostics.allSatisfy { expected.contains($0.rule.name) })
  }
}

/// A file of the suite and how many cases it has.
struct SpecificationPart: Sendable {
  let file: String
  let count: Int
}

struct SpecificationCase: Sendable, CustomTestStringConvertible {
  let file: String
  let name: String
  let data: JSONData
  let template: String
  let partials: [String: String]
  let expected: String

  static let files = [
    SpecificationPart(file: "comments", count: 12),
    SpecificationPart(file: "delimiters", count: 14),
    SpecificationPart(file: "interpolation", count: 42),
    SpecificationPart(file: "inverted", count: 22),
    SpecificationPart(file: "partials", count: 12),
    SpecificationPart(file: "sections", count: 34),
    SpecificationPart(file: "~dynamic-names", count: 21),
    SpecificationPart(file: "~inheritance", count: 27),
  ]

  /// Empty where the suite is missing, which the test of its parts reports.
  static let all = files.flatMap { part in
    (try? cases(in: part.file)) ?? []
  }

  var testDescription: String { "\(file): \(name)" }

  var sources: [SourceFile] {
    let templates = [("test", template)] + partials.sorted { $0.key < $1.key }
    return templates.enumerated().map { index, file in
      SourceFile(
        id: FileID(index), path: "\(file.0).html.mustache", bytes: Array(file.1.utf8))
    }
  }

  var page: SpecificationPage {
    SpecificationPage(shape: data.shape(namesTemplates: file == "~dynamic-names"))
  }

  private static func cases(in file: String) throws -> [SpecificationCase] {
    struct Contents: Decodable {
      struct Case: Decodable {
        let name: String
        let data: JSONData
        let template: String
        let partials: [String: String]?
        let expected: String
      }
      let tests: [Case]
    }
    let url = standardsFolder.appendingPathComponent("mustache-spec/\(file).json")
    let contents = try JSONDecoder().decode(Contents.self, from: try Data(contentsOf: url))
    return contents.tests.map {
      SpecificationCase(
        file: file, name: $0.name, data: $0.data, template: $0.template,
        partials: $0.partials ?? [:], expected: $0.expected)
    }
  }

  /// `KSF_STANDARDS`, or else `../shared/standards` beside the package.
  private static var standardsFolder: URL {
    if let path = ProcessInfo.processInfo.environment["KSF_STANDARDS"] {
      return URL(fileURLWithPath: path, isDirectory: true)
    }
    let package = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    return package.deletingLastPathComponent().appendingPathComponent("shared/standards")
  }
}

struct SpecificationPage: AnyPageTemplate {
  var name: String { "test" }
  var language: OutputLanguage { .html }
  let shape: Shape
}
