/// A failure that is mended by another command or other folders, and not in the framework's texts.
package protocol UsageFailure: Error, Sendable {
  /// The text for the person: the fault and its cure.
  var message: String { get }
}
