package import Diagnostics
internal import Grammar
package import Model

/// Where each thing is written, without the trees that it was read from: those are several times as large as the texts, and
/// whoever makes pages needs nothing else of them.
package struct Places: Sendable {
  private let places: [EntityName: [SourceRange]]

  package init(_ draft: Draft) {
    places = draft.origins.mapValues { $0.map(\.place) }
  }

  /// Where the record of a thing is.
  package subscript(subject: Subject) -> SourceRange? {
    let (entity, index) = subject.place
    return places[entity].flatMap { index < $0.count ? $0[index] : nil }
  }
}
