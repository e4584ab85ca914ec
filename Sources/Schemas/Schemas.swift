internal import Markup
package import Model
package import Output

/// What machines read: the compiled framework as JSON, and the schema that it fits.
package enum Schemas {
  package static let frameworkPath = "framework.json"
  static let schemaPath = "schemas/framework.schema.json"

  package static func generate(_ framework: Framework) -> [OutputFile] {
    let compiler = FrameworkCompiler(framework)
    return [
      OutputFile(path: frameworkPath, bytes: compiler.data()),
      OutputFile(path: schemaPath, bytes: compiler.schema()),
    ]
  }
}

/// Turns a framework into JSON.
struct FrameworkCompiler: Sendable {
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

  /// The framework as JSON. Written element by element, so that no copy of the whole is held in memory.
  func data() -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.key("$schema")
      json.string(Schemas.schemaPath)
      for (key, value) in members(identityShape.value(contents.identity, self)) {
        json.key(key)
        value.write(to: &json)
      }
      write("kinds", contents.kinds, kindShape, to: &json)
      write("phases", contents.phases, phaseShape, to: &json)
      write("specialisms", contents.specialisms, specialismShape, to: &json)
      write("roles", contents.roles, roleShape, to: &json)
      write("evidenceTypes", contents.evidenceTypes, evidenceTypeShape, to: &json)
      write("levels", contents.levels, levelShape, to: &json)
      write("results", contents.results, resultShape, to: &json)
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
    return json.finish()
  }

  private func write<Element>(
    _ key: String, _ table: Table<Element>, _ shape: ObjectShape<Element>,
    to json: inout JSONWriter
  ) {
    json.key(key)
    json.array { json in
      for element in table.elements { shape.value(element, self).write(to: &json) }
    }
  }

  private func members(_ value: JSONValue) -> [(String, JSONValue)] {
    guard case .object(let members) = value else { return [] }
    return members
  }

  /// Markdown as the text that a reader sees; nil if there is none.
  func text(_ markdown: Markdown?) -> JSONValue? {
    guard let markdown, !markdown.isEmpty else { return nil }
    let plain = renderer.plainText(markdown.markdown)
    return plain.isEmpty ? nil : .string(plain)
  }
}
