import Diagnostics
import Output
import Testing

@testable import Templates

@Suite struct InclusionProblemTests {
  @Test func `an unknown partial or parent is reported at its name`() throws {
    expectProblem("unknown-partial", in: "{{> «crad» }}")
    expectProblem("unknown-partial", in: "{{< «lay» }}{{$body}}{{/body}}{{/lay}}")
    let texts: TemplateTexts = [
      "page.html.mustache": "{{> crad}}{{> card}}", "card.html.mustache": "",
    ]
    let problem = try #require(diagnostics(of: texts).first)
    #expect(problem.message == "there is no template `crad`")
    #expect(problem.help == "Did you mean `card`?")
  }

  @Test func `a template for another kind of output is not a partial`() throws {
    let texts: TemplateTexts = [
      "page.html.mustache": "{{> card}}", "card.md.mustache": "",
    ]
    let problem = try #require(diagnostics(of: texts).first)
    #expect(problem.rule.name == "unknown-partial")
    #expect(
      problem.help == """
        There is one for another kind of output. Here it must be in a file named \
        `card.html.mustache`.
        """)
  }

  @Test func `each template that a value can choose has to exist`() throws {
    expectProblems(
      ["unknown-partial"],
      in: ["page.html.mustache": "{{> *«kind»}}", "card.html.mustache": ""])
    let problem = try #require(
      diagnostics(of: ["page.html.mustache": "{{> *kind}}", "card.html.mustache": ""]).first)
    #expect(problem.message == "there is no template `row`, which `kind` can name")
  }

  @Test func `a value can choose the parent`() {
    let texts: TemplateTexts = [
      "page.html.mustache": "{{<*kind}}{{$body}}b{{/body}}{{/*kind}}",
      "card.html.mustache": "card {{$body}}{{/body}}", "row.html.mustache": "row",
    ]
    #expect(diagnostics(of: texts).isEmpty)
    #expect(render(texts) { $0[$1.kind] = .card } == "card b")
    #expect(render(texts) { $0[$1.kind] = .row } == "row")
  }

  @Test func `only a choice can choose a template`() {
    expectProblem("not-a-template-name", in: "{{> *«title»}}")
    expectProblem("unknown-variable", in: "{{> *«knd»}}")
  }

  @Test func `a block that the parent does not have is reported`() throws {
    let layout = "{{$title}}{{/title}}{{> inner}}"
    expectProblems(
      ["unknown-block"],
      in: [
        "page.html.mustache": "{{<layout}}{{$body}}{{/body}}{{$«titel»}}{{/titel}}{{/layout}}",
        "layout.html.mustache": layout, "inner.html.mustache": "{{$body}}{{/body}}",
      ])
    let texts: TemplateTexts = [
      "page.html.mustache": "{{<layout}}{{$titel}}{{/titel}}{{/layout}}",
      "layout.html.mustache": layout, "inner.html.mustache": "{{$body}}{{/body}}",
    ]
    let problem = try #require(diagnostics(of: texts).first)
    #expect(problem.message == "there is no block `titel` in the template `layout`")
    #expect(problem.help == "Did you mean `title`?")
  }

  @Test func `blocks inside the default of another block can be suggested`() throws {
    let texts: TemplateTexts = [
      "page.html.mustache": "{{<layout}}{{$iner}}{{/iner}}{{/layout}}",
      "layout.html.mustache": "{{#isNew}}{{$outer}}{{$inner}}{{/inner}}{{/outer}}{{/isNew}}",
    ]
    let problem = try #require(diagnostics(of: texts).first)
    #expect(problem.help == "Did you mean `inner`?")
  }

  @Test func `a block that the parent passes on to its own parent is known`() {
    expectProblems(
      [],
      in: [
        "page.html.mustache": "{{<layout}}{{$body}}x{{/body}}{{/layout}}",
        "layout.html.mustache": "{{<base}}{{$body}}y{{/body}}{{/base}}",
        "base.html.mustache": "{{$body}}{{/body}}",
      ])
  }

  @Test func `a block cannot be filled twice`() {
    expectProblems(
      ["repeated-block"],
      in: [
        "page.html.mustache": "{{<layout}}{{$body}}{{/body}} {{$«body»}}{{/body}}{{/layout}}",
        "layout.html.mustache": "{{$body}}{{/body}}",
      ])
  }

  @Test func `what is inside a parent and in no block is a warning`() {
    expectProblems(
      ["ignored-in-parent", "ignored-in-parent", "ignored-in-parent"],
      in: [
        "page.html.mustache": """
        {{<layout}} «some
        text» {{! fine }}{{$body}}{{/body}}
          «{{title}}» «{{#items}}»{{$body}}{{/body}}{{/items}}
        {{/layout}}
        """,
        "layout.html.mustache": "{{$body}}{{/body}}",
      ])
  }

  @Test func `two files cannot have the same name`() {
    expectProblems(
      ["duplicate-template"],
      in: [
        "a/page.html.mustache": "{{> card}}", "card.html.mustache": "",
        "b/card.html.mustache": "«»{{nothing}}",
      ])
  }

  @Test(arguments: ["page.mustache", "page.txt.mustache", "page.html", ".html.mustache"])
  func `a file name has to say what the template produces`(path: String) {
    expectProblems(
      ["unknown-template-language"], in: ["page.html.mustache": "", path: "«»"])
  }

  @Test func `a page needs its template`() throws {
    let problems = diagnostics(of: ["pgae.html.mustache": ""])
    #expect(problems.map(\.rule.name) == ["missing-page-template", "unused-template"])
    #expect(
      problems.map(\.message) == [
        "the template `page.html.mustache` is missing", "nothing uses the template `pgae`",
      ])
    #expect(
      problems.map(\.help) == [
        "Rename `pgae.html.mustache`, if that is it.", "Did you mean `page.html.mustache`?",
      ])
    #expect(render(["pgae.html.mustache": "x"]).isEmpty)
  }

  @Test func `a template that nothing uses is a warning, unless it is a spare`() {
    expectProblems(
      ["unused-template"], in: ["page.html.mustache": "", "extra.html.mustache": "«»{{title}}"])
    let files = sourceFiles(["page.html.mustache": "", "extra.html.mustache": "{{title}}"])
    #expect(
      TemplateSet.compile(files, pages: [Sample.page], spares: [FileID(1)]).diagnostics.isEmpty)
  }

  @Test func `a template has to be UTF-8`() {
    let bytes = Array("<p>Gr".utf8) + [0xFC] + Array("n {{titel}}</p>".utf8)
    let file = SourceFile(id: FileID(0), path: "page.html.mustache", bytes: bytes)
    let problems = TemplateSet.compile([file], pages: [Sample.page]).diagnostics
    #expect(problems.map(\.rule.name) == ["template-not-utf8", "unknown-variable"])
    #expect(problems.first?.range == SourceRange(file: FileID(0), start: 5, end: 6))
  }

  @Test func `a name that is not UTF-8 is reported in its own bytes`() {
    let bytes = Array("{{author.".utf8) + [0xFF, 0xFE] + Array("}}".utf8)
    let file = SourceFile(id: FileID(0), path: "page.html.mustache", bytes: bytes)
    let problems = TemplateSet.compile([file], pages: [Sample.page]).diagnostics
    #expect(problems.map(\.rule.name) == ["template-not-utf8", "unknown-variable"])
    #expect(problems.last?.range == SourceRange(file: FileID(0), start: 9, end: 11))
  }
}
