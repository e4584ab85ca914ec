package import Diagnostics
package import Grammar
internal import Model
package import Syntax

/// The declarations of one file: records and their entries, as written.
///
/// Depends on that file alone, so files can be declared in any order, at the same time, and kept. A class, so that
/// the thousands of readers of its records share it without counting references to each of its arrays.
package final class Declarations: Sendable {
  package let file: SourceFile
  package let tree: SyntaxTree

  /// The bytes of the file, and those of the values that are not as they are written, for the texts of the framework.
  let source: TextSource
  let decoded: TextSource

  /// In the order of the text, a record before those inside it; empty if the file holds nothing that is known.
  let records: [Record]
  let entries: [Entry]

  /// The `[[links]]` in its texts.
  let links: [Link]

  /// The kinds of which a mistake in this file may hide one, so that a reference to it is not at fault.
  let lost: Set<EntityName>

  /// The problems of this file by itself: of its YAML, and of what it declares.
  package let diagnostics: [Diagnostic]

  /// The entity that the file holds; nil if there is none.
  package var entity: EntityName? { records.first?.entity }

  init(_ declarer: Declarer, _ diagnostics: [Diagnostic]) {
    file = declarer.file
    tree = declarer.tree
    source = TextSource(tree.source)
    decoded = TextSource(tree.decoded)
    // Copies, which take no more room than they need: they are kept until the end.
    records = declarer.records.fitted
    entries = declarer.entries.fitted
    links = declarer.links.fitted
    lost = declarer.lost
    self.diagnostics = diagnostics
  }

  /// Whether these are the declarations of a file with the same id, path and bytes.
  package func areOf(_ other: SourceFile) -> Bool {
    file.id == other.id && file.path == other.path && file.bytes == other.bytes
  }

  /// A link inside a text to the thing with an id.
  struct Link: Sendable {
    let range: SourceRange
    let id: String
  }

  /// A group of keys that says one thing of the language, such as a statement.
  struct Record: Sendable {
    let entity: EntityName
    /// Whether it has a key that could not be understood, so that what it seems to lack may be there.
    var isDamaged = false
    let node: Int32
    /// Its entries are the run that starts here.
    let firstEntry: Int32
    let entryCount: Int32
    /// The index past the last record inside it.
    var end: Int32
  }

  /// A key that the record's entity has, and its value.
  struct Entry: Sendable {
    let key: Key
    /// Its place among the fields of the entity.
    let field: UInt8
    /// Whether the value has the shape that its type asks for.
    var isValid = true
    let keyNode: Int32
    let valueNode: Int32
    /// The records inside the value.
    var records: Range<Int32> = 0..<0

    /// By the number of the key, in place: this is asked for each key of each record, many times.
    @inline(__always)
    func isFor(_ key: Key) -> Bool {
      unsafeBitCast(self.key, to: UInt8.self) == unsafeBitCast(key, to: UInt8.self)
    }
  }
}

extension Array {
  /// The same with no room for more.
  fileprivate var fitted: [Element] { withUnsafeBufferPointer { Array($0) } }
}
