/// The type of a value in a record or portfolio.
///
/// Schemas, forms for other programs, examples, empty documents and checks are all made from it, so that they cannot drift
/// apart.
package indirect enum DocumentType: Sendable {
  /// Exactly this text.
  case constant(String)
  /// Free text of several paragraphs, of at most `limit` characters (Unicode scalars).
  case text(limit: Int)
  /// Free text on one line.
  case line(limit: Int)
  /// A code that people choose for a person or a piece of evidence: see `isIdentifier`.
  case identifier
  /// A day from 1000 to 2999, as in ISO 8601.
  case date
  case number(ClosedRange<Int>)
  case flag
  /// One of a few texts.
  case choice([DocumentChoice])
  /// The id of a statement. All documents share one list of them.
  case statement
  /// A list with at least so many items, all different if they can be compared.
  case list(DocumentType, atLeast: Int)
  case object(DocumentObject)
  /// One of several groups of keys, distinguished by the constant of their first keys.
  case oneOf([DocumentObject])
}

/// A text that can be chosen.
package struct DocumentChoice: Sendable {
  package let value: String
  package let title: String
  /// More explanation; may be empty.
  package let documentation: String

  init(_ value: String, _ title: String, _ documentation: String = "") {
    self.value = value
    self.title = title
    self.documentation = documentation
  }
}

/// A group of keys. Other keys are not allowed.
package struct DocumentObject: Sendable {
  /// A short name for programs: letters, digits, `-` and `.`.
  package let name: String
  /// The title for people, as in "Piece of evidence".
  package let title: String
  package let documentation: String
  package let fields: [DocumentField]

  package func field(_ key: String) -> DocumentField? { fields.first { $0.key == key } }
}

/// One key of a group.
package struct DocumentField: Sendable {
  package let key: String
  package let title: String
  /// Explains what to write and why. For free text it includes the rule that nobody may be recognisable.
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

/// The greatest lengths of a free text, a line and a code, in characters.
package enum DocumentLimit {
  package static let text = 4000
  package static let line = 200
  package static let identifier = 40
}
