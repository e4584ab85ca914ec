package import Diagnostics
internal import Grammar
package import Model
internal import Syntax

/// All files linked together, without what does not resolve.
///
/// Checks and editors read it, since it exists whatever is wrong.
package struct Draft: Sendable {
  package internal(set) var contents = Contents()

  /// The problems in the files and between them.
  package internal(set) var diagnostics: [Diagnostic] = []

  /// The declarations that were linked, in path order.
  var files: [Declarations] = []

  /// The records that the elements of the tables were made from, in the same order.
  var origins: [EntityName: [RecordReader]] = [:]

  /// The record that a thing was made from.
  func record(of subject: Subject) -> RecordReader? {
    let (entity, index) = subject.place
    return origins[entity].flatMap { index < $0.count ? $0[index] : nil }
  }

  /// The declarations of each file, in the order in which they were linked.
  package var declarations: [Declarations] { files }

  /// The range in which the path of the handbook's logo is written.
  package var logoPlace: SourceRange? {
    records(.framework).first?.record(.handbook)?.range(.logo)
  }

  /// The range in which the framework's edition is written.
  package var editionPlace: SourceRange? { range(of: .framework, .edition) }

  /// The start of the record of a thing.
  package func place(of subject: Subject) -> SourceRange? { record(of: subject)?.place }

  /// The range of the value of a key of a thing.
  func range(of subject: Subject, _ key: Key) -> SourceRange? {
    record(of: subject)?.range(key)
  }
}

extension Subject {
  /// The kind of record that it is made from, and its place among those.
  var place: (entity: EntityName, index: Int) {
    switch self {
    case .framework: (.framework, 0)
    case .kind(let ref): (.kind, Int(ref.index))
    case .phase(let ref): (.phase, Int(ref.index))
    case .specialism(let ref): (.specialism, Int(ref.index))
    case .role(let ref): (.role, Int(ref.index))
    case .evidenceType(let ref): (.evidenceType, Int(ref.index))
    case .level(let ref): (.level, Int(ref.index))
    case .result(let ref): (.result, Int(ref.index))
    case .domain(let ref): (.domain, Int(ref.index))
    case .outcome(let ref): (.outcome, Int(ref.index))
    case .statement(let ref): (.statement, Int(ref.index))
    case .duty(let ref): (.duty, Int(ref.index))
    case .review(let ref): (.review, Int(ref.index))
    case .form(let ref): (.form, Int(ref.index))
    case .source(let ref): (.source, Int(ref.index))
    case .crosswalk(let ref): (.crosswalk, Int(ref.index))
    }
  }
}
