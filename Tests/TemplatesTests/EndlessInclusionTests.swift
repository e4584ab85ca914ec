import Diagnostics
import Testing

@testable import Templates

/// The proof that rendering ends, and what is reported where there is none.
@Suite struct EndlessInclusionTests {
  @Test func `a template that includes itself as it is`() throws {
    expectProblem("endless-inclusion", in: "x«{{> page}}»")
    expectProblem("endless-inclusion", in: "{{#isNew}}«{{> page}}»{{/isNew}}")
    expectProblem("endless-inclusion", in: "{{#title}}«{{> page}}»{{/title}}")
    expectProblem("endless-inclusion", in: "«{{<page}}»{{/page}}")
    #expect(render(["page.html.mustache": "x{{> page}}"]) == "x")
    let problem = try #require(diagnostics(of: ["page.html.mustache": "x{{> page}}"]).first)
    #expect(problem.message == "`page` includes itself without end")
  }

  @Test func `templates that include each other`() throws {
    let texts: TemplateTexts = [
      "page.html.mustache": "p{{> card}}", "card.html.mustache": "c{{> row}}",
      "row.html.mustache": "r{{> card}}",
    ]
    let problem = try #require(diagnostics(of: texts).first)
    #expect(problem.message == "`card` includes itself without end, through `row`")
    #expect(problem.notes.map(\.range) == [SourceRange(file: FileID(1), start: 1, end: 10)])
    #expect(render(texts) == "pcr")
  }

  @Test func `a choice that leads back`() {
    let texts: TemplateTexts = [
      "page.html.mustache": "p{{> *kind}}", "card.html.mustache": "c{{> *kind}}",
      "row.html.mustache": "r",
    ]
    #expect(diagnostics(of: texts).map(\.rule.name) == ["endless-inclusion"])
    #expect(render(texts) { $0[$1.kind] = .card } == "pc")
    #expect(render(texts) { $0[$1.kind] = .row } == "pr")
  }

  @Test func `going back to an outer record`() {
    let texts: TemplateTexts = [
      "page.html.mustache": "{{#items}}{{> node}}{{/items}}",
      "node.html.mustache": "{{name}}{{#author}}{{> node}}{{/author}}",
    ]
    #expect(diagnostics(of: texts).map(\.rule.name) == ["endless-inclusion"])
    let values = PageValues()
    let output = render(texts, in: values) {
      $0[$1.author] = SampleItem.item("b", in: values)
      $0[$1.items] = [SampleItem.item("a", in: values)]
    }
    #expect(output == "a")
  }

  @Test func `going deeper and then back to an outer record`() {
    let texts: TemplateTexts = [
      "page.html.mustache": "{{#items}}{{> node}}{{/items}}",
      "node.html.mustache": "{{name}}{{#children}}{{> back}}{{/children}}",
      "back.html.mustache": "{{#author}}{{> node}}{{/author}}",
    ]
    #expect(diagnostics(of: texts).map(\.rule.name) == ["endless-inclusion"])
    let values = PageValues()
    let tree = SampleItem.item("a", [SampleItem.item("b", in: values)], in: values)
    let output = render(texts, in: values) {
      $0[$1.author] = tree
      $0[$1.items] = [tree]
    }
    #expect(output == "a")
  }

  @Test func `going deeper on one way and staying on another`() {
    expectProblems(
      ["endless-inclusion"],
      in: [
        "page.html.mustache": "{{#items}}{{> node}}{{/items}}",
        "node.html.mustache": """
        {{#children}}{{> node}}{{/children}}{{#name}}«{{> node}}»{{/name}}
        """,
      ])
  }

  @Test func `going deeper in two steps is fine`() {
    expectProblems(
      [],
      in: [
        "page.html.mustache": "{{#items}}{{> node}}{{/items}}",
        "node.html.mustache": "{{name}}{{> list}}",
        "list.html.mustache": "{{#children}}{{> node}}{{/children}}",
      ])
  }

  @Test func `an argument that includes the page it is in`() {
    let texts: TemplateTexts = [
      "page.html.mustache": "{{<layout}}{{$body}}b{{> page}}{{/body}}{{/layout}}",
      "layout.html.mustache": "l{{$body}}{{/body}}",
    ]
    #expect(diagnostics(of: texts).map(\.rule.name) == ["endless-inclusion"])
    #expect(render(texts) == "lb")
  }

  /// Each layer fills its block with some copies of the block of the layer before.
  @Test(arguments: [8, 1]) func `blocks inside blocks have a limit`(copies: Int) {
    let sections = copies == 1 ? 40 : 0
    let texts = (0..<12).map { index in
      let inner = index == 0 ? "x" : "{{$b\(index - 1)}}{{/b\(index - 1)}}"
      let target = index < 11 ? "layer\(index + 1)" : "last"
      return "{{<\(target)}}{{$b\(index)}}" + String(repeating: "{{#isNew}}", count: sections)
        + String(repeating: inner, count: copies)
        + String(repeating: "{{/isNew}}", count: sections) + "{{/b\(index)}}{{/\(target)}}"
    }
    let names = ["page"] + (1..<12).map { "layer\($0)" } + ["last"]
    let files = zip(names, texts + ["{{$b11}}{{/b11}}"]).enumerated().map { index, file in
      SourceFile(
        id: FileID(index), path: "\(file.0).html.mustache", bytes: Array(file.1.utf8))
    }
    let problems = TemplateSet.compile(files, pages: [Sample.page]).diagnostics
    #expect(problems.map(\.rule.name) == ["template-too-complex"])
  }

  /// Templates of a few bytes that double each other would go on for years.
  @Test(arguments: [2, 3, 40]) func `rows of templates that multiply have a limit`(copies: Int) {
    func problems(_ length: Int) -> [String] {
      let files = (0..<length).map { index in
        let next =
          index + 1 < length ? String(repeating: "{{> p\(index + 1)}}", count: copies) : "x"
        let name = index == 0 ? "page" : "p\(index)"
        return SourceFile(
          id: FileID(index), path: "\(name).html.mustache", bytes: Array(next.utf8))
      }
      return TemplateSet.compile(files, pages: [Sample.page]).diagnostics.map(\.rule.name)
    }
    #expect(problems(60) == ["template-too-complex"])
    #expect(problems(4) == [])
  }
}
