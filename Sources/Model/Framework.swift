package import Diagnostics

/// A framework without an error in it: every reference resolves and everything required is there.
///
/// What generators work from. The only way to get one is to have no error among the diagnostics of all phases.
///
/// A class, though it never changes, as `Statement` is one: its copies would count references to all of its tables.
@usableFromInline
package final class Framework: Sendable {
  package let contents: Contents

  /// How things of this framework link to each other; see `Links`.
  package let links: Links

  /// Where each statement belongs; see `StatementOutline`.
  @usableFromInline package let outlines: StatementOutlines

  /// What each statement names; see `StatementMentions`.
  @usableFromInline package let mentions: StatementMentions

  /// Nil if there is any error.
  package init?(_ contents: Contents, unless diagnostics: [Diagnostic]) {
    guard diagnostics.errorCount == 0 else { return nil }
    self.contents = contents
    var collector = LinkCollector(contents)
    var outlines = OutlineCollector(contents)
    var mentions = StatementMentions(reserving: contents.statements.count)
    // At once, since each statement has to be fetched from memory.
    for (index, statement) in contents.statements.elements.enumerated() {
      collector.add(Ref(index), statement)
      outlines.add(statement)
      mentions.add(statement)
    }
    links = Links(contents, collector)
    self.outlines = StatementOutlines(outlines)
    self.mentions = mentions
  }

  package func id(of subject: Subject) -> String { contents.id(of: subject) }
  package func title(of subject: Subject) -> String { contents.title(of: subject) }
}
