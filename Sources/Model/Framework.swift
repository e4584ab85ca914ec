package import Diagnostics

/// A framework without an error in it: every reference resolves and everything required is there.
///
/// Generators work from it. The only way to get one is to have no error among the diagnostics of all phases.
///
/// A class, though it never changes: a copy of a structure would count references to all of its tables.
@usableFromInline
package final class Framework: Sendable {
  package let contents: Contents

  /// The links between things of this framework, read backwards.
  package let links: Links

  /// Nil if there is any error.
  package init?(_ contents: Contents, unless diagnostics: [Diagnostic]) {
    guard diagnostics.errorCount == 0 else { return nil }
    self.contents = contents
    links = Links(contents)
  }

  package var statements: Statements { contents.statements }

  package func id(of subject: Subject) -> String { contents.id(of: subject) }
  package func title(of subject: Subject) -> String { contents.title(of: subject) }
}
