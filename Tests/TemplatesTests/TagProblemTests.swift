import Diagnostics
import Testing

@testable import Templates

@Suite struct TagProblemTests {
  @Test func `a section that is not closed is reported at its opening tag`() throws {
    expectProblem("unclosed-section", in: "a «{{#items}}» b {{name}}")
    expectProblem("unclosed-section", in: "{{#isNew}}«{{^items}}»{{/isNew}}")
    expectProblem("unclosed-section", in: "«{{$body}}» b")
    let problem = try #require(
      diagnostics(of: ["page.html.mustache": "{{#isNew}}{{#items}}{{/isNew}}"]).first)
    #expect(problem.message == "the section `items` is not closed")
    #expect(problem.help == "Write `{{/items}}` where it ends.")
    #expect(problem.notes.map(\.range) == [SourceRange(file: FileID(0), start: 20, end: 30)])
  }

  @Test func `sections that are not closed are reported each`() {
    expectProblems(
      ["unclosed-section", "unclosed-section"],
      in: ["page.html.mustache": "«{{#items}}»«{{#children}}»{{name}}"])
  }

  @Test func `a closing tag too many is reported at its name`() {
    expectProblem("unexpected-closing-tag", in: "a {{/«items»}} b")
    expectProblem("unexpected-closing-tag", in: "{{#items}}{{/«title»}}{{/items}}")
  }

  @Test func `a misspelt closing tag closes what it was meant for`() throws {
    expectProblem("unexpected-closing-tag", in: "{{#items}}{{name}}{{/«itmes»}}{{title}}")
    let problem = try #require(
      diagnostics(of: ["page.html.mustache": "{{#items}}{{/itmes}}"]).first)
    #expect(problem.message == "`itmes` is closed here, but `items` is open")
    #expect(problem.notes.map(\.range) == [SourceRange(file: FileID(0), start: 0, end: 10)])
  }

  @Test func `a tag without its end is reported as far as its line or the next tag`() throws {
    expectProblem("unclosed-tag", in: "<h1>«{{title</h1>»\n<p>{{title}}</p>")
    expectProblem("unclosed-tag", in: "«{{title }» {{title}}")
    expectProblem("unclosed-tag", in: "«{{! a comment»\n that goes on")
    expectProblem("unclosed-tag", in: "a «{{»")
    expectProblem("unclosed-tag", in: "«{{title»\nand more }}")
    expectProblem("unclosed-tag", in: "«{{=<% %>»\n{{title}}")
    expectProblem("unclosed-tag", in: "«{{{summary}}» {{title}}")
    let problem = try #require(diagnostics(of: ["page.html.mustache": "{{=<% %>=}}<%title"]).first)
    #expect(problem.label == "`%>` is missing")
  }

  @Test func `a name has to be there and to be one word`() throws {
    expectProblem("malformed-tag", in: "«{{ }}»")
    expectProblem("malformed-tag", in: "«{{#}}»")
    expectProblem("malformed-tag", in: "«{{{}}}»")
    expectProblem("malformed-tag", in: "{{ «the title» }}")
    let problem = try #require(diagnostics(of: ["page.html.mustache": "{{the title}}"]).first)
    #expect(problem.message == "there is a space in the name `the title`")
  }

  @Test(arguments: ["{{= =}}", "{{=<%=}}", "{{=<% %> $=}}", "{{=<= =>=}}"])
  func `delimiters have to be two and without an equals sign`(tag: String) {
    expectProblem("invalid-delimiters", in: "«\(tag)»{{title}}")
  }

  @Test func `nesting has a limit`() {
    let opening = String(repeating: "{{#isNew}}", count: 64)
    let closing = String(repeating: "{{/isNew}}", count: 64)
    expectProblems([], in: ["page.html.mustache": opening + closing])
    expectProblem("template-too-complex", in: opening + "«{{#isNew}}»{{/isNew}}" + closing)
  }

  @Test func `all problems are found in one run, in reading order`() {
    expectProblems(
      [
        "unclosed-section", "unknown-variable", "unescaped-text", "malformed-tag",
        "unknown-partial",
        "unexpected-closing-tag", "unclosed-tag", "unknown-variable",
      ],
      in: [
        "page.html.mustache": """
        {{> row}} «{{#items}}» {{«nam»}} «{{{name}}}» «{{}}» {{>«crad»}}
        {{/«other»}} «{{title»
        """,
        "row.html.mustache": "{{«nothing»}}",
      ])
  }
}
