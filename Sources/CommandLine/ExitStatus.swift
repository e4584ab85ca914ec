package import ArgumentParser

/// The exit statuses of a run, for scripts.
package enum ExitStatus {
  /// Success.
  package static let success = ExitCode(0)
  /// The framework has errors, or warnings with `--strict`.
  package static let problems = ExitCode(1)
  /// The command was not understood, or the folder has no framework.
  package static let usage = ExitCode(2)
  /// The machine failed: an unreadable file, a full disk.
  package static let machine = ExitCode(3)
}
