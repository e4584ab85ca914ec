import Output
import Testing

@testable import Templates

/// Values keep what was put into them however much there is, and pages show it.
@Suite struct PageValuesTests {
  private let values = PageValues()

  @Test(arguments: [0, 1, 7, 8, 15, 16, 17, 31, 32, 33, 1_000, 16_384, 600_000])
  func `a text of any length is shown whole`(length: Int) {
    let text =
      String(repeating: "é<b ", count: length / 4) + String(repeating: "z", count: length % 4)
    let output = render(["page.html.mustache": "[{{title}}|{{{summary}}}]"], in: values) {
      $0[$1.title] = text
      $0[$1.summary] = values.markup { $0.append(raw: text) }
    }
    #expect(output == "[\(text.replacing("<", with: "&lt;"))|\(text)]")
  }

  @Test func `texts do not run into each other`() {
    let texts = (0..<5_000).map { "\($0)<" }
    let output = render(["page.html.mustache": "{{#items}}{{name}},{{/items}}"], in: values) {
      $0[$1.items] = values.list(texts) { SampleItem.item($0, in: values) }
    }
    #expect(output == texts.map { $0.replacing("<", with: "&lt;") + "," }.joined())
  }

  @Test func `texts are joined and written`() {
    func string(_ text: PageText) -> String {
      String(decoding: values.page.bytes(of: text.slot), as: UTF8.self)
    }
    #expect(string(values.text("a", "")) == "a")
    #expect(string(values.text("", "", "", "", "")) == "")
    #expect(string(values.text("ab", "c", "", "dé", "f")) == "abcdéf")
    let outer = values.text { outer in
      outer.append(raw: "a" + string(values.text { $0.append(raw: "inner") }))
      outer.append(decimal: 120)
    }
    #expect(string(outer) == "ainner120")
  }

  @Test func `a list leaves out what is nil`() {
    let numbers = Array(1...5)
    let list = values.list(numbers) { number in
      number.isMultiple(of: 2) ? SampleItem.item("\(number)", in: values) : nil
    }
    #expect(list.count == 2)
    #expect(list[1][SampleItem.layout.fields.name] == "4")
    #expect(values.list([Int]()) { _ in SampleItem.item("", in: values) }.count == 0)
  }

  @Test func `an empty list is there but not shown`() {
    let record = Record<Sample>(in: values) { record, field in
      record[field.tags] = []
      record[field.isNew] = false
      record[field.title] = ""
    }
    let field = Sample.layout.fields
    #expect(record[field.tags] == [] && record[field.isNew] == false && record[field.title] == "")
    #expect(!record.shows(field.tags) && !record.shows(field.isNew) && !record.shows(field.title))
    #expect(!record.shows(field.items) && record[field.isNew] != nil && record[field.items] == nil)
  }

  @Test(arguments: [1, 40, 4_000])
  func `a prepared record is the same in each page`(count: Int) {
    let prepared = PreparedRecord<Sample> { record, field, values in
      record[field.title] = "t"
      record[field.summary] = values.markup(alreadySafe: Array("<b>".utf8))
      record[field.isNew] = true
      record[field.author] = SampleItem.item("author", in: values)
      record[field.items] = (0..<count).map { number in
        SampleItem.item("\(number)", [SampleItem.item("in \(number)", in: values)], in: values)
      }
      record[field.tags] = ["x", "", "y"]
    }
    let texts: TemplateTexts = [
      "page.html.mustache": """
      {{title}}{{{summary}}}{{#isNew}}new{{/isNew}}{{author.name}}{{#tags}}[{{.}}]{{/tags}}
      {{#items}}{{name}}({{#children}}{{name}}{{/children}}){{/items}}
      """
    ]
    let set = TemplateSet.compile(sourceFiles(texts), pages: [Sample.page]).set
    let items = (0..<count).map { "\($0)(in \($0))" }.joined()
    for title in ["t", "other"] {
      let values = PageValues()
      _ = values.text("something before it")
      var record = prepared.copy(in: values)
      record[Sample.layout.fields.title] = title
      let bytes = set.render(Sample.page, record, in: values)
      #expect(
        String(decoding: bytes, as: UTF8.self) == "\(title)<b>newauthor[x][][y]\n\(items)")
    }
  }

  @Test func `a record shows what was made to be shared`() {
    let shared = PageValues()
    let author = SampleItem.item("<a>", [SampleItem.item("inner", in: shared)], in: shared)
    let text = shared.text("shared")
    let values = PageValues(sharing: shared)
    let output = render(
      [
        "page.html.mustache":
          "{{title}}{{#author}}{{name}}{{#children}}{{name}}{{/children}}{{/author}}{{author.name}}"
      ],
      in: values
    ) {
      $0[$1.title] = text
      $0[$1.author] = author
      #expect($0[$1.author]?[SampleItem.layout.fields.name] == "<a>")
      #expect($0[$1.title] == "shared")
    }
    #expect(output == "shared&lt;a&gt;inner&lt;a&gt;")
  }

  @Test func `texts may be made while another is written`() {
    let outer = values.text { outer in
      let inner = values.text { $0.append(raw: "inner") }
      values.append(inner, to: &outer)
      values.append(inner.suffix(2, before: 1), to: &outer)
      values.append(inner.prefix(1), to: &outer)
    }
    let output = render(["page.html.mustache": "{{title}}"], in: values) { $0[$1.title] = outer }
    #expect(output == "innernei")
  }

  @Test func `what many pages share cannot change to show a page's own`() async {
    await #expect(processExitsWith: .failure) {
      let shared = PageValues()
      var item = SampleItem.item("", in: shared)
      let values = PageValues(sharing: shared)
      item[SampleItem.layout.fields.name] = values.text("own")
    }
  }

  @Test func `a record of another page is refused`() async {
    await #expect(processExitsWith: .failure) {
      let set = TemplateSet.compile(
        sourceFiles(["page.html.mustache": "{{title}}"]), pages: [Sample.page]
      ).set
      let (values, others) = (PageValues(), PageValues())
      let record = Record<Sample>(in: values) { _, _ in }
      _ = withExtendedLifetime(values) { set.render(Sample.page, record, in: others) }
    }
  }
}

/// A value that is used when its page is done stops the program, also when another page has its
/// memory.
@Suite struct `A value that outlives its page` {
  /// Values of a page that is done.
  private struct Left {
    var record: Record<Sample>
    var list: RecordList<SampleItem>
    let text: PageText
    let markup: SafeMarkup

    init() {
      let values = PageValues()
      record = Record(in: values) { record, field in record[field.title] = "left" }
      list = values.list(0..<3) { SampleItem.item("\($0)", in: values) }
      text = values.text("left")
      markup = values.markup { $0.append(raw: "left") }
    }
  }

  @Test func `cannot be read`() async {
    await #expect(processExitsWith: .failure) {
      let left = Left()
      _ = left.record[Sample.layout.fields.title] as String?
    }
    await #expect(processExitsWith: .failure) {
      let left = Left()
      _ = PageValues()
      _ = left.record.shows(Sample.layout.fields.title)
    }
    await #expect(processExitsWith: .failure) {
      let left = Left()
      _ = left.list[0]
    }
    await #expect(processExitsWith: .failure) {
      let left = Left()
      var buffer = ByteBuffer()
      PageValues().append(left.text, to: &buffer)
    }
  }

  @Test func `cannot be filled`() async {
    await #expect(processExitsWith: .failure) {
      var left = Left()
      left.record[Sample.layout.fields.isNew] = true
    }
  }

  @Test func `cannot be read or filled when another page has its memory`() async {
    await #expect(processExitsWith: .failure) {
      let left = Left()
      let other = PageValues()
      let record = Record<Sample>(in: other) { record, field in record[field.title] = "other" }
      // Both stand at one place in one memory, so only the number of the page tells them apart.
      guard record.slot.start == left.record.slot.start else { return }
      withExtendedLifetime(other) { _ = left.record[Sample.layout.fields.title] as String? }
    }
    await #expect(processExitsWith: .failure) {
      var left = Left()
      let other = PageValues()
      let record = Record<Sample>(in: other) { record, field in record[field.title] = "other" }
      guard record.slot.start == left.record.slot.start else { return }
      withExtendedLifetime(other) { left.record[Sample.layout.fields.isNew] = true }
    }
  }

  @Test func `cannot be shown by another page`() async {
    await #expect(processExitsWith: .failure) {
      let left = Left()
      _ = Record<Sample>(in: PageValues()) { $0[$1.title] = left.text }
    }
    await #expect(processExitsWith: .failure) {
      let left = Left()
      _ = Record<Sample>(in: PageValues()) { $0[$1.summary] = left.markup }
    }
    await #expect(processExitsWith: .failure) {
      let left = Left()
      _ = Record<Sample>(in: PageValues()) { $0[$1.items] = left.list }
    }
    await #expect(processExitsWith: .failure) {
      let left = Left()
      let values = PageValues()
      _ = values.list([0]) { _ in left.list[0] }
    }
  }

  @Test func `cannot be rendered`() async {
    await #expect(processExitsWith: .failure) {
      let left = Left()
      let values = PageValues()
      let set = TemplateSet.compile(
        sourceFiles(["page.html.mustache": "{{title}}"]), pages: [Sample.page]
      ).set
      _ = set.render(Sample.page, left.record, in: values)
    }
    // Past the checks where values are set, the rendering itself refuses what is of another page.
    await #expect(processExitsWith: .failure) {
      let (values, others) = (PageValues(), PageValues())
      let record = Record<Sample>(in: values) { _, _ in }
      let (_, text) = (values.text("own"), others.text("own"))
      values.page.memory.set(text.slot, at: Int(record.slot.start))
      let set = TemplateSet.compile(
        sourceFiles(["page.html.mustache": "{{title}}"]), pages: [Sample.page]
      ).set
      _ = withExtendedLifetime(others) { set.render(Sample.page, record, in: values) }
    }
  }
}
