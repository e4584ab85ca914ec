internal import Output
internal import Threads

extension OutputFolder {
  /// Moves all that was staged into its place, and removes what is left over. The manifest, which is the last, names only files
  /// that are in their places.
  func moveIntoPlace(
    _ files: BuiltFiles, _ index: MadeFile, removing leftOver: [String], _ newFolders: NewFolders
  ) throws -> Changes {
    let moved = files.made.filter { $0.whereabouts == .staged }
    progress.enter(.placing, total: newFolders.roots.count + moved.count)
    var changes = Changes()
    changes.moment = FileStamp.now
    for root in newFolders.roots {
      progress.step()
      try fileSystem.move(staged(folder: root), to: path(root))
    }
    // One after another: on several cores they wait for one another in the system.
    for file in moved {
      progress.step()
      let target = file.entry.path
      try fileSystem.move(staged(target, place: file.place, newFolders), to: path(target))
    }
    changes.written = files.made.count { $0.whereabouts != .inPlace }
    changes.unchanged = files.count - changes.written
    for target in leftOver { try fileSystem.remove(path(target), below: folder) }
    changes.removed = leftOver.count
    if index.whereabouts == .staged {
      let staged = staged(Manifest.path, place: nil, newFolders)
      try fileSystem.move(staged, to: path(Manifest.path))
    }
    try fileSystem.removeFolder(staging)
    progress.enter(.noting)
    changes.files = outputs(files, index)
    return changes
  }

  /// The files as they are in their places now, and then the manifest. There are so many that none is held twice.
  private func outputs(_ files: BuiltFiles, _ index: MadeFile) -> [BuildMemory.Outputs] {
    let parts = files.parts
    return Concurrency.map(count: parts.count + 1, stride: 256) { part in
      guard part < parts.count else { return .new(output(index)) }
      return switch parts[part] {
      case .made(let file): .new(output(files.made[file]))
      case .former(let outputs): .former(outputs)
      }
    }
  }

  /// A file that was touched since it was made has another stamp.
  private func output(_ file: MadeFile) -> BuildMemory.Output {
    var stamp = file.stamp
    if file.whereabouts == .staged {
      // Being moved by itself has set one of its times.
      let now = fileSystem.stamp(of: path(file.entry.path)) ?? .unsettled
      stamp.changed = now.changed
      if now != stamp { stamp = .unsettled }
    }
    return BuildMemory.Output(
      path: file.entry.path, stamp: stamp, digest: file.entry.digest, reading: file.reading,
      links: file.links, details: file.details)
  }
}
