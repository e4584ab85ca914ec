/// What may stand in a place of a record or portfolio.
///
/// One table of these makes the schemas, the forms of other programs, the examples, empty documents and the checks, so
/// that they cannot drift apart.
package indirect enum DocumentType: Sendable {
  /// This text and no other.
  case constant(String)
  /// Free text of some paragraphs, at most so many characters (Unicode scalars).
  case text(limit: Int)
  /// Free text on one line.
  case line(limit: Int)
  /// A code that somebody chooses for a person or a piece of evidence: see `isIdentifier`.
  case identifier
  /// A day from 1000 to 2999, as in ISO 8601.
  case date
  case number(ClosedRange<Int>)
  case flag
  /// One of a few texts.
  case choice([DocumentChoice])
  /// The id of a statement. The list of them is one for a document.
  case statement
  /// At least so many items, all different where they can be compared.
  case list(DocumentType, atLeast: Int)
  case object(DocumentObject)
  /// One of several groups of keys, told apart by the constant that the first key of each has.
  case oneOf([DocumentObject])
}

/// One of the texts that can be chosen.
package struct DocumentChoice: Sendable {
  package let value: String
  package let title: String
  /// More about it; empty if there is nothing more to say.
  package let documentation: String

  init(_ value: String, _ title: String, _ documentation: String = "") {
    self.value = value
    self.title = title
    self.documentation = documentation
  }
}

/// A group of keys. No others are allowed.
package struct DocumentObject: Sendable {
  /// A short name for programs: letters, digits, `-` and `.`.
  package let name: String
  /// What people call it, as in "Piece of evidence".
  package let title: String
  package let documentation: String
  package let fields: [DocumentField]

  package func field(_ key: String) -> DocumentField? { fields.first { $0.key == key } }
}

/// One key of a group.
package struct DocumentField: Sendable {
  package let key: String
  package let title: String
  /// What to write and why. For free text it holds the rule that nobody may be recognised by it.
  package let documentation: String
  package let type: DocumentType
  package let isRequired: Bool

  init(
    _ key: String, _ title: String, _ type: DocumentType, required isRequired: Bool = false,
    _ documentation: String
  ) {
    self.key = key
    self.title = title
    self.type = type
    self.isRequired = isRequired
    self.documentation = documentation
  }
}

/// The rule for every free text.
package let anonymityRule =
  "Write nothing by which somebody whom the work is about could be recognised: no name, address, date of birth or other detail."

/// How long a free text, a line and a code may be, in characters.
package enum DocumentLimit {
  package static let text = 4000
  package static let line = 200
  package static let identifier = 40
}
