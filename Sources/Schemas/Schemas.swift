internal import Grammar
internal import Markup
package import Model
package import Output
internal import Records

/// The outputs for programs: the compiled framework as JSON, and the schemas of it, of its sources, and of documents about it.
package enum Schemas {
  /// The compiled framework.
  package static let data = OutputFormat<Framework>(
    id: "data", title: "Data", start: frameworkPath, otherFiles: [frameworkPath],
    downloads: DownloadSection(title: "Data", summary: "The whole framework for programs."),
    plan: { framework in
      [
        PlannedFile(
          path: frameworkPath, chunks: { FrameworkCompiler(framework).data(to: $0) })
      ]
    })

  package static let format = OutputFormat<Framework>(
    id: "schemas", title: "Schemas",
    downloads: DownloadSection(
      title: "Schemas",
      summary: """
        For those who build systems: what a file has to look like, so that one program can read what another wrote. \
        The folder also has each schema in draft-07, layouts for form builders, and examples.
        """,
      hidden: ["schemas/draft-07/", "schemas/ui/", "schemas/examples/"]),
    plan: { plan($0) })

  /// The schema of a project's source files for editors, which offers its own ids. It is in draft-07, which every editor reads.
  package static func language(_ identity: Identity, _ known: KnownIDs) -> [UInt8] {
    LanguageSchema(ids: SchemaIDs(identity: identity), known: known).schema(in: .draft07).bytes
  }

  private static let frameworkPath = "framework.json"
  static let schemaPath = "schemas/framework.schema.json"

  private static func plan(_ framework: Framework) -> [PlannedFile] {
    let compiler = FrameworkCompiler(framework)
    let codes = StatementCodes(framework)
    return SchemaDialect.allCases.flatMap { plan(framework, compiler, codes, in: $0) }
      + planExamples(framework)
  }

  private static func plan(
    _ framework: Framework, _ compiler: FrameworkCompiler, _ codes: StatementCodes,
    in dialect: SchemaDialect
  ) -> [PlannedFile] {
    func file(_ name: String, _ make: @escaping @Sendable () -> JSONValue) -> PlannedFile {
      PlannedFile(
        path: "\(dialect.folder)\(name).schema.json", chunks: { make().write(to: $0) })
    }
    let ids = SchemaIDs(identity: framework.contents.identity)
    return [
      file("framework") { compiler.schema(in: dialect) },
      file("language") { LanguageSchema(ids: ids).schema(in: dialect) },
    ]
      + documents(framework).map { document in
        file(document.name) {
          let shapes = RecordShapes(framework)
          return DocumentSchema(shapes: shapes, ids: ids, codes: codes).schema(
            of: document.shape(shapes), name: document.name, in: dialect)
        }
      }
  }

  /// Plans an example and form layouts for each document schema, and an example of the language.
  private static func planExamples(_ framework: Framework) -> [PlannedFile] {
    let language = PlannedFile(path: "schemas/examples/language.yaml") {
      Array((Grammar.entity(.framework).example + "\n").utf8)
    }
    return [language]
      + documents(framework).flatMap { document in
        let shape: @Sendable () -> DocumentObject = { document.shape(RecordShapes(framework)) }
        return [
          PlannedFile(path: "schemas/examples/\(document.name).json") {
            let shapes = RecordShapes(framework)
            return shapes.example(of: document.shape(shapes)).json
          },
          PlannedFile(path: "schemas/ui/json-forms/\(document.name).json") {
            shape().jsonFormsLayout.bytes
          },
          PlannedFile(path: "schemas/ui/react-jsonschema-form/\(document.name).json") {
            shape().reactLayout.bytes
          },
        ]
      }
  }

  private static func documents(_ framework: Framework) -> [PlannedDocument] {
    [PlannedDocument(name: "portfolio") { $0.portfolio }]
      + framework.contents.forms.entries.map { ref, form in
        PlannedDocument(name: "records/\(form.id)") { $0.document(ref) }
      }
  }

  /// A kind of document that people keep: its file name, and a function that makes its shape.
  private struct PlannedDocument: Sendable {
    let name: String
    let shape: @Sendable (RecordShapes) -> DocumentObject
  }
}

/// Compiles a framework to JSON.
///
/// It is a class, since it is passed to the writer of each property.
final class FrameworkCompiler: Sendable {
  let contents: Contents
  private let renderer: MarkdownRenderer

  init(_ framework: Framework) {
    contents = framework.contents
    renderer = MarkdownRenderer { id in
      framework.links.subject(withID: id).map { _ in
        MarkdownRenderer.Target(address: "", label: id)
      }
    }
  }

  /// Passes on the framework as JSON, chunk by chunk, so that the whole is never in memory.
  func data(to give: @escaping ([UInt8]) -> Void) {
    var json = JSONWriter(to: give)
    json.object { json in
      json.key("$schema")
      json.string(Schemas.schemaPath)
      identityShape.writeMembers(of: contents.identity, self, to: &json)
      write("kinds", contents.kinds, kindShape, to: &json)
      write("phases", contents.phases, phaseShape, to: &json)
      write("specialisms", contents.specialisms, specialismShape, to: &json)
      write("roles", contents.roles, roleShape, to: &json)
      write("evidenceTypes", contents.evidenceTypes, evidenceTypeShape, to: &json)
      write("levels", contents.levels, levelShape, to: &json)
      write("results", contents.results, resultShape, to: &json)
      json.key("retired")
      retiredIDShape.write(contents.retired, self, to: &json)
      write("domains", contents.domains, domainShape, to: &json)
      write("outcomes", contents.outcomes, outcomeShape, to: &json)
      write("statements", contents.statements, statementShape, to: &json)
      write("duties", contents.duties, dutyShape, to: &json)
      write("reviews", contents.reviews, reviewShape, to: &json)
      write("records", contents.forms, formShape, to: &json)
      write("sources", contents.sources, sourceShape, to: &json)
      write("crosswalks", contents.crosswalks, crosswalkShape, to: &json)
      write("glossary", contents.terms, termShape, to: &json)
      write("history", contents.events, eventShape, to: &json)
      write("changes", contents.changes, changeShape, to: &json)
    }
    give(json.finish())
  }

  private func write<Element>(
    _ key: String, _ table: Table<Element>, _ shape: ObjectShape<Element>,
    to json: inout JSONWriter
  ) {
    write(key, table.elements, shape, to: &json)
  }

  private func write<Elements: RandomAccessCollection>(
    _ key: String, _ elements: Elements, _ shape: ObjectShape<Elements.Element>,
    to json: inout JSONWriter
  ) where Elements.Index == Int {
    json.key(key)
    json.array { json in
      for elements in elements.inChunks {
        json.items { json in
          for element in elements { shape.write(element, self, to: &json) }
        }
      }
    }
  }

  /// The visible text of Markdown; nil if there is none.
  func text(_ markdown: Markdown?) -> JSONValue? {
    guard let markdown, !markdown.isEmpty else { return nil }
    let plain = renderer.plainText(markdown.bytes)
    return plain.isEmpty ? nil : .string(plain)
  }

  /// Writes the visible text of Markdown; nothing if there is none, unless it is required.
  func write(_ markdown: Markdown?, isRequired: Bool = false, to json: inout JSONWriter) {
    guard let markdown, isRequired || !markdown.isEmpty else { return }
    json.string(isRequired: isRequired) { renderer.appendPlainText(markdown.bytes, to: &$0) }
  }
}
