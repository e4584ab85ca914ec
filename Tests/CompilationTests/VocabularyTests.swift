import Compilation
import Model
import Output
import Project
import Session
import TestSupport
import Testing

/// No page or checklist may use another word than the framework's own.
@Suite struct `A framework's own words` {
  private static let usual = [
    "domain", "outcome", "statement", "phase", "specialism", "role", "kind", "level", "evidence",
    "source", "duty", "review", "record", "crosswalk",
  ]

  private static let vocabulary =
    "vocabulary:\n" + usual.map { "  \($0): {one: z-\($0.count), many: zz-\($0.count)}\n" }.joined()

  /// The fixture of the whole language, with other words for everything.
  private func pages() throws -> [PlannedFile] {
    let text = try #require(TestFolder("../AnalysisTests/Fixtures").read("whole-language.txt"))
    let usualWords = "vocabulary:\n  statement: {one: standard, many: standards}\n"
    #expect(text.contains(usualWords))
    // What the fixture itself says in these words is no word of an output.
    let own = text.replacing(usualWords, with: Self.vocabulary)
      .replacing("Observation record", with: "Observation sheet")
      .replacing("Another source", with: "Another text")
      // Pages name the files in which things are written.
      .replacing("-- framework/domain.yaml", with: "-- framework/body.yaml")
      .replacing("-- framework/record.yaml", with: "-- framework/sheet.yaml")
      .replacing("-- framework/reviews.yaml", with: "-- framework/points.yaml")
    let fixture = Fixture(own)
    let disk = MemoryFileSystem(
      Dictionary(uniqueKeysWithValues: fixture.files.map { ("p/" + $0.path, $0.text) }))
    disk.put("<svg/>", at: "p/templates/handbook/assets/logo.svg")
    let files = try Project(folder: "p", fileSystem: disk).files(["handbook", "checklists"])
    return try #require(files).filter {
      $0.path.hasSuffix(".html") || $0.path.hasSuffix(".md")
    }
  }

  @Test func `stand wherever a reader sees one`() throws {
    for page in try pages() {
      let words = visibleWords(of: String(decoding: page.bytes(), as: UTF8.self))
      for word in Self.usual where word != "evidence" && word != "level" {
        let found = words.filter {
          $0 == word || $0 == word + "s" || $0 == "duties" && word == "duty"
        }
        #expect(found.isEmpty, "\(page.path) says \(found)")
      }
    }
  }

  /// Frameworks of other kinds, with the words that they use in place of the usual ones.
  private static let others = [
    "generality-ladder.txt", "generality-catalogue.txt", "generality-standards.txt",
  ]

  @Test(arguments: others)
  func `stand in frameworks of other kinds`(name: String) throws {
    let text = try #require(TestFolder("../AnalysisTests/Fixtures").read(name))
    let disk = MemoryFileSystem(
      Dictionary(uniqueKeysWithValues: Fixture(text).files.map { ("p/" + $0.path, $0.text) }))
    let project = Project(folder: "p", fileSystem: disk)
    #expect(try project.check().diagnostics.isEmpty)
    let files = try #require(try project.files())
    for page in files where page.path.hasSuffix(".html") || page.path.hasSuffix(".md") {
      let words = visibleWords(of: String(decoding: page.bytes(), as: UTF8.self))
      for word in ["statement", "phase", "outcome", "domain"] {
        #expect(!words.contains(word) && !words.contains(word + "s"), "\(page.path) says \(word)")
      }
    }
  }

  /// What is outside tags and comments, in lower case, word by word.
  private func visibleWords(of text: String) -> [String] {
    var visible = ""
    var isTag = false
    for character in text {
      switch character {
      case "<": isTag = true
      case ">" where isTag: isTag = false
      default: if !isTag { visible.append(character) }
      }
    }
    return visible.lowercased().split { !$0.isLetter && $0 != "-" }.map(String.init)
  }
}
