package import ArgumentParser

/// What a run's exit status tells a script.
package enum ExitStatus {
  /// All is well.
  package static let success = ExitCode(0)
  /// The framework has errors, or warnings with `--strict`.
  package static let problems = ExitCode(1)
  /// The command was not understood, or there is no framework where it looked.
  package static let usage = ExitCode(2)
  /// The machine failed: an unreadable file, a full disk.
  package static let machine = ExitCode(3)
}
