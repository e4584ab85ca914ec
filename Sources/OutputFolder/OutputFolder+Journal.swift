internal import Disk
internal import Output
internal import Threads

extension OutputFolder {
  private var journalPath: String { staging + "/" + Journal.name }

  /// Writes a journal, if there is anything to do. From here on, what was begun is finished by whatever run comes next.
  func note(_ journal: Journal) throws {
    guard !journal.isEmpty else { return }
    try refuseUnchangeable(journal)
    for move in journal.moves where move.path == Manifest.path {
      try fileSystem.sync(staging + "/" + move.staged)
    }
    let temporary = journalPath + "-new"
    try fileSystem.write(journal.bytes, to: temporary)
    try fileSystem.sync(temporary)
    try fileSystem.move(temporary, to: journalPath)
    try fileSystem.sync(journalPath)
  }

  /// Throws if permissions would stop the build half-way.
  private func refuseUnchangeable(_ journal: Journal) throws(MachineFailure) {
    var seen: Set<Substring> = []
    let paths = journal.folders + journal.moves.map(\.path) + journal.removals.map(\.path)
    for path in paths where seen.insert(path[...].parentFolder).inserted {
      guard fileSystem.canChange(self.path(String(path[...].parentFolder))) else {
        throw MachineFailure(
          action: "write", path: self.path(path),
          reason: "The permissions of its folder do not allow it")
      }
    }
  }

  /// Does what a journal says, and removes the staging folder with it.
  func carryOut(_ journal: Journal) throws {
    for removal in journal.removals {
      try fileSystem.remove(path(removal.path), below: folder)
    }
    for root in journal.folders {
      progress.step()
      try fileSystem.move(StagedFiles.newFolder(root, in: staging), to: path(root))
    }
    // One after another: on several cores they wait for one another in the system.
    for move in journal.moves {
      progress.step()
      try fileSystem.move(staging + "/" + move.staged, to: path(move.path))
    }
    try fileSystem.removeFolder(staging)
  }

  /// Finishes what an interrupted build had begun, or removes what it had only prepared. True if something was finished.
  ///
  /// Throws `EditedFiles` if somebody has changed files since that are to be replaced.
  @discardableResult package func finishInterrupted() throws -> Bool {
    try refuseLink(OutputFolder.stagingName)
    guard let journal = try fileSystem.read(journalPath).flatMap(Journal.init(reading:)) else {
      try fileSystem.removeFolder(staging)
      return false
    }
    let rest = try whatIsLeft(of: journal)
    try refuseUnchangeable(rest)
    try carryOut(rest)
    return !rest.isEmpty
  }

  /// The part of a journal that is not done yet. Its new folders have become single files.
  private func whatIsLeft(of journal: Journal) throws -> Journal {
    let moves = try journal.folders.flatMap(filesToMove) + journal.moves
    try refuseLinks(above: moves.map(\.path) + journal.removals.map(\.path))
    var rest = Journal()
    var edited: [String] = []
    for move in moves {
      let existing = try existingDigest(move.path)
      guard existing != move.digest else { continue }
      if existing != nil, existing != move.replaced, !replacesEdited { edited.append(move.path) }
      let staged = staging + "/" + move.staged
      if !fileSystem.isLink(staged), try fileSystem.digest(of: staged) == move.digest {
        rest.moves.append(move)
      } else if let existing {
        // The new file went with a loss of power. Without the old one the next build knows that it has to be made.
        rest.removals.append(Journal.Removal(path: move.path, digest: existing))
      }
    }
    for removal in journal.removals {
      guard let existing = try existingDigest(removal.path) else { continue }
      if existing != removal.digest, !replacesEdited { edited.append(removal.path) }
      rest.removals.append(removal)
    }
    guard edited.isEmpty else { throw EditedFiles(paths: edited.sorted().map(path)) }
    return rest
  }

  /// The files of a new folder that has not been moved.
  private func filesToMove(_ root: String) throws -> [Journal.Move] {
    let staged = StagedFiles.newFolder(root, in: OutputFolder.stagingName)
    return try (fileSystem.files(below: path(staged)) ?? []).compactMap { name in
      let name = root + "/" + name
      let place = StagedFiles.newFolder(name, in: "")
      guard let digest = try existingDigest(OutputFolder.stagingName + place) else { return nil }
      return Journal.Move(
        path: name, staged: String(place.dropFirst()), digest: digest, replaced: nil)
    }
  }
}
