import Diagnostics
import Output
import Testing

@testable import Templates

/// Whatever the bytes, compiling gives diagnostics and rendering gives bytes.
@Suite struct MutationTests {
  private static let originals: [String] = [
    """
    {{<layout}}
      {{$title}}{{title}}{{/title}}
      {{$body}}
        {{#items}}
          {{> node}}
        {{/items}}
        {{^items}}none{{/items}}
        {{=<% %>=}}<%#tags%><%.%>,<%/tags%><%={{ }}=%>
        {{{summary}}} {{& summary }}{{! a comment }}
        {{> *kind}}
      {{/body}}
    {{/layout}}

    """,
    "<title>{{$title}}default{{/title}}</title>\r\n  {{$body}}{{/body}}\r\n"
      + "{{#author}}{{name}}{{author.name}}{{/author}}\n",
    "{{name}}\n  {{#children}}\n  {{> node}}\n  {{/children}}\n{{$inner}}\n   x\n{{/inner}}",
    "{{#isNew}}card {{title}}{{/isNew}}", "{{<card}}{{$x}}y{{/x}}{{/card}}",
  ]

  private static let pieces: [[UInt8]] =
    [
      "{{", "}}", "{{{", "}}}", "{{/", "{{#", "{{^", "{{<", "{{$", "{{>", "{{=", "=}}", "{{!", "*",
      ".", " ",
      "\n", "\r\n", "\t", "items", "body", "layout", "{{/body}}", "{{/items}}", "{{$body}}",
      "{{<layout}}",
      "{{> node}}", "é", "\u{FEFF}",
    ].map { Array($0.utf8) } + [[0xFF], [0x00], [0xC3], [0xE2, 0x82]]

  @Test(arguments: 0..<8)
  func `compiling and rendering never crash`(seed: Int) {
    var random = SplitMix(state: UInt64(seed))
    for _ in 0..<500 {
      var texts = MutationTests.originals.map { Array($0.utf8) }
      for _ in 0...random.below(6) {
        let index = random.below(texts.count)
        texts[index] = MutationTests.mutated(texts[index], &random)
      }
      MutationTests.compileAndRender(texts)
    }
  }

  @Test func `compiling the same bytes gives the same problems and the same page`() {
    var random = SplitMix(state: 99)
    for _ in 0..<100 {
      let texts = MutationTests.originals.map { MutationTests.mutated(Array($0.utf8), &random) }
      let first = MutationTests.compileAndRender(texts)
      let second = MutationTests.compileAndRender(texts)
      #expect(first.bytes == second.bytes)
      #expect(first.messages == second.messages)
    }
  }

  @discardableResult
  private static func compileAndRender(_ texts: [[UInt8]]) -> (bytes: [UInt8], messages: [String]) {
    let names = ["page", "layout", "node", "card", "row"]
    let files = texts.enumerated().map {
      SourceFile(
        id: FileID($0.offset), path: "\(names[$0.offset]).html.mustache", bytes: $0.element)
    }
    let (set, problems) = TemplateSet.compile(files, pages: [Sample.page])
    for problem in problems {
      guard let range = problem.range else { continue }
      #expect(Int(range.end) <= files[Int(range.file.rawValue)].bytes.count)
    }
    let values = PageValues()
    let bytes = set.render(Sample.page, sample(in: values), in: values)
    return (bytes, problems.map { $0.message + $0.label + $0.help })
  }

  private static func sample(in values: PageValues) -> Record<Sample> {
    func item(_ name: String, _ inner: Record<SampleItem>...) -> Record<SampleItem> {
      SampleItem.item(name, inner, in: values)
    }
    return Record<Sample>(in: values) {
      $0[$1.title] = "title"
      $0[$1.summary] = values.markup(alreadySafe: Array("<b>".utf8))
      $0[$1.isNew] = true
      $0[$1.kind] = .row
      $0[$1.author] = item("author")
      $0[$1.items] = [item("a", item("b"), item("c"))]
      $0[$1.tags] = ["x", "y"]
    }
  }

  private static func mutated(_ bytes: [UInt8], _ random: inout SplitMix) -> [UInt8] {
    var bytes = bytes
    let position = random.below(bytes.count + 1)
    let end = min(bytes.count, position + random.below(12))
    switch random.below(5) {
    case 0: bytes.removeSubrange(position..<end)
    case 1: bytes.insert(contentsOf: pieces[random.below(pieces.count)], at: position)
    case 2: bytes.insert(contentsOf: bytes[position..<end], at: random.below(bytes.count + 1))
    case 3: bytes.replaceSubrange(position..<end, with: pieces[random.below(pieces.count)])
    default:
      if position < bytes.count { bytes[position] = UInt8(truncatingIfNeeded: random.next()) }
    }
    return bytes
  }
}

/// A generator of numbers that are the same in each run.
private struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func below(_ limit: Int) -> Int {
    Int(next() % UInt64(limit))
  }
}
