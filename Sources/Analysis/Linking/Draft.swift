package import Diagnostics
internal import Grammar
package import Model

/// All files linked: what they say together, with what does not resolve left out.
///
/// Checks read it, and editors, since it exists whatever is wrong.
package struct Draft: Sendable {
  package internal(set) var contents = Contents()

  /// What was wrong in the files and between them.
  package internal(set) var diagnostics: [Diagnostic] = []

  /// The records that the elements of the tables were made from, in the same order.
  var origins: [EntityName: [RecordReader]] = [:]

  /// The record that a thing was made from.
  func record(of subject: Subject) -> RecordReader? {
    switch subject {
    case .framework: origins[.framework]?.first
    case .kind(let ref): origins[.kind]?[Int(ref.index)]
    case .phase(let ref): origins[.phase]?[Int(ref.index)]
    case .specialism(let ref): origins[.specialism]?[Int(ref.index)]
    case .role(let ref): origins[.role]?[Int(ref.index)]
    case .evidenceType(let ref): origins[.evidenceType]?[Int(ref.index)]
    case .domain(let ref): origins[.domain]?[Int(ref.index)]
    case .outcome(let ref): origins[.outcome]?[Int(ref.index)]
    case .statement(let ref): origins[.statement]?[Int(ref.index)]
    case .source(let ref): origins[.source]?[Int(ref.index)]
    }
  }

  /// Where the value of a key of a thing stands.
  func range(of subject: Subject, _ key: Key) -> SourceRange? {
    record(of: subject)?.range(key)
  }
}
