import Diagnostics
import Testing

@testable import Templates

@Suite struct NameProblemTests {
  @Test func `an unknown name is reported where it stands`() {
    expectProblem("unknown-variable", in: "<h1>{{ «titel» }}</h1>")
    expectProblem("unknown-variable", in: "{{{«titel»}}}")
    expectProblem("unknown-variable", in: "{{#«titles»}}x{{/titles}}")
    expectProblem("unknown-variable", in: "{{^«titles»}}x{{/titles}}")
    expectProblem("unknown-variable", in: "äö {{«titel»}}")
  }

  @Test func `each part of a dotted name is looked up in the part before it`() {
    expectProblem("unknown-variable", in: "{{author.«nmae»}}")
    expectProblem("unknown-variable", in: "{{«autor».name}}")
    expectProblem("unknown-variable", in: "{{title.«name»}}")
    expectProblem("unknown-variable", in: "{{items.«name»}}")
    expectProblem("unknown-variable", in: "{{author.«»}}")
  }

  @Test func `names of outer records can be used in inner ones`() {
    expectProblems([], in: ["page.html.mustache": "{{#items}}{{name}} {{title}}{{/items}}"])
    expectProblem("unknown-variable", in: "{{#items}}{{/items}}{{«name»}}")
  }

  @Test func `nothing is said about names inside a section that is not known`() {
    expectProblem("unknown-variable", in: "{{#«itmes»}}{{name}}{{.}}{{#x}}{{/x}}{{/itmes}}")
  }

  @Test func `a nearly right name is suggested`() throws {
    let problem = try #require(
      diagnostics(of: ["page.html.mustache": "{{#items}}{{nme}}{{/items}}"]).first)
    #expect(problem.message == "there is no `nme` here")
    #expect(problem.label == "not a name of `sample item`")
    #expect(problem.help == "Did you mean `name`?")
  }

  @Test func `without a nearly right name, those in sight are listed, inner ones first`() throws {
    let problem = try #require(
      diagnostics(of: ["page.html.mustache": "{{#items}}{{zzzzzz}}{{/items}}"]).first)
    #expect(
      problem.help == """
        Names that can be used here: `name`, `children`, `title`, `summary`, `isNew`, `kind`, \
        `author`, `items`, `tags`.
        """)
  }

  @Test func `wording for a name after a dot`() throws {
    let inRecord = try #require(diagnostics(of: ["page.html.mustache": "{{author.nam}}"]).first)
    #expect(inRecord.message == "there is no `nam` in `sample item`")
    let inText = try #require(diagnostics(of: ["page.html.mustache": "{{title.nam}}"]).first)
    #expect(inText.message == "`title` is a text and has no `nam`")
  }

  @Test func `a problem in a partial says where the partial is included`() throws {
    let texts: TemplateTexts = [
      "page.html.mustache": "{{#items}}{{> card}}{{/items}}{{> card}}",
      "card.html.mustache": "{{name}}",
    ]
    let problems = diagnostics(of: texts)
    #expect(problems.map(\.message) == ["there is no `name` here"])
    let note = try #require(problems.first?.notes.first)
    #expect(note.range == SourceRange(file: FileID(0), start: 30, end: 40))
    #expect(note.message == "the template is included here")
  }

  @Test func `a problem is reported once, however often its template is used`() {
    expectProblems(
      ["unknown-variable"],
      in: [
        "page.html.mustache":
          "{{> card}}{{#items}}{{> card}}{{/items}}{{#author}}{{> card}}{{/author}}",
        "card.html.mustache": "{{«nothing»}}",
      ])
  }

  @Test func `plain text must be escaped`() throws {
    expectProblem("unescaped-text", in: "«{{{title}}}»")
    expectProblem("unescaped-text", in: "{{#tags}}«{{& . }}»{{/tags}}")
    expectProblem("unescaped-text", in: "{{=<% %>=}}«<%{ title }%>»")
  }

  @Test(arguments: [
    ("{{{title}}}", "{{title}}"), ("{{& title }}", "{{title}}"),
    ("{{=<% %>=}}<%{ title }%>", "{{=<% %>=}}<%title%>"),
  ])
  func `the fix for unescaped text can be applied`(before: String, after: String) throws {
    #expect(try applyingFix(to: before) == after)
  }

  @Test func `markup must not be escaped again`() throws {
    expectProblem("escaped-markup", in: "«{{ summary }}»")
    #expect(try applyingFix(to: "{{ summary }}") == "{{& summary }}")
    #expect(diagnostics(of: ["page.html.mustache": "{{& summary }}"]).isEmpty)
  }

  @Test func `only texts and markup can be printed`() throws {
    expectProblem("unprintable-value", in: "{{«items»}}")
    expectProblem("unprintable-value", in: "{{&«author»}}")
    expectProblem("unprintable-value", in: "{{«isNew»}}")
    expectProblem("unprintable-value", in: "{{#items}}{{«.»}}{{/items}}")
    let problem = try #require(diagnostics(of: ["page.html.mustache": "{{items}}"]).first)
    #expect(problem.message == "`items` is a list and cannot be printed")
    #expect(problem.help == "Write `{{#items}}`, then what each of them shows, then `{{/items}}`.")
  }

  private func applyingFix(to text: String) throws -> String {
    let problem = try #require(diagnostics(of: ["page.html.mustache": text]).first)
    var bytes = Array(text.utf8)
    for edit in try #require(problem.fixes.first).edits.sorted(by: { $0.range > $1.range }) {
      bytes.replaceSubrange(
        Int(edit.range.start)..<Int(edit.range.end), with: edit.replacement.utf8)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
