import Testing

@testable import Templates

/// White space where the public suite says nothing or has one case only.
@Suite struct WhitespaceTests {
  private let layout = """
    <body>
      {{$body}}{{/body}}
    </body>

    """

  @Test func `a block alone on its line takes whole lines`() {
    let page = "{{<layout}}\n{{$body}}\n<p>\n  one\n</p>\n{{/body}}\n{{/layout}}\n"
    #expect(
      render(["page.html.mustache": page, "layout.html.mustache": layout]) == """
        <body>
          <p>
            one
          </p>
        </body>

        """)
  }

  @Test func `a block alone on its line ends what fills it with a line break`() {
    let page = "{{<layout}}{{$body}}<p></p>{{/body}}{{/layout}}"
    #expect(
      render(["page.html.mustache": page, "layout.html.mustache": layout])
        == "<body>\n  <p></p>\n</body>\n")
  }

  @Test func `an empty block alone on its line leaves no line`() {
    let texts: TemplateTexts = [
      "page.html.mustache": "{{<layout}}{{/layout}}", "layout.html.mustache": layout,
    ]
    #expect(render(texts) == "<body>\n</body>\n")
    let emptied: TemplateTexts = [
      "page.html.mustache": "{{<layout}}{{$body}}{{/body}}{{/layout}}",
      "layout.html.mustache": layout,
    ]
    #expect(render(emptied) == "<body>\n</body>\n")
  }

  @Test func `the default of a block on several lines keeps its own indentation`() {
    let layout = "<body>\n  {{$body}}\n  <p>\n    one\n  {{/body}}\n</body>\n"
    #expect(render(["page.html.mustache": layout]) == "<body>\n  <p>\n    one\n</body>\n")
  }

  @Test func `a block among other things is filled as it is`() {
    let texts: TemplateTexts = [
      "page.html.mustache": "  {{<layout}}{{$title}}\none\ntwo\n{{/title}}{{/layout}}\n",
      "layout.html.mustache": "<title>{{$title}}{{/title}}</title>\n",
    ]
    #expect(render(texts) == "  <title>one\n  two\n</title>\n")
  }

  @Test func `a section in an argument is indented line by line`() {
    let page = """
      {{<layout}}
        {{$body}}
          {{#tags}}
          <i>{{.}}</i>
          {{/tags}}
        {{/body}}
      {{/layout}}

      """
    let output = render(["page.html.mustache": page, "layout.html.mustache": layout]) {
      $0[$1.tags] = ["a", "b\nc"]
    }
    #expect(output == "<body>\n  <i>a</i>\n  <i>b\nc</i>\n</body>\n")
  }

  @Test func `what fills an inner parent does not count as a line of the outer argument`() {
    let texts: TemplateTexts = [
      "page.html.mustache": """
      {{<layout}}
        {{$body}}
          <p>
          {{<inner}}
      {{$part}}
      <b>
        </b>
      {{/part}}
          {{/inner}}
          </p>
        {{/body}}
      {{/layout}}
      """,
      "layout.html.mustache": layout, "inner.html.mustache": "<i>\n  {{$part}}{{/part}}\n</i>\n",
    ]
    #expect(
      render(texts) == """
        <body>
          <p>
          <i>
            <b>
              </b>
          </i>
          </p>
        </body>

        """)
  }

  @Test func `a block followed by text on its line is filled as it is`() {
    let texts: TemplateTexts = [
      "page.html.mustache": "{{<layout}}{{$body}}x{{/body}}{{/layout}}",
      "layout.html.mustache": "a\n  {{$body}}{{/body}} tail\n  {{$title}}\nb\n{{/title}} c\n",
    ]
    #expect(render(texts) == "a\n  x tail\nb\n c\n")
  }

  @Test func `a partial in an argument is indented by both`() {
    let texts: TemplateTexts = [
      "page.html.mustache":
        "{{<layout}}{{$body}}\n<div>\n  {{> card}}\n</div>\n{{/body}}{{/layout}}",
      "layout.html.mustache": layout, "card.html.mustache": "one\ntwo\n",
    ]
    #expect(render(texts) == "<body>\n  <div>\n    one\n    two\n  </div>\n</body>\n")
  }

  @Test func `a partial in the middle of a line gets no indentation, not even that around it`() {
    let texts: TemplateTexts = [
      "page.html.mustache": "  {{> card}}\n", "card.html.mustache": "a\n{{> row}}b {{> row}}\n",
      "row.html.mustache": "1\n2\n",
    ]
    #expect(render(texts) == "  a\n  1\n2\nb 1\n2\n\n")
  }

  @Test func `each line of an indented partial is indented, also an empty one`() {
    let texts: TemplateTexts = [
      "page.html.mustache": "\t{{> card}}\n",
      "card.html.mustache": "a\n\n{{title}}\n{{#isNew}}\n{{/isNew}}\nb",
    ]
    #expect(render(texts) { $0[$1.title] = "x\ny" } == "\ta\n\t\n\tx\ny\n\tb")
  }

  @Test func `line breaks of Windows stay as they are`() {
    let texts: TemplateTexts = [
      "page.html.mustache": "{{<layout}}\r\n{{$body}}\r\n  a\r\n  b{{/body}}\r\n{{/layout}}\r\n",
      "layout.html.mustache": "<\r\n  {{$body}}{{/body}}\r\n>\r\n",
    ]
    #expect(render(texts) == "<\r\n  a\r\n  b\r\n>\r\n")
  }

  @Test func `a block inside an argument belongs to the template that the argument is written in`()
  {
    let texts: TemplateTexts = [
      "page.html.mustache": "{{<middle}}{{$part}}page{{/part}}{{/middle}}",
      "middle.html.mustache": "{{<base}}{{$body}}[{{$part}}middle{{/part}}]{{/body}}{{/base}}",
      "base.html.mustache": "{{$body}}base{{/body}} {{$part}}base{{/part}}",
    ]
    #expect(render(texts) == "[page] page")
  }

  @Test func `a block inside the argument of the same name shows its default`() {
    let texts: TemplateTexts = [
      "page.html.mustache": "{{<base}}{{$body}}[{{$body}}inner{{/body}}]{{/body}}{{/base}}",
      "base.html.mustache": "{{$body}}base{{/body}}",
    ]
    #expect(render(texts) == "[inner]")
  }
}
