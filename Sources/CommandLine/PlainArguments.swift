internal import Diagnostics

/// The arguments of a command as they are mostly written: options in full, each once, with their values behind them.
///
/// The library that reads arguments looks at types at run time and takes two milliseconds, a tenth of the time of a check.
/// So the two commands that run on each save read what is as plain as this by themselves (`CheckRun.init(_:)`,
/// `BuildRun.init(_:)`). Whatever else stands there is left to the library, and so is every message.
struct PlainArguments {
  private var flags: [String] = []
  private var values: [(option: String, value: String)] = []

  /// Nil if there is anything but these flags, and these options with a value each.
  init?(_ arguments: some Sequence<String>, flags knownFlags: [String], options: [String]) {
    var option: String?
    for argument in arguments {
      if let name = option {
        guard !argument.hasPrefix("-") else { return nil }
        values.append((name, argument))
        option = nil
      } else if knownFlags.contains(argument), !flags.contains(argument) {
        flags.append(argument)
      } else if options.contains(argument), value(of: argument) == nil {
        option = argument
      } else {
        return nil
      }
    }
    guard option == nil else { return nil }
  }

  func has(_ flag: String) -> Bool { flags.contains(flag) }

  func value(of option: String) -> String? { values.first { $0.option == option }?.value }
}

extension ProjectSettings {
  static let plainFlags = ["--strict", "--timings"]
  static let plainOptions = ["--project", "--format"]

  /// Nil if a value is not one of those that there are.
  init?(_ arguments: PlainArguments) {
    let format = arguments.value(of: "--format").map { ReportFormat(rawValue: $0) } ?? .human
    guard let format else { return nil }
    self.init(
      project: arguments.value(of: "--project") ?? ".", strict: arguments.has("--strict"),
      format: format, timings: arguments.has("--timings"))
  }
}

extension CheckRun {
  /// Nil if the library has to read the arguments.
  init?(_ arguments: some Sequence<String>) {
    let plain = PlainArguments(
      arguments, flags: ProjectSettings.plainFlags, options: ProjectSettings.plainOptions)
    guard let options = plain.flatMap(ProjectSettings.init) else { return nil }
    self.init(options: options)
  }
}

extension BuildRun {
  /// Nil if the library has to read the arguments.
  init?(_ arguments: some Sequence<String>) {
    let plain = PlainArguments(
      arguments, flags: ProjectSettings.plainFlags + ["--no-cache"],
      options: ProjectSettings.plainOptions + ["--output"])
    guard let plain, let options = ProjectSettings(plain) else { return nil }
    self.init(
      options: options, output: plain.value(of: "--output"), noCache: plain.has("--no-cache"))
  }
}
