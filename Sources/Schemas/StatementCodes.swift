internal import Model
internal import Output
internal import Records
internal import Threads

/// The codes of all statements as the schemas of documents list them. They are the same in each of these schemas, and most of
/// it, so they are written once.
final class StatementCodes: Sendable {
  private let chunks: [Chunk]

  /// The codes of some statements, written by whoever needs them first.
  private struct Chunk: Sendable {
    let items: Lazy<JSONItems>
  }

  /// How deep the list is in each schema: in `oneOf`, of `statement`, of the definitions, of the schema.
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

  /// Whether there is any code to choose.
  var isEmpty: Bool { chunks.isEmpty }

  /// Writes the array of them.
  func write(to json: inout JSONWriter) {
    json.array { json in
      for chunk in chunks {
        json.items { json in json.items(chunk.items.value) }
      }
    }
  }
}
