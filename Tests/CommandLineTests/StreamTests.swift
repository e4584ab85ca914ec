import Diagnostics
import Disk
import Glibc
import Testing

@testable import CommandLine
@testable import Threads

/// A file that stands for a stream.
private final class Stream {
  private let file: UnsafeMutablePointer<FILE>
  var descriptor: Int32 { fileno(file) }

  init() throws {
    file = try #require(tmpfile())
  }

  deinit { fclose(file) }

  /// What was written to it.
  var text: String {
    var bytes = [UInt8](repeating: 0, count: Int(lseek(descriptor, 0, SEEK_END)))
    let count = pread(descriptor, &bytes, bytes.count, 0)
    return String(decoding: bytes.prefix(count), as: UTF8.self)
  }
}

@Suite struct `What a run writes` {
  private let output: Stream
  private let errors: Stream

  init() throws {
    output = try Stream()
    errors = try Stream()
  }

  private func terminal(_ format: ReportFormat = .human) -> Terminal {
    Terminal(format: format, output: output.descriptor, errors: errors.descriptor)
  }

  @Test func `goes to standard output for people`() throws {
    try terminal().say("all is well")
    #expect(output.text == "all is well\n")
    #expect(errors.text == "")
  }

  @Test(arguments: ReportFormat.allCases.filter { $0 != .human })
  func `goes to standard error beside a report for programs`(format: ReportFormat) throws {
    try terminal(format).say("all is well")
    #expect(output.text == "")
    #expect(errors.text == "all is well\n")
  }

  @Test func `is delivered to the last byte, as it is`() throws {
    let bytes = (0..<300_000).map { UInt8(ascii: "a") + UInt8($0 % 26) }
    try terminal().deliver(asTheyAre: bytes)
    try terminal().deliver(asTheyAre: [0x1B, 0x0A])
    #expect(Array(output.text.utf8) == bytes + [0x1B, 0x0A])
  }

  @Test func `holds no command that a terminal would obey`() throws {
    let hostile = "\u{1B}[31mred\u{1B}]0;title\u{7}\r\u{9B}2J\u{202E}esrever\tend"
    let harmless = "␛[31mred␛]0;title␇␍�2J�esrever\tend"
    terminal().complain(hostile)
    #expect(errors.text == harmless)
    try terminal().say(hostile)
    try terminal().deliver(text: hostile)
    #expect(output.text == harmless + "\n" + harmless)
  }

  @Test func `may hold colours of our own`() {
    terminal().complain(commanding: "\u{1B}[31mred\u{1B}[0m")
    #expect(errors.text == "\u{1B}[31mred\u{1B}[0m")
  }

  @Test func `has no colour where no person looks`() {
    #expect(!terminal().usesColour)
  }

  @Test func `is told of where the disk is full`() {
    let full = open("/dev/full", O_WRONLY)
    defer { close(full) }
    let terminal = Terminal(output: full, errors: errors.descriptor)
    #expect(throws: MachineFailure.self) { try terminal.deliver(asTheyAre: [1]) }
    #expect(throws: MachineFailure.self) { try terminal.say("x") }
  }
}

@Suite struct `The line of progress` {
  private func text(_ phase: Progress.Phase, _ done: Int, _ total: Int, _ elapsed: Double) -> String
  {
    ProgressLine.text(
      Progress.Status(phase: phase, total: total, done: done, elapsed: elapsed, processor: 0))
  }

  @Test func `says what is done, how much of it and how fast`() {
    let phase = Progress.Phase.reading
    #expect(text(phase, 0, 0, 2) == phase.rawValue)
    #expect(text(phase, 0, 10, 2) == "\(phase.rawValue): 0 of 10")
    #expect(text(phase, 5, 10, 2) == "\(phase.rawValue): 5 of 10 (2 a second)")
    #expect(text(phase, 5, 0, 2) == "\(phase.rawValue) (2 a second)")
    #expect(text(phase, 5, 10, 0) == "\(phase.rawValue): 5 of 10")
  }
}
