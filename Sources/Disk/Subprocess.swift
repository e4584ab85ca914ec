internal import Glibc

/// A program that is run, given some input, and waited for.
package struct Subprocess {
  /// What came of it.
  package struct Outcome {
    /// Its exit status; 128 and the signal's number if a signal ended it.
    package let status: Int32
    package let output: [UInt8]
    package let errors: [UInt8]

    package var isSuccess: Bool { status == 0 }

    /// All that it wrote to standard error, without the last line's end.
    package var allErrors: String {
      String(
        decoding: errors.last == UInt8(ascii: "\n") ? errors.dropLast() : errors[...], as: UTF8.self
      )
    }

    /// The first line that it wrote to standard error.
    package var firstError: String {
      let line = errors.split(separator: UInt8(ascii: "\n"), maxSplits: 1).first ?? []
      return String(decoding: line, as: UTF8.self)
    }
  }

  /// Finds a program in the folders of `PATH`. Nil if none has it.
  package static func find(_ name: String) -> String? {
    let path = getenv("PATH").map { String(cString: $0) } ?? ""
    return path.split(separator: ":").map { "\($0)/\(name)" }.first { access($0, X_OK) == 0 }
  }

  /// Runs a program with the environment of this one, apart from what leads Git to another repository. Throws if it cannot be started.
  package static func run(
    _ program: String, _ arguments: [String], input: [UInt8] = []
  ) throws(MachineFailure) -> Outcome {
    var process = try Process(program, arguments)
    let (output, errors) = process.exchange(input)
    return Outcome(status: process.wait(), output: output, errors: errors)
  }
}

/// A running program and the ends of its three pipes.
private struct Process {
  private let identifier: pid_t
  private var input: Int32
  private var output: Int32
  private var errors: Int32

  init(_ program: String, _ arguments: [String]) throws(MachineFailure) {
    var pipes: [(read: Int32, write: Int32)] = []
    for _ in 0..<3 {
      var ends: [Int32] = [0, 0]
      guard pipe(&ends) == 0 else {
        throw MachineFailure(
          action: "run", path: program, reason: String(cString: strerror(errno)))
      }
      // Not the child's, but for those that it gets as its three streams.
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      pipes.append((ends[0], ends[1]))
    }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawn_file_actions_adddup2(&actions, pipes[0].read, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, pipes[1].write, STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, pipes[2].write, STDERR_FILENO)
    var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) }
    words.append(nil)
    var child = pid_t()
    var environment = Process.environment
    environment.append(nil)
    let status = posix_spawn(&child, program, &actions, nil, words, environment)
    posix_spawn_file_actions_destroy(&actions)
    for word in words { free(word) }
    for end in [pipes[0].read, pipes[1].write, pipes[2].write] { close(end) }
    (identifier, input, output, errors) = (child, pipes[0].write, pipes[1].read, pipes[2].read)
    guard status == 0 else {
      for end in [input, output, errors] { close(end) }
      throw MachineFailure(action: "run", path: program, reason: String(cString: strerror(status)))
    }
  }

  /// The variables of this process. A hook of Git sets some by which Git would take any folder for the hook's own repository
  /// (`git rev-parse --local-env-vars`). Its configuration stays, since it may say which folders are safe.
  private static var environment: [UnsafeMutablePointer<CChar>?] {
    let misleading = [
      "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY",
      "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_PREFIX", "GIT_NAMESPACE", "GIT_GRAFT_FILE",
      "GIT_SHALLOW_FILE", "GIT_NO_REPLACE_OBJECTS", "GIT_REPLACE_REF_BASE",
      "GIT_IMPLICIT_WORK_TREE",
    ]
    var kept: [UnsafeMutablePointer<CChar>?] = []
    var next = environ
    while let variable = next.pointee {
      if !misleading.contains(where: { strncmp(variable, $0 + "=", $0.utf8.count + 1) == 0 }) {
        kept.append(variable)
      }
      next += 1
    }
    return kept
  }

  /// Writes the input and reads what comes back, whichever is ready, so that neither side waits for the other for ever.
  mutating func exchange(_ bytes: [UInt8]) -> (output: [UInt8], errors: [UInt8]) {
    signal(SIGPIPE, SIG_IGN)
    _ = fcntl(input, F_SETFL, O_NONBLOCK)
    var (written, received, complaints): (Int, [UInt8], [UInt8]) = (0, [], [])
    closeInput(ifDone: bytes.isEmpty)
    while output >= 0 || errors >= 0 {
      var ends = [
        pollfd(fd: output, events: Int16(POLLIN), revents: 0),
        pollfd(fd: errors, events: Int16(POLLIN), revents: 0),
        pollfd(fd: input, events: Int16(POLLOUT), revents: 0),
      ]
      guard poll(&ends, 3, -1) >= 0 || errno == EINTR else { break }
      if ends[0].revents != 0 { Process.read(&output, into: &received) }
      if ends[1].revents != 0 { Process.read(&errors, into: &complaints) }
      if ends[2].revents != 0 {
        let count = bytes[written...].withUnsafeBytes { write(input, $0.baseAddress, $0.count) }
        if count > 0 { written += count }
        closeInput(ifDone: written == bytes.count || count < 0 && errno != EAGAIN && errno != EINTR)
      }
    }
    closeInput(ifDone: true)
    return (received, complaints)
  }

  private mutating func closeInput(ifDone isDone: Bool) {
    guard isDone, input >= 0 else { return }
    close(input)
    // `poll` passes over a descriptor below zero.
    input = -1
  }

  private static func read(_ end: inout Int32, into bytes: inout [UInt8]) {
    var chunk = [UInt8](repeating: 0, count: 64 << 10)
    let count = Glibc.read(end, &chunk, chunk.count)
    if count < 0, errno == EINTR { return }
    if count > 0 {
      bytes.append(contentsOf: chunk[..<count])
    } else {
      close(end)
      end = -1
    }
  }

  func wait() -> Int32 {
    var status: Int32 = 0
    while waitpid(identifier, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
  }
}
