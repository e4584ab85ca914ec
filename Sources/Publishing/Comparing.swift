package import Comparison
internal import Compilation
internal import Editions
internal import Model
package import Project

extension Project {
  /// What the number of an edition has to go beyond, if nothing is named: the last recorded edition, or else the last
  /// commit.
  package func lastEdition() throws -> String {
    try RecordedEdition.all(readTexts().editions).last?.edition.description ?? "HEAD"
  }

  /// What changed in meaning from one project to another. Problems of either are passed over; what does not resolve is
  /// not compared.
  package static func compare(_ old: Project, _ new: Project) throws -> Comparison {
    Comparison(from: try old.contents(), to: try new.contents())
  }

  private func contents() throws -> Contents {
    // What its lock says does not matter for what it means.
    var texts = try readTexts()
    (texts.lock, texts.editions) = (nil, [])
    return compile(texts).contents
  }
}
