/// What a person has to change about the command or the folders, and not in the framework's texts.
package protocol UsageFailure: Error, Sendable {
  /// What is wrong, and what to do.
  var message: String { get }
}
