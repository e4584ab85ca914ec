import Diagnostics
import Output
import Testing

@testable import Templates

@Suite struct RenderingTests {
  /// Of the page that a test makes.
  private let values = PageValues()

  private func item(_ name: String, _ inner: Record<SampleItem>...) -> Record<SampleItem> {
    SampleItem.item(name, inner, in: values)
  }

  @Test func `a partial that includes itself shows a tree`() {
    let texts: TemplateTexts = [
      "page.html.mustache": "{{#items}}{{> node}}{{/items}}",
      "node.html.mustache": "{{name}}({{#children}}{{> node}}{{/children}})",
    ]
    #expect(diagnostics(of: texts).isEmpty)
    let tree = item("a", item("b"), item("c", item("d")))
    #expect(render(texts, in: values) { $0[$1.items] = [tree, item("e")] } == "a(b()c(d()))e()")
  }

  @Test func `a tree as a list has its indentation`() {
    let texts: TemplateTexts = [
      "page.html.mustache": "<ul>\n{{#items}}\n  {{> node}}\n{{/items}}\n</ul>\n",
      "node.html.mustache": """
      <li>{{name}}
        {{#children}}
        {{> node}}
        {{/children}}
      </li>

      """,
    ]
    let tree = item("a\nb", item("c"))
    #expect(
      render(texts, in: values) { $0[$1.items] = [tree] } == """
        <ul>
          <li>a
        b
            <li>c
            </li>
          </li>
        </ul>

        """)
  }

  @Test func `text is escaped and never read as a template or as markup`() {
    let text = "<b> & \"quoted\" {{title}} {{{summary}}} {{> card}}"
    let output = render(["page.html.mustache": "<a title=\"{{title}}\">{{title}}</a>"], in: values)
    {
      $0[$1.title] = text
      $0[$1.summary] = values.markup(alreadySafe: Array("no".utf8))
    }
    let escaped = "&lt;b&gt; &amp; &quot;quoted&quot; {{title}} {{{summary}}} {{&gt; card}}"
    #expect(output == "<a title=\"\(escaped)\">\(escaped)</a>")
  }

  @Test func `markup is printed as it is`() {
    let output = render(["page.html.mustache": "{{{summary}}}{{& summary}}"], in: values) {
      $0[$1.summary] = values.markup(alreadySafe: Array("<p>{{title}}</p>".utf8))
    }
    #expect(output == "<p>{{title}}</p><p>{{title}}</p>")
  }

  @Test func `a Markdown template escapes for Markdown`() {
    let page = PageTemplate<Sample>("page", .markdown)
    let files = sourceFiles(["page.md.mustache": "- [ ] {{title}}\n"])
    let (set, problems) = TemplateSet.compile(files, pages: [page])
    #expect(problems.isEmpty)
    let output = set.render(
      page, Record(in: values) { $0[$1.title] = "*not* [a](link) <b>" }, in: values)
    var expected = ByteBuffer()
    expected.append(raw: "- [ ] ")
    expected.append(markdown: "*not* [a](link) <b>")
    expected.append(raw: "\n")
    #expect(output == expected.bytes)
  }

  @Test func `the same name can be a page in both languages`() {
    let markdown = PageTemplate<Sample>("page", .markdown)
    let files = sourceFiles(["page.md.mustache": "md", "page.html.mustache": "html"])
    let set = TemplateSet.compile(files, pages: [Sample.page, markdown]).set
    #expect(
      set.render(markdown, Record(in: values) { _, _ in }, in: values) == Array("md".utf8))
    #expect(
      set.render(Sample.page, Record(in: values) { _, _ in }, in: values) == Array("html".utf8))
  }

  @Test func `a page that is compiled when it is rendered shows the same`() {
    let texts: TemplateTexts = [
      "page.html.mustache": "{{< frame}}{{$ main}}<p>{{title}}</p>{{/ main}}{{/ frame}}",
      "a/frame.html.mustache": "[{{$ main}}{{/ main}}]", "other.html.mustache": "{{unknown}}",
    ]
    let set = TemplateSet.compilingWhenRendered(
      sourceFiles(texts), pages: [Sample.page, PageTemplate<Sample>("missing", .html)])
    func bytes(_ page: PageTemplate<Sample>) -> [UInt8] {
      set.render(page, Record(in: values) { $0[$1.title] = "a & b" }, in: values)
    }
    #expect(bytes(Sample.page) == Array("[<p>a &amp; b</p>]".utf8))
    #expect(bytes(Sample.page) == bytes(Sample.page))
    #expect(bytes(PageTemplate<Sample>("missing", .html)).isEmpty)
  }

  @Test func `an absent field shows nothing and its section does not show`() {
    let template = """
      [{{title}}{{#author}}{{name}}{{/author}}{{#items}}x{{/items}}{{^isNew}}old{{/isNew}}]
      """
    #expect(render(["page.html.mustache": template]) == "[old]")
  }

  @Test func `a section over a text shows it if it is not empty`() {
    let texts: TemplateTexts = [
      "page.html.mustache": "{{#title}}<h1>{{.}}</h1>{{/title}}{{^title}}none{{/title}}"
    ]
    #expect(render(texts) { $0[$1.title] = "a" } == "<h1>a</h1>")
    #expect(render(texts) { $0[$1.title] = "" } == "none")
  }

  @Test func `a value chooses the partial`() {
    let texts: TemplateTexts = [
      "page.html.mustache": "{{> *kind}}", "card.html.mustache": "card {{title}}",
      "row.html.mustache": "row {{title}}",
    ]
    #expect(diagnostics(of: texts).isEmpty)
    for kind in SampleKind.allCases {
      let output = render(texts, in: values) {
        $0[$1.kind] = kind
        $0[$1.title] = "a"
      }
      #expect(output == "\(kind.rawValue) a")
    }
    #expect(render(texts).isEmpty)
  }

  @Test func `a partial sees the record around the record it is shown for`() {
    let texts: TemplateTexts = [
      "page.html.mustache": "{{#items}}{{#children}}{{> card}}{{/children}}{{/items}}",
      "card.html.mustache": "{{title}}:{{name}} ",
    ]
    let output = render(texts, in: values) {
      $0[$1.title] = "t"
      $0[$1.items] = [item("a", item("b"), item("c"))]
    }
    #expect(output == "t:b t:c ")
  }

  @Test func `records keep what was put into them`() {
    let record = Record<Sample>(in: values) {
      $0[$1.title] = "t"
      $0[$1.isNew] = true
      $0[$1.kind] = .row
      $0[$1.tags] = ["x", "y"]
      $0[$1.author] = item("n")
    }
    let field = Sample.layout.fields
    #expect(record[field.title] == "t")
    #expect(record[field.isNew] == true)
    #expect(record[field.kind] == .row)
    #expect(record[field.tags] == ["x", "y"])
    #expect(record[field.author]?[SampleItem.layout.fields.name] == "n")
    #expect(record[field.items] == nil)
  }

  @Test func `the declared names are there to be listed`() {
    let fields = Sample.layout.description.fields
    #expect(fields.map(\.name) == ["title", "summary", "isNew", "kind", "author", "items", "tags"])
    #expect(
      fields.map(\.shape.noun) == [
        "a text", "markup", "a yes or no", "a choice", "one `sample item`", "a list", "a list",
      ])
  }

  @Test func `a byte order mark is not shown`() {
    #expect(render(["page.html.mustache": "\u{FEFF}{{! alone }}\nx"]) == "x")
  }
}
