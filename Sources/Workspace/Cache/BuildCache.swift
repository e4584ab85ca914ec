internal import Glibc
internal import Output

/// Where ksf remembers its last builds, one file for each output folder: `ksf` in the user's own folder for caches
/// (XDG Base Directory Specification).
///
/// What is remembered is looked at only if it is whole, and was written by this very program for the same command.
/// It may be deleted at any time.
package struct BuildCache: Sendable {
  /// How many output folders are remembered. The one that was built longest ago is forgotten first.
  static let mostFolders = 32

  let folder: String
  private let name: String
  let key: [UInt8]

  /// The output folder, as the command names it.
  private let output: String

  /// `settings` are all that the command says, as far as it matters to what is written and shown. Nil if there is no place to
  /// remember anything.
  package init?(_ project: Project, output: String, settings: [String]) {
    guard let folder = BuildCache.userFolder, let current = PosixFileSystem().resolve(".") else {
      return nil
    }
    let program = FileStamp(of: "/proc/self/exe")
    guard program != .absent else { return nil }
    self.folder = folder
    self.output = output
    let place = [current, project.folder, output]
    name = String(Digest(of: Array(place.joined(separator: "\0").utf8)).hexadecimal.prefix(32))
    let parts = [program.text, project.repositoryPrefix] + place + settings
    key = Array(parts.joined(separator: "\0").utf8)
  }

  private static var userFolder: String? {
    func folder(_ name: String) -> String? {
      getenv(name).map { String(cString: $0) }.flatMap { $0.hasPrefix("/") ? $0 : nil }
    }
    if let caches = folder("XDG_CACHE_HOME") { return caches + "/ksf" }
    // A home that is not there is not made.
    guard let home = folder("HOME"), FileStamp(of: home) != .absent else { return nil }
    return home + "/.cache/ksf"
  }

  var path: String { folder + "/" + name }

  /// Sources are kept in a file of their own, since a build with nothing to do has no need of them.
  func sourcePath(of memory: String) -> String { memory + "-sources" }

  /// Knows the sources that the last build kept, and keeps those of the next.
  func sourceKeeper() -> SourceKeeper {
    SourceKeeper(sourcePath(of: path), in: folder, key: key)
  }

  /// What is remembered of the last build; nil if that is nothing, or not this command's.
  package func recall() -> Recollection? {
    guard let bytes = try? PosixFileSystem().read(path), let reader = MemoryReader(bytes),
      reader.key.elementsEqual(key)
    else { return nil }
    return Recollection(reader: reader, folder: output)
  }

  /// Remembers a build that went well. Nothing is remembered if the disk is full: that is no failure of the build.
  package func remember(
    _ changes: OutputFolder.Changes, of plan: BuildPlan, inputs: RecordedInputs,
    shown: (output: [UInt8], errors: [UInt8]),
    headline: String
  ) {
    let memory = BuildMemory(
      key: key, output: shown.output, errors: shown.errors, headline: headline,
      moment: changes.moment, inputs: inputs.witness.inputs, print: plan.print,
      reading: plan.reading, links: changes.links, outputs: changes.files,
      former: changes.former)
    let disk = PosixFileSystem()
    let isKept = keep(disk) { give in
      withoutActuallyEscaping(give) { memory.write($0) }
    }
    if isKept { try? forgetOldest(disk) }
  }

  /// Remembers at which moment all files of the last build were found as they should be, if some of them had to be read for
  /// that: the next build need not read them again.
  package func confirm(_ last: Recollection, _ look: Recollection.Look) {
    guard case .currentSince(let moment) = look else { return }
    keep(PosixFileSystem()) { give in give(last.reader.bytes(moment: moment)) }
  }

  /// Tells whether it could be kept.
  @discardableResult
  private func keep(
    _ disk: PosixFileSystem, _ pieces: (_ give: ([UInt8]) -> Void) -> Void
  ) -> Bool {
    let temporary = "\(folder)/.\(name)-new"
    do {
      try disk.write(to: temporary, pieces: pieces)
      restrict(temporary)
      try disk.move(temporary, to: path)
      return true
    } catch {
      try? disk.remove(temporary, below: folder)
      return false
    }
  }

  /// Only the user may read what is remembered: it tells what the framework's problems are.
  func restrict(_ path: String) { chmod(path, 0o600) }

  private func forgetOldest(_ disk: PosixFileSystem) throws(MachineFailure) {
    let names = (try disk.files(below: folder) ?? []).filter {
      $0.utf8.count == 32 && $0.utf8.allSatisfy { $0 < 0x80 && $0 != UInt8(ascii: "/") }
    }
    guard names.count > BuildCache.mostFolders else { return }
    let byAge = names.map { ($0, FileStamp(of: "\(folder)/\($0)").modified) }.sorted {
      $0.1 < $1.1
    }
    for (name, _) in byAge.prefix(names.count - BuildCache.mostFolders) {
      try disk.remove("\(folder)/\(name)", below: folder)
      for words in Words.allCases {
        try disk.remove(wordPath(words, of: "\(folder)/\(name)"), below: folder)
      }
      try disk.remove(sourcePath(of: "\(folder)/\(name)"), below: folder)
    }
  }
}

/// The files and folders that a project was read from, each as it was before it was read.
package struct RecordedInputs: Sendable {
  let witness = InputWitness()

  package init() {}
}

extension Project {
  /// A project on this machine's disk, all of whose files are noted as they are read.
  package init(folder: String, recording inputs: RecordedInputs, progress: Progress) {
    self.init(
      folder: folder, fileSystem: PosixFileSystem(witness: inputs.witness), progress: progress)
  }
}
