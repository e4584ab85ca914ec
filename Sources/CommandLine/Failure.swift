internal import ArgumentParser
internal import Disk

/// The reason why a run ends early: its message and the exit status.
struct Failure {
  let message: String
  let status: ExitCode

  /// Nil if the argument parser prints the end itself, such as help, or if it was reported already.
  init?(_ error: any Error) {
    switch error {
    case let failure as MachineFailure:
      message = "ksf: \(failure.message)"
      status = ExitStatus.machine
    case let failure as any UsageFailure:
      message = "ksf: \(failure.message)"
      status = ExitStatus.usage
    case is ExitCode, is CleanExit: return nil
    default:
      // The library's own code for wrong usage is 64; ours is documented as 2.
      let code = KSF.exitCode(for: error)
      guard code != .success else { return nil }
      message = KSF.fullMessage(for: error)
      status = code == .validationFailure ? ExitStatus.usage : ExitStatus.machine
    }
  }
}
