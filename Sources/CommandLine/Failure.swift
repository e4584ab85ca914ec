internal import ArgumentParser
internal import Disk

/// Why a run ends before its time: what is told of it, and the exit status.
struct Failure {
  let message: String
  let status: ExitCode

  /// Nil for an end that the argument parser tells of itself, such as help, or that was told of already.
  init?(_ error: any Error) {
    switch error {
    case let failure as MachineFailure:
      message = "ksf: \(failure.message)"
      status = ExitStatus.machine
    case let failure as any UsageFailure:
      message = "ksf: \(failure.message)"
      status = ExitStatus.usage
    default:
      // The library's own code for wrong usage is 64; ours is documented as 2.
      guard KSF.exitCode(for: error) == .validationFailure else { return nil }
      message = KSF.fullMessage(for: error)
      status = ExitStatus.usage
    }
  }
}
