import Compilation
import Model
import Output
import Project
import Session
import Templates
import TestSupport
import Threads

@testable import Handbook

/// A framework made of a few lines of YAML, and its handbook.
struct Sample {
  /// The beginning of `framework.yaml`, which `more` goes on.
  static let head = """
    framework: test
    title: Test
    edition: 1.0.0
    language: en-GB

    """

  let disk: MemoryFileSystem

  init(_ more: String, domain: String, _ files: [String: String] = [:]) {
    var all = [
      "p/framework/framework.yaml": Sample.head + more, "p/framework/domain.yaml": domain,
    ]
    for (path, text) in files { all["p/" + path] = text }
    disk = MemoryFileSystem(all)
  }

  /// `count` statements, of which each is the line that `line` makes of its number.
  init(_ more: String, count: Int, _ line: (Int) -> String) {
    let statements = (1...count).map { "      - {id: S-\($0), \(line($0))}" }
    self.init(
      more,
      domain: """
        domain: body
        title: Body
        outcomes:
          - id: O-1
            title: Outcome
            statements:
        \(statements.joined(separator: "\n"))

        """)
  }

  private var project: Project { Project(folder: "p", fileSystem: disk) }

  var framework: Framework? { try? project.check().framework }

  /// What `Handbook` makes its pages from, with no template.
  var site: Site? {
    framework.map {
      Site(
        $0, TemplateSet.compile([], pages: []).set, Provenance(compiler: "0"),
        hasDownloads: false, downloads: Lazy { [] },
        keywords: Future(onThread: false) { [framework = $0] in KeywordIndex(framework) })
    }
  }

  /// The files of a build by path, as text; none if there is an error.
  func build(_ kinds: Set<String> = ["handbook"]) throws -> [String: String] {
    let files = try project.files(kinds) ?? []
    return Dictionary(
      uniqueKeysWithValues: files.map { ($0.path, String(decoding: $0.bytes(), as: UTF8.self)) })
  }
}
