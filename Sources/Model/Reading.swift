internal import Glibc

/// Which statements' texts were read while something was made, so that it need not be made again while these stay the same.
///
/// The texts of a statement can only be had through properties that note the reading (`Statement.text` and so on), on the
/// thread that is noting at that moment. So nothing can be forgotten where a page is written; what is worked out once for
/// many pages has to note it again, by `Statement.noteReading()` or `Reading.noteAll()`.
package struct Reading: Equatable, Sendable {
  /// The numbers of the statements, in ascending order, each once.
  package var statements: [Int32] = []

  /// Whether all have to be taken as read.
  package var isOfAll = false

  /// The numbers of the source files of which counts on which lines things stand; likewise.
  package var files: [Int32] = []

  package init() {}

  /// Calls a function and tells what it read on this thread.
  package static func noting<Result>(
    _ body: () throws -> Result
  ) rethrows -> (result: Result, reading: Reading) {
    var notes = ReadingNotes()
    let result = try withUnsafeMutablePointer(to: &notes) { notes in
      let outer = pthread_getspecific(key)
      pthread_setspecific(key, notes)
      defer { pthread_setspecific(key, outer) }
      return try body()
    }
    return (result, notes.reading)
  }

  /// Calls a function whose readings do not count, since what comes of it is compared in another way.
  package static func unnoted<Result>(_ body: () throws -> Result) rethrows -> Result {
    let outer = pthread_getspecific(key)
    pthread_setspecific(key, nil)
    defer { pthread_setspecific(key, outer) }
    return try body()
  }

  /// Takes all statements as read.
  package static func noteAll() { current?.pointee.isOfAll = true }

  /// Takes as read what was read for something that is used now.
  package static func note(_ reading: Reading) {
    guard let current else { return }
    if reading.isOfAll { current.pointee.isOfAll = true }
    for statement in reading.statements { current.pointee.add(statement: statement) }
    for file in reading.files { current.pointee.add(file: file) }
  }

  /// Takes as read on which lines of a source file things stand.
  package static func note(linesOf file: Int) { current?.pointee.add(file: Int32(file)) }

  /// Takes the texts of a statement as read.
  package static func note(statement: Int32) { current?.pointee.add(statement: statement) }

  /// What is noted on this thread; nil if nothing is. In memory of the function that notes, since a page reads a hundred texts
  /// and each reading would count references to an object.
  private static var current: UnsafeMutablePointer<ReadingNotes>? {
    pthread_getspecific(key)?.assumingMemoryBound(to: ReadingNotes.self)
  }

  /// Where each thread keeps what notes its readings.
  private static let key: pthread_key_t = {
    var key = pthread_key_t()
    let status = pthread_key_create(&key, nil)
    precondition(status == 0, "there are no keys for threads left")
    return key
  }()
}

/// What is read while one thing is made.
private struct ReadingNotes {
  var isOfAll = false
  private var statements: [Int32] = []
  private var files: [Int32] = []

  /// Several texts of one statement are read one after another, and so are several things of a file.
  private var lastStatement = Int32.min
  private var lastFile = Int32.min

  mutating func add(statement: Int32) {
    guard statement != lastStatement else { return }
    lastStatement = statement
    statements.append(statement)
  }

  mutating func add(file: Int32) {
    guard file != lastFile else { return }
    lastFile = file
    files.append(file)
  }

  var reading: Reading {
    var reading = Reading()
    reading.isOfAll = isOfAll || statements.contains { $0 < 0 }
    reading.statements = isOfAll ? [] : ReadingNotes.each(of: statements)
    reading.files = ReadingNotes.each(of: files)
    return reading
  }

  /// The numbers in ascending order, each once.
  private static func each(of numbers: [Int32]) -> [Int32] {
    let sorted = numbers.sorted()
    var (count, last) = (0, Int32?.none)
    for number in sorted where number != last { (count, last) = (count + 1, number) }
    // With no room to spare: there is one such list for each of tens of thousands of files.
    return [Int32](unsafeUninitializedCapacity: count) { room, filled in
      for number in sorted where filled == 0 || number != room[filled - 1] {
        room.initializeElement(at: filled, to: number)
        filled += 1
      }
    }
  }
}
