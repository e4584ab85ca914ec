internal import Model
internal import Output
internal import Records
internal import Threads

/// The codes of all statements as the schemas of documents list them. They are the same in each of these schemas, and most of
/// it, so they are written once.
final class StatementCodes: Sendable {
  /// Whether there is any code to choose.
  let isEmpty: Bool

  private let items: Pending<JSONItems>

  /// How deep the list is in each schema: in `oneOf`, of `statement`, of the definitions, of the schema.
  private static let depth = 4

  init(_ framework: Framework) {
    let statements = framework.contents.statements.elements
    isEmpty = statements.isEmpty
    items = Pending(isWorthThread: statements.count > 1000) {
      let shapes = RecordShapes(framework)
      return JSONItems(depth: StatementCodes.depth) { json in
        for statement in statements { json.choice(shapes.choice(statement)) }
      }
    }
  }

  /// Writes the array of them. Whoever does has read all texts.
  func write(to json: inout JSONWriter) {
    Reading.noteAll()
    json.array(of: items.value)
  }
}
