/// The language that a template produces, which decides how text is escaped in it.
package enum OutputLanguage: String, CaseIterable, Sendable {
  case html
  case markdown

  /// The part of a template's file name before `.mustache`.
  package var fileExtension: String {
    switch self {
    case .html: "html"
    case .markdown: "md"
    }
  }

  init?(fileExtension: String) {
    guard let language = OutputLanguage.allCases.first(where: { $0.fileExtension == fileExtension })
    else { return nil }
    self = language
  }
}

/// A template that makes a whole output, declared with the kind of record that it shows.
package struct PageTemplate<Fields>: Sendable {
  package let name: String
  package let language: OutputLanguage

  /// `name` is the base name of the template's file, without the two extensions.
  package init(_ name: String, _ language: OutputLanguage) {
    self.name = name
    self.language = language
  }
}

extension PageTemplate: AnyPageTemplate where Fields: RecordShape {
  package var shape: Shape { Record<Fields>.shape }
}

/// A page template of any kind of record.
package protocol AnyPageTemplate: Sendable {
  var name: String { get }
  var language: OutputLanguage { get }
  var shape: Shape { get }
}
