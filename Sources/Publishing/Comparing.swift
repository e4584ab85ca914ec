package import Comparison
internal import Compilation
internal import Editions
internal import Model
package import Project

extension Project {
  /// The edition to compare with by default: the last recorded edition, or else the last commit.
  package func lastEdition() throws -> String {
    try RecordedEdition.all(readTexts().editions).last?.edition.description ?? "HEAD"
  }

  /// The changes in meaning from one project to another. Problems are ignored, and unresolved references are not compared.
  package static func compare(_ old: Project, _ new: Project) throws -> Comparison {
    Comparison(from: try old.contents(), to: try new.contents())
  }

  private func contents() throws -> Contents {
    // The lock does not affect the contents.
    var texts = try readTexts()
    (texts.lock, texts.editions) = (nil, [])
    return compile(texts).contents
  }
}
