internal import Model
internal import Output
internal import Records
internal import Threads

/// The codes of all statements as the schemas of documents list them. They are the same in each of these schemas, and most of
/// it, so they are written once.
final class StatementCodes: Sendable {
  private let pieces: [Piece]

  /// The codes of some statements, written by whoever needs them first.
  private struct Piece: Sendable {
    let statements: ArraySlice<Statement>
    let items: Pending<JSONItems>
  }

  /// How deep the list is in each schema: in `oneOf`, of `statement`, of the definitions, of the schema.
  private static let depth = 4

  init(_ framework: Framework) {
    let shapes = RecordShapes(framework)
    pieces = framework.contents.statements.elements.inPieces.map { statements in
      let items = Pending(isWorthThread: false) {
        JSONItems(depth: StatementCodes.depth) { json in
          for statement in statements { json.choice(shapes.choice(statement)) }
        }
      }
      return Piece(statements: statements, items: items)
    }
  }

  /// Whether there is any code to choose.
  var isEmpty: Bool { pieces.isEmpty }

  /// Writes the array of them.
  func write(to json: inout JSONWriter) {
    json.array { json in
      for piece in pieces {
        json.items { json in
          // It may have been written for another schema.
          for statement in piece.statements { statement.noteReading() }
          json.items(piece.items.value)
        }
      }
    }
  }
}
