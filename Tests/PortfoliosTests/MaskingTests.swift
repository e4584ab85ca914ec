import Diagnostics
import Testing

@testable import Portfolios

@Suite struct `What is shown of a file` {
  /// Nothing by which anybody could be recognised: not the person's number, no free text, no unknown key.
  private let text = """
    framework: care
    edition: 2.0.0
    person: P-0042
    started: 2026-09-07
    nickname: Zoë
    evidence:
      - {id: HM-1, type: feedback, date: 2026-09-08, statements: [A-1.1, Smith], by: K-77, reference: "Box 9, Elm Road 🏠"}  # of Anna
    records:
      - record: look
        date: 2026-09-08
        fields:
          went-well: |
            Müller's boy, 日本, said "yes".
          mood: sulky
          signed: {by: Dr Who, date: 2026-09-09}
    """

  @Test func `has neither free texts nor numbers of people`() throws {
    let shown = try Sample.check(text).text
    for secret in [
      "0042", "nickname", "Zo", "HM-1", "Smith", "K-77", "Box", "Elm", "🏠", "Anna", "ller", "日本",
      "yes", "sulky", "Who",
    ] {
      #expect(!shown.contains(secret), "\(secret)")
    }
  }

  @Test func `has keys, days and codes of the framework`() throws {
    let shown = try Sample.check(text).text
    for part in [
      "framework: care", "edition: 2.0.0", "person: ", "started: 2026-09-07", "type: feedback",
      "A-1.1", "date: 2026-09-08",
      "record: look", "went-well: |", "date: 2026-09-09",
    ] {
      #expect(shown.contains(part), "\(part)")
    }
  }

  /// So that ranges still point at what they pointed at.
  @Test func `has as many bytes, characters and lines, each at its place`() throws {
    let shown = try Sample.check(text).text
    #expect(shown.utf8.count == text.utf8.count)
    #expect(shown.unicodeScalars.count == text.unicodeScalars.count)
    #expect(
      shown.split(separator: "\n").map(\.utf8.count)
        == text.split(separator: "\n").map(\.utf8.count))
    // Width by width: ë has two bytes, 日 three, 🏠 four.
    #expect(shown.contains("**·"))
    #expect(shown.contains("••"))
  }

  @Test func `is nothing of a file that nobody knows`() throws {
    let shown = try Sample.check("name: Jo Bloggs\nborn: 2001-02-03").text
    #expect(shown == "****: ** ******\n****: ****-**-**")
  }

  @Test func `is nothing of a file that cannot be read`() throws {
    let shown = try Sample.check("person: Jo\nborn: [").text
    #expect(!shown.contains("Jo"))
    #expect(shown.utf8.count == 18)
  }

  @Test func `stays valid, whatever the bytes are`() throws {
    let bytes: [UInt8] = Array("person: ".utf8) + [0xFF, 0xC3, 0x28, 0xF0, 0x9F, 0xE2, 0x82]
    let document = try Sample.catalogue().check(
      SourceFile(id: FileID(0), path: "p.yaml", bytes: bytes), on: Sample.day("2026-10-20"))
    #expect(document.file.bytes.count == bytes.count)
    #expect(document.diagnostics.map(\.rule.name).contains("unreadable-record"))
  }

  /// No message repeats what was written, except codes, days and words of the framework.
  @Test func `is all that messages repeat`() throws {
    let document = try Sample.check(text)
    for diagnostic in document.diagnostics {
      let words = diagnostic.message + diagnostic.label + diagnostic.help
      for secret in [
        "0042", "nickname", "HM-1", "Smith", "K-77", "Elm", "Anna", "ller", "sulky", "Who",
      ] {
        #expect(!words.contains(secret), "\(secret): \(words)")
      }
    }
    #expect(document.found == ["unknown-record-key 5", "unknown-code 7", "wrong-record-value 14"])
  }
}
