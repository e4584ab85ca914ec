import Diagnostics

@testable import Templates

/// A page with a field of each kind.
struct Sample: RecordShape {
  static let layout = RecordLayout<Self>("sample page")
  static let page = PageTemplate<Sample>("page", .html)

  let title = Field<String>("title", "A text.")
  let summary = Field<SafeMarkup>("summary", "Markup.")
  let isNew = Field<Bool>("isNew", "A yes or no.")
  let kind = Field<SampleKind>("kind", "The name of a partial.")
  let author = Field<Record<SampleItem>>("author", "A record that may be absent.")
  let items = Field<[Record<SampleItem>]>(
    "items", "A list of records that contain records of their own kind.")
  let tags = Field<[String]>("tags", "A list of texts.")
}

enum SampleKind: String, FieldChoice {
  case card
  case row
}

struct SampleItem: RecordShape {
  static let layout = RecordLayout<Self>("sample item")

  let name = Field<String>("name", "A text.")
  let children = Field<[Record<SampleItem>]>("children", "Items inside this one.")

  static func item(
    _ text: String, _ inner: [Record<SampleItem>] = [], in values: PageValues
  ) -> Record<SampleItem> {
    Record<SampleItem>(in: values) { record, field in
      record[field.name] = text
      record[field.children] = inner
    }
  }
}

/// Templates in memory, by path, in the order written.
typealias TemplateTexts = KeyValuePairs<String, String>

func sourceFiles(_ texts: TemplateTexts) -> [SourceFile] {
  texts.enumerated().map { index, file in
    SourceFile(id: FileID(index), path: file.key, bytes: Array(file.value.utf8))
  }
}

/// Compiles the page `page.html.mustache` among the templates and renders it.
func render(
  _ texts: TemplateTexts, in values: PageValues = PageValues(),
  _ fill: (inout Record<Sample>, Sample) -> Void = { _, _ in }
) -> String {
  let set = TemplateSet.compile(sourceFiles(texts), pages: [Sample.page]).set
  let bytes = set.render(Sample.page, Record(in: values, fill), in: values)
  return String(decoding: bytes, as: UTF8.self)
}

func diagnostics(of texts: TemplateTexts) -> [Diagnostic] {
  TemplateSet.compile(sourceFiles(texts), pages: [Sample.page]).diagnostics
}
