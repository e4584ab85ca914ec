import Analysis
import Diagnostics
import Syntax
import TestSupport
import Testing

/// Each file of `Fixtures` is a small project with what must be found in it; `Snapshots` holds the wording.
@Suite struct `Fixtures` {
  static let fixtures = TestFolder("Fixtures")
  static let snapshots = TestFolder("Snapshots")

  @Test(arguments: fixtures.names)
  func `find exactly what they say`(name: String) throws {
    let fixture = Fixture(try #require(Self.fixtures.read(name)))
    #expect(fixture.check().findings == fixture.expectations)
  }

  @Test(arguments: fixtures.names)
  func `are worded as recorded`(name: String) throws {
    let rendering = Fixture(try #require(Self.fixtures.read(name))).check().rendering
    if isRecordingSnapshots {
      Self.snapshots.write(rendering, to: name)
    } else {
      #expect(rendering == Self.snapshots.read(name))
    }
  }

  @Test func `use every recording`() {
    #expect(Self.snapshots.names == Self.fixtures.names)
  }

  @Test func `cover every rule`() throws {
    let texts = try Self.fixtures.names.map { try #require(Self.fixtures.read($0)) }
    let covered = Set(texts.flatMap { Fixture($0).expectations.map(\.rule) })
    // Too large to keep: its test makes one.
    let expected = Set((syntaxRules + analysisRules).map(\.name)).subtracting(["file-too-large"])
    #expect(expected.subtracting(covered).isEmpty)
  }
}

@Suite struct `Rules` {
  static let all = syntaxRules + analysisRules

  @Test func `have codes and names of their own`() {
    #expect(Set(Self.all.map(\.code)).count == Self.all.count)
    #expect(Set(Self.all.map(\.name)).count == Self.all.count)
  }

  @Test(arguments: all)
  func `have a whole page`(rule: Rule) {
    for text in [rule.summary, rule.reason] { #expect(text.hasSuffix(".")) }
    #expect(rule.bad != rule.good)
    #expect(rule.code.count == 7 && rule.code.hasPrefix("KSF"))
  }
}
