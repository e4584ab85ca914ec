internal import Diagnostics

/// A question that cannot be answered as it was asked, in a sentence for who asked it.
package struct QuestionFailure: Error {
  package let message: String

  init(_ message: String) { self.message = message }

  /// The sentence that asks for the nearest of some words, after a space. Empty if none is near. `mark` stands around the word.
  static func didYouMean(
    _ written: String, among words: [String], mark: Character = "\""
  ) -> String {
    suggestion(for: written, among: words).map { " Did you mean \(mark)\($0)\(mark)?" } ?? ""
  }
}
