package import Diagnostics
internal import Grammar
package import Model

/// The source range of each thing's record.
///
/// Pages need nothing else of the syntax trees, which are several times as large as the texts.
package struct RecordRanges: Sendable {
  private let ranges: [EntityName: [SourceRange]]

  package init(_ draft: Draft) {
    ranges = draft.origins.mapValues { $0.map(\.place) }
  }

  /// The range of a thing's record; nil if it has none.
  package subscript(subject: Subject) -> SourceRange? {
    let (entity, index) = subject.place
    return ranges[entity].flatMap { index < $0.count ? $0[index] : nil }
  }
}
