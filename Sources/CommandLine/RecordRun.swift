internal import Compilation
internal import Diagnostics
internal import Disk
internal import Model
internal import Output
internal import Portfolios
internal import Records
internal import Threads

/// Reads and checks records and portfolios in batches.
///
/// Only one batch is in memory at a time, so that ten thousand files take no more than a few.
struct RecordRun: Sendable {
  private let catalogue: Catalogue
  private let shapes: RecordShapes
  private let fileSystem: any FileSystem
  private let day: Day

  /// The number of files that are read and checked at once.
  private static let batch = 64

  /// Nil if the project has an error, since its records are then undefined.
  ///
  /// `migrations` are the maps of ids from earlier editions.
  init?(
    _ snapshot: Snapshot, on day: Day, migrations: [MigrationMap] = [],
    fileSystem: any FileSystem = PosixFileSystem()
  ) {
    guard let framework = snapshot.framework else { return nil }
    catalogue = Catalogue(framework, migrations: migrations)
    shapes = RecordShapes(framework)
    self.fileSystem = fileSystem
    self.day = day
  }

  /// The named files. A folder stands for its files with known endings, sorted.
  func files(_ names: [String]) throws -> [String] {
    try names.flatMap { name -> [String] in
      guard let inside = try fileSystem.files(below: name) else { return [name] }
      let endings = [".json", ".yaml", ".yml"]
      let read = inside.filter { path in endings.contains { path.hasSuffix($0) } }
      guard !read.isEmpty else {
        let others = inside.filter { path in
          endings.contains { path.lowercased().contains($0) }
        }
        throw NothingToRead(folder: name, others: others.map { "\(name)/\($0)" })
      }
      return read.map { "\(name)/\($0)" }
    }
  }

  /// Checks files, and passes each to `body` in order. Its diagnostics have the file id from `identify`.
  func check(
    _ paths: [String], identify: (Int) -> FileID, _ body: (CheckedDocument) throws -> Void
  ) throws {
    for start in stride(from: 0, to: paths.count, by: RecordRun.batch) {
      let ids = (start..<min(start + RecordRun.batch, paths.count)).map { ($0, identify($0)) }
      let results = Concurrency.map(count: ids.count, stride: 8) { [self] index in
        Result { try check(paths[ids[index].0], ids[index].1) }
      }
      for result in results { try body(result.get()) }
    }
  }

  private func check(_ path: String, _ id: FileID) throws -> CheckedDocument {
    guard let bytes = try fileSystem.read(path) else { throw NoSuchRecord(path: path) }
    return catalogue.check(SourceFile(id: id, path: path, bytes: bytes), on: day)
  }

  /// The report for one person.
  func report(_ portfolio: Portfolio, with loose: [LooseRecord]) -> String {
    PortfolioReport(portfolio, with: loose, on: day, catalogue).text
  }
}

extension Snapshot {
  /// An empty portfolio or record, by its name. Nil if there is no such record or the project has an error.
  func blankRecord(_ kind: String, asJSON: Bool) -> String? {
    guard let framework else { return nil }
    let shapes = RecordShapes(framework)
    let form = framework.contents.forms.entries.first { $0.element.id == kind }
    guard kind == "portfolio" || form != nil else { return nil }
    let object = form.map { shapes.document($0.ref) } ?? shapes.portfolio
    if asJSON { return String(decoding: object.blankJSON.json, as: UTF8.self) }
    let name = form.map { "records/\($0.element.id)" } ?? "portfolio"
    let identity = framework.contents.identity
    let schema = identity.base.map { "\($0)\(identity.edition)/schemas/\(name).schema.json" }
    return shapes.blankYAML(object, schema: schema)
  }

  /// The names that `blankRecord` accepts, portfolio first.
  var recordKinds: [String] {
    ["portfolio"] + (framework?.contents.forms.elements.map(\.id) ?? [])
  }
}

/// A named file that does not exist.
struct NoSuchRecord: UsageFailure {
  let path: String
  var message: String { "there is no file \"\(path)\"" }
}

/// A folder that was named and has no file that is read.
struct NothingToRead: UsageFailure {
  let folder: String

  /// The files in it whose names nearly have the right ending.
  let others: [String]

  var message: String {
    (["there is no record or portfolio in \"\(folder)\""]
      + others.prefix(20).map {
        "\($0) is not read: its name does not end in .yaml, .yml or .json"
      }).joined(separator: "\n")
  }
}
