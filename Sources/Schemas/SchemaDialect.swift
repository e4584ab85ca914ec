internal import Markup
internal import Model
internal import Output

/// A version of JSON Schema in which schemas are written.
enum SchemaDialect: CaseIterable, Sendable {
  case draft2020
  /// The version that many form builders still read. Its schemas accept and reject the same documents.
  case draft07

  var address: String {
    switch self {
    case .draft2020: "https://json-schema.org/draft/2020-12/schema"
    case .draft07: "http://json-schema.org/draft-07/schema#"
    }
  }

  /// The folder of its schemas.
  var folder: String {
    switch self {
    case .draft2020: "schemas/"
    case .draft07: "schemas/draft-07/"
    }
  }

  /// Translates a schema from 2020-12 to this dialect.
  func translate(_ schema: JSONValue) -> JSONValue {
    switch self {
    case .draft2020: schema
    case .draft07: schema.inDraft07
    }
  }
}

extension JSONValue {
  /// The schema in draft-07. Definitions have another name. Draft-07 ignores keywords beside a `$ref` (section 8.3), so the
  /// reference moves into an `allOf`.
  fileprivate var inDraft07: JSONValue {
    switch self {
    case .array(let items): return .array(items.map(\.inDraft07))
    case .object(let members):
      var translated = members.map { key, value -> (String, JSONValue) in
        switch (key, value) {
        // The members are names, not keywords.
        case ("properties", .object(let named)):
          return (key, .object(named.map { ($0, $1.inDraft07) }))
        case ("$defs", .object(let named)):
          return ("definitions", .object(named.map { ($0, $1.inDraft07) }))
        case ("$ref", .string(let target)):
          return (key, .string(target.replacingUTF8("#/$defs/", with: "#/definitions/")))
        // The value is data without keywords.
        case ("const", _), ("enum", _), ("examples", _), ("default", _): return (key, value)
        default: return (key, value.inDraft07)
        }
      }
      if translated.count > 1, let index = translated.firstIndex(where: { $0.0 == "$ref" }) {
        let reference = translated.remove(at: index)
        translated.append(("allOf", .array([.object([reference])])))
      }
      return .object(translated)
    default: return self
    }
  }
}

/// The permanent ids of a framework's schemas.
struct SchemaIDs: Sendable {
  let identity: Identity

  /// The id of a schema: a URL below the framework's address, or without one a URN that resolves to nothing (RFC 8141).
  func id(of name: String, in dialect: SchemaDialect) -> String {
    let path = dialect.folder + name + ".schema.json"
    guard let base = identity.base else {
      let words = path.split(separator: "/").joined(separator: ":")
      return "urn:ksf:\(identity.id):\(identity.edition):\(words)"
    }
    return "\(base)\(identity.edition)/\(path)"
  }

  /// The notice that every reader must see, as members of a schema.
  var comment: [(String, JSONValue)] {
    guard let notice = identity.notice else { return [] }
    let renderer = MarkdownRenderer { MarkdownRenderer.Target(address: "", label: $0) }
    let words = renderer.plainText(notice.bytes).split(whereSeparator: \.isWhitespace)
    return [("$comment", .string(words.joined(separator: " ")))]
  }
}
