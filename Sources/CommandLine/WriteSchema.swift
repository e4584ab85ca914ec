internal import ArgumentParser
internal import Compilation
internal import Diagnostics
internal import Disk
internal import Output
internal import Project
internal import Session

/// `ksf schema`.
struct WriteSchema: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Writes the schema by which an editor helps while you type.",
    discussion: """
      It is the JSON Schema of the files in framework/ and seeds/. It offers each key with its explanation, and the ids \
      of this project. Run it again when there are new ids. It is written also while the framework has errors.

      A file is helped with if its first line names the schema:
        # yaml-language-server: $schema=../\(EditorSchema.path)

      EXAMPLES
        ksf schema                      writes \(EditorSchema.path)
        ksf schema --output -           writes to standard output
      """)

  @OptionGroup var project: ProjectFolder

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Another file to write; - is standard output.", valueName: "file"),
    completion: .file())
  var output: String?

  mutating func run() throws {
    let project = project.folder
    let snapshot = try project.check()
    let schema = snapshot.languageSchema()
    let terminal = Terminal()
    guard output != "-" else { return try terminal.deliver(schema, as: .json) }
    let path = output ?? project.own(EditorSchema.path)
    try EditorSchema.write(schema, to: path, on: project.fileSystem)
    try terminal.say("\(path): what your editor offers in the files that name it")
    let count = snapshot.diagnostics.errorCount
    guard count > 0 else { return }
    terminal.complain(
      "The framework has \(count) \(count == 1 ? "error" : "errors"): see `ksf check`. The schema has the ids that can be read.\n"
    )
  }
}

/// The file in a project that editors read.
enum EditorSchema {
  static let path = "ksf.schema.json"

  /// Writes the schema, but only over an earlier one.
  static func write(_ schema: [UInt8], to path: String, on disk: any FileSystem) throws {
    if disk.isThere(path), try !isSchema(disk.read(path) ?? []) { throw NoSchema(path: path) }
    try disk.replace([(path, schema)])
  }

  /// Whether a file begins as every schema of ours does.
  private static func isSchema(_ bytes: [UInt8]) -> Bool {
    bytes.isEmpty
      || String(decoding: bytes.prefix(400), as: UTF8.self).contains(":schemas:draft-07:language")
      || String(decoding: bytes.prefix(400), as: UTF8.self).contains("language.schema.json")
  }
}

/// A file that is not ours, where the schema would stand.
struct NoSchema: UsageFailure {
  let path: String

  var message: String {
    """
    there is a file "\(path)" already, and it is no schema of ksf; nothing was written
    Name another with --output, or move the file away.
    """
  }
}
