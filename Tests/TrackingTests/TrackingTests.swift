import Model
import Output
import TestSupport
import Testing

@testable import Tracking

enum Sample {
  static func framework(_ more: String, statements: [String], roles: String = "") throws
    -> Framework
  {
    try Fixture(
      """
      -- framework/framework.yaml --
      framework: care
      title: Care & "more"
      edition: 2.0.0
      language: en-GB
      kinds:
        - {id: skill, title: Skill, stem: Know how to}
        - {id: thing, title: Thing}
      \(more)
      -- framework/domain.yaml --
      domain: talk
      title: Talking
      outcomes:
        - id: A-1
          title: Listens
          statements: \(statements.isEmpty ? "[]" : "")
      \(statements.map { "      - {\($0)}" }.joined(separator: "\n"))
      """
    ).framework()
  }

  static let rich = """
    notice: "A draft, for *comment*.\\n\\nNot final."
    issued: 2026-11-30
    publisher: A <guild>
    phases:
      - {id: year-1, title: First year}
    specialisms:
      - {id: court, title: Court work, phase: year-1}
    roles:
      - {id: worker, title: Worker}
      - {id: assessor, title: "=HYPERLINK(1)"}
    evidence:
      - {id: observation, title: Observation}
      - {id: reflection, title: Reflection}
    levels:
      - {id: basic, title: Basic}
    """

  static let statements = [
    "id: A-1.1, kind: skill, text: \"say “no”, *kindly*, to [a \\\"friend\\\"](https://example.org)\", phase: year-1",
    "id: A-1.2, kind: thing, text: \"=1+1\", phase: year-1, specialism: court, roles: [worker, assessor], levels: {worker: basic}, relies-on: [A-1.1], after: [A-1.1, A-1.3], evidence: {any-of: [observation, reflection], at-least: 2, observers: 2}",
    "id: A-1.3, kind: thing, text: \"+44 日本 a_x0041_b\", phase: year-1",
    "id: A-1.4, kind: thing, text: sort the post, phase: year-1, status: {is: withdrawn, since: 2026-01-01, because: No.}",
    "id: A-1.5, kind: thing, text: \"@me\", phase: year-1, evidence: {all-of: [observation], at-least: 1}",
  ]

  static func file(_ framework: Framework, _ ending: String) throws -> [UInt8] {
    try #require(Tracking.format.plan(framework).first { $0.path == "tracking/care.\(ending)" })
      .bytes()
  }
}

@Suite struct `The tracking sheet as CSV` {
  private func lines(_ framework: Framework) throws -> [String] {
    let bytes = try Sample.file(framework, "csv")
    // A byte order mark, by which spreadsheets know UTF-8.
    #expect(bytes.prefix(3) == [0xEF, 0xBB, 0xBF])
    let text = String(decoding: bytes.dropFirst(3), as: UTF8.self)
    #expect(text.hasSuffix("\r\n"))
    return text.replacing("\r\n", with: "\n").split(
      separator: "\n", omittingEmptySubsequences: false
    )
    .dropLast().map(String.init)
  }

  @Test func `has a row for each statement that is to be met`() throws {
    let lines = try lines(try Sample.framework(Sample.rich, statements: Sample.statements))
    #expect(
      lines == [
        #""Code","Statement","Kind","Phase","Specialism","Role","Domain","Outcome","Level","Evidence asked for","Comes after","Status","Evidence","Reference","Completed by","Date""#,
        #""A-1.1","Know how to say “no”, kindly, to a ""friend""","Skill","First year","","","Talking","A-1 Listens","","","","","","","","""#,
        #""A-1.2","'=1+1","Thing","First year","Court work","Worker, =HYPERLINK(1)","Talking","A-1 Listens","Basic (Worker)","at least 2; any of: Observation, Reflection; different observers: 2","A-1.1, A-1.3","","","","","""#,
        #""A-1.3","'+44 日本 a_x0041_b","Thing","First year","","","Talking","A-1 Listens","","","","","","","","""#,
        #""A-1.5","'@me","Thing","First year","","","Talking","A-1 Listens","","at least 1; all of: Observation","","","","","","""#,
        #""","A draft, for comment. Not final.","","","","","","","","","","","","","","""#,
      ])
  }

  @Test func `has as many fields in each row, and no row for a notice that there is not`() throws {
    let lines = try lines(
      try Sample.framework("", statements: ["id: A-1.1, kind: skill, text: do it"]))
    #expect(lines.count == 2)
    #expect(lines.map { $0.split(separator: ",").count } == [16, 16])
  }

  @Test func `is a heading alone without statements`() throws {
    let framework = try Fixture(
      "-- framework/framework.yaml --\nframework: care\ntitle: Care\nedition: 1.0.0\nlanguage: en\nvocabulary: {statement: {one: übung, many: übungen}}\n"
    ).framework()
    let lines = try lines(framework)
    #expect(lines.count == 1)
    #expect(lines[0].hasPrefix(#""Code","Übung","Kind""#))
  }
}

@Suite struct `The tracking sheet as a workbook` {
  private func workbook(_ more: String = Sample.rich, _ statements: [String] = Sample.statements)
    throws
    -> ZipReader
  {
    try ZipReader(Sample.file(Sample.framework(more, statements: statements), "xlsx"))
  }

  @Test func `is an archive that another reader reads`() throws {
    let archive = try workbook()
    #expect(
      archive.entries.map(\.name) == [
        "[Content_Types].xml", "_rels/.rels", "docProps/core.xml", "xl/workbook.xml",
        "xl/_rels/workbook.xml.rels", "xl/styles.xml", "xl/worksheets/sheet2.xml",
        "xl/worksheets/sheet3.xml", "xl/worksheets/sheet1.xml",
      ])
    // 1 January 1980 at midnight, since no clock may reach an output.
    #expect(archive.entries.allSatisfy { $0.time == 0 && $0.day == 0x21 })
    #expect(
      archive.entries.allSatisfy {
        String(decoding: $0.content, as: UTF8.self).hasPrefix(
          "<?xml version=\"1.0\" encoding=\"UTF-8\"")
      })
  }

  @Test func `has the statements in its cells, as texts`() throws {
    let sheet = try #require(workbook().text("xl/worksheets/sheet1.xml"))
    #expect(sheet.contains(#"<c r="A1" s="1" t="inlineStr"><is><t>Code</t></is></c>"#))
    #expect(sheet.contains(#"<c r="P1" s="1" t="inlineStr"><is><t>Date</t></is></c>"#))
    #expect(
      sheet.contains(
        #"<row r="2"><c r="A2" s="2" t="inlineStr"><is><t>A-1.1</t></is></c><c r="B2""#))
    #expect(
      sheet.replacing("&quot;", with: "\"").contains(
        #"<is><t>Know how to say “no”, kindly, to a "friend"</t></is>"#))
    // A formula is a text, and what reads like an escape is escaped.
    #expect(sheet.contains(#"<c r="B3" s="2" t="inlineStr"><is><t>=1+1</t></is></c>"#))
    #expect(sheet.contains("<t>+44 日本 a_x005F_x0041_b</t>"))
    #expect(!sheet.contains("<f>"))
    #expect(!sheet.contains("sort the post"))
    // Columns to fill in are empty, and those of days are days.
    #expect(sheet.contains(#"<c r="M2" s="3"/>"#))
    #expect(sheet.contains(#"<c r="P2" s="4"/>"#))
    #expect(sheet.contains(#"<row r="5">"#))
    #expect(!sheet.contains(#"<row r="6">"#))
    #expect(sheet.contains(#"<dimension ref="A1:P5"/>"#))
    #expect(sheet.contains(#"<autoFilter ref="A1:P5"/>"#))
  }

  @Test func `offers what its lists hold`() throws {
    let archive = try workbook()
    let sheet = try #require(archive.text("xl/worksheets/sheet1.xml"))
    #expect(sheet.contains(#"<dataValidations count="3">"#))
    #expect(sheet.contains(#"sqref="L2:L5"><formula1>Lists!$A$2:$A$4</formula1>"#))
    #expect(sheet.contains(#"sqref="O2:O5"><formula1>Lists!$B$2:$B$3</formula1>"#))
    #expect(sheet.contains(#"sqref="P2:P5"><formula1>36526</formula1>"#))
    let lists = try #require(archive.text("xl/worksheets/sheet3.xml"))
    for cell in [
      ">Status<", ">Completed by<", ">not started<", ">under way<", ">shown<", ">Worker<",
      ">=HYPERLINK(1)<",
    ] {
      #expect(lists.contains(cell), "\(cell)")
    }
    #expect(
      lists.contains(#"<c r="A4" s="0" t="inlineStr"><is><t>shown</t></is></c><c r="B4" s="0"/>"#))
  }

  @Test func `lets anything be written where there are no roles`() throws {
    let sheet = try #require(
      workbook("", ["id: A-1.1, kind: skill, text: do it"]).text("xl/worksheets/sheet1.xml"))
    #expect(sheet.contains(#"<dataValidations count="2">"#))
    #expect(sheet.contains(#"<c r="O2" s="3"/>"#))
  }

  @Test func `says what it is, and when it was issued`() throws {
    let archive = try workbook()
    let core = try #require(archive.text("docProps/core.xml"))
    #expect(core.contains("<dcterms:created xsi:type=\"dcterms:W3CDTF\">2026-11-30T00:00:00Z<"))
    #expect(core.contains("<dc:creator>A &lt;guild&gt;</dc:creator>"))
    #expect(core.contains("edition 2.0.0</dc:title>"))
    #expect(!core.contains("Care & "))
    let about = try #require(archive.text("xl/worksheets/sheet2.xml"))
    #expect(about.contains("Edition 2.0.0 (draft)"))
    #expect(about.contains("A draft, for comment. Not final."))
    let undated = try #require(workbook("", []).text("docProps/core.xml"))
    #expect(undated.contains(">1980-01-01T00:00:00Z<"))
  }

  @Test func `is whole without statements, and with many`() throws {
    let empty = try #require(workbook("", []).text("xl/worksheets/sheet1.xml"))
    #expect(empty.contains(#"<dimension ref="A1:P1"/>"#))
    #expect(!empty.contains("dataValidation"))
    let many = try workbook("", (1...1000).map { "id: A-1.\($0), kind: thing, text: do \($0)" })
    let sheet = try #require(many.text("xl/worksheets/sheet1.xml"))
    #expect(sheet.contains(#"<c r="A1001" s="2" t="inlineStr"><is><t>A-1.1000</t></is></c>"#))
    #expect(sheet.split(separator: "<row ").count == 1002)
  }

  /// A cell may hold 32,767 units of UTF-16.
  @Test func `cuts what no cell can hold`() throws {
    let long = String(repeating: "word ", count: 8000)
    let sheet = try #require(
      workbook("", ["id: A-1.1, kind: thing, text: \(long)"]).text("xl/worksheets/sheet1.xml"))
    let texts = sheet.split(separator: "<t>").map { $0.prefix { $0 != "<" } }
    #expect(texts.allSatisfy { $0.utf16.count <= 32_767 })
    #expect(sheet.contains("…</t>"))
  }

  @Test func `is the same each time`() throws {
    let framework = try Sample.framework(Sample.rich, statements: Sample.statements)
    #expect(try Sample.file(framework, "xlsx") == Sample.file(framework, "xlsx"))
  }
}

@Suite struct `A ZIP archive` {
  /// Gathers the chunks of a file.
  private func archive(_ body: @escaping @Sendable (inout ZipArchive) -> Void) -> [UInt8] {
    PlannedFile(
      path: "a.zip",
      chunks: { give in
        var archive = ZipArchive(to: give)
        body(&archive)
        archive.finish()
      }
    ).bytes()
  }

  @Test func `may hold nothing`() throws {
    #expect(try ZipReader(archive { _ in }).entries.isEmpty)
  }

  @Test func `holds files of any size, in one chunk or several`() throws {
    let noise = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 7) }
    let bytes = archive { archive in
      archive.add("empty", [])
      archive.add("chunks", chunks: 3) { [[1, 2, 3], noise, []][$0] }
      archive.add("noise", noise)
      archive.add("one", chunks: 1) { _ in Array("one".utf8) }
    }
    let entries = try ZipReader(bytes).entries
    #expect(entries.map(\.name) == ["empty", "chunks", "noise", "one"])
    #expect(entries[0].content.isEmpty)
    #expect(entries[1].content == [1, 2, 3] + noise)
    #expect(entries[2].content == noise)
    #expect(entries[3].content == Array("one".utf8))
  }
}
