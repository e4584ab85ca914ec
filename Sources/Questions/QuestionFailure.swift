/// A question that cannot be answered as it was asked, in a sentence for who asked it.
package struct QuestionFailure: Error {
  package let message: String

  init(_ message: String) { self.message = message }
}
