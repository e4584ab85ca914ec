internal import Model
internal import Output
internal import Records
internal import Threads

/// The codes of all statements, as the schemas of documents list them. They are most of each schema, so they are written once.
final class StatementCodes: Sendable {
  private let chunks: [Chunk]

  /// The codes of some statements, written when first needed.
  private struct Chunk: Sendable {
    let items: Lazy<JSONItems>
  }

  /// The depth of the list in each schema: in `oneOf`, in `statement`, in the definitions, in the schema.
  private static let depth = 4

  init(_ framework: Framework) {
    let shapes = RecordShapes(framework)
    chunks = framework.contents.statements.inChunks.map { statements in
      let items = Lazy {
        JSONItems(depth: StatementCodes.depth) { json in
          for statement in statements { json.choice(shapes.choice(statement)) }
        }
      }
      return Chunk(items: items)
    }
  }

  /// Whether there are no codes to choose from.
  var isEmpty: Bool { chunks.isEmpty }

  /// Writes the array of codes.
  func write(to json: inout JSONWriter) {
    json.array { json in
      for chunk in chunks {
        json.items { json in json.items(chunk.items.value) }
      }
    }
  }
}
