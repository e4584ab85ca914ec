import Diagnostics
import Model
import Testing

@testable import Portfolios

@Suite struct `A file of JSON` {
  private static let head =
    #""framework": "care", "edition": "2.0.0", "person": "P-1", "started": "2026-09-07""#

  private func found(_ text: String) throws -> [String] {
    try Sample.check(text, path: "p.json").diagnostics.map(\.rule.name)
  }

  @Test(arguments: [
    "{\(head)}", "{\(head), \"percent\": 80}", "{\n\(head),\n\"evidence\": [\n]\n}",
    "{\(head), \"evidence\": [{\"id\": \"E1\", \"type\": \"feedback\", \"date\": \"2026-09-08\", \"statements\": [\"A-1.1\"], \"alternative\": false}]}",
    // Characters beyond the first 65,536 as two escapes; an escaped backslash before `u` is none.
    #"{"# + head
      + #", "records": [{"record": "look", "date": "2026-09-08", "fields": {"went-well": "\uD83C\uDFE0 and \\uD83C \u00e9"}}]}"#,
  ])
  func `is read`(text: String) throws {
    #expect(try found(text) == [])
  }

  @Test(arguments: [
    // A comma too many, a comment, a list in YAML's way, a key or text without quotes or in single ones.
    ("{\(head),}", "unreadable-record"), ("{\(head), \"evidence\": [ , ]}", "unreadable-record"),
    ("{\(head)} # so", "unreadable-record"), ("framework: care", "unreadable-record"),
    ("{\(head), percent: 80}", "wrong-record-value"),
    ("{\(head), 'percent': 80}", "wrong-record-value"),
    ("{\(head), \"percent\": \"80\"}", "wrong-record-value"),
    ("{\(head), \"role\": worker}", "wrong-record-value"),
    ("{\(head), \"role\": null}", "wrong-record-value"),
    (
      "{\(head), \"evidence\": [{\"id\": \"E1\", \"type\": \"feedback\", \"date\": \"2026-09-08\", \"statements\": [\"A-1.1\"], \"alternative\": yes}]}",
      "wrong-record-value"
    ),
    (
      "{\(head), \"evidence\": [{\"id\": \"E1\", \"type\": \"feedback\", \"date\": \"2026-09-08\", \"statements\": [\"A-1.1\"], \"alternative\": \"true\"}]}",
      "wrong-record-value"
    ),
    ("", "unknown-document"), ("[]", "unknown-document"), ("\"text\"", "unknown-document"),
    ("{}", "unknown-document"),
  ])
  func `is read strictly`(text: String, rule: String) throws {
    #expect(try found(text).contains(rule))
  }

  @Test func `may be YAML under another name`() throws {
    #expect(try Sample.check("{\(JSONTests.head), percent: 80}  # so", path: "p.yaml").found == [])
  }

  @Test func `keeps its places where two escapes are one character`() {
    let text = Array(#"{"a": "\uD83C\uDFE0", "b": 1}"#.utf8)
    let readable = JSONText.readable(text)
    #expect(readable.count == text.count)
    #expect(String(decoding: readable, as: UTF8.self) == "{\"a\": \"\\\n\\U0001F3E0\", \"b\": 1}")
    for untouched in [
      #""\\uD83C\\uDFE0""#, #""\uD83C""#, #""\uDFE0\uD83C""#, #""\uD83C\n\uDFE0""#, #""\u00e9""#,
      #""\"#,
    ] {
      #expect(JSONText.readable(Array(untouched.utf8)) == Array(untouched.utf8))
    }
  }

  private typealias JSONTests = `A file of JSON`
}

@Suite struct `A file of its own` {
  private func content(_ text: String) throws -> CheckedDocument.Content {
    let document = try Sample.check(text)
    #expect(document.found == [])
    return document.content
  }

  @Test func `can be a record`() throws {
    let content = try content(
      """
      record: look
      framework: care
      edition: 2.0.0
      person: P-0042
      date: 2026-10-01
      review: r3
      fields: {went-well: It rained.}
      """)
    guard case .record(let record) = content else {
      Issue.record("it is a record")
      return
    }
    #expect(record.person == "P-0042")
    #expect(record.record.on.description == "2026-10-01")
    #expect(record.record.review?.index == 0)
  }

  @Test(arguments: [
    ("record: looks\nperson: P-1", "unknown-document 1", "did you mean `look`?"),
    ("name: Jo", "unknown-document 1", ""), ("- a", "unknown-document 1", ""),
    ("text", "unknown-document 1", ""),
    // The framework itself, and one of its records.
    ("framework: care\ntitle: Care\nedition: 2.0.0", "unknown-document 1", ""),
    ("record: look\ntitle: A look\nfields: []", "unknown-record-key 2", ""),
  ])
  func `is told apart from something else`(text: String, found: String, label: String) throws {
    let document = try Sample.check(text)
    #expect(document.found.first == found || document.found.contains(found))
    #expect(document.diagnostics.contains { $0.label == label })
  }
}
