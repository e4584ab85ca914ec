internal import Output
internal import Threads

extension OutputFolder {
  /// The manifest, which is the last, names only files that are in their places. `old` is nil if nothing is left over.
  func moveIntoPlace(
    _ made: [MadeFile], _ index: MadeFile, _ manifest: Manifest, insteadOf old: Manifest?,
    _ newFolders: NewFolders
  ) throws -> Changes {
    let moved = made.indices.filter { made[$0].whereabouts == .staged }
    progress.enter(.placing, total: newFolders.roots.count + moved.count)
    var changes = Changes()
    changes.moment = FileStamp.now
    for root in newFolders.roots {
      progress.step()
      try fileSystem.move(staged(folder: root), to: path(root))
    }
    // One after another: on several cores they wait for one another in the system.
    for index in moved {
      progress.step()
      let target = made[index].entry.path
      try fileSystem.move(staged(target, place: index, newFolders), to: path(target))
    }
    changes.unchanged = made.count { $0.whereabouts == .inPlace }
    changes.written = made.count - changes.unchanged
    if let old {
      let names = Set(manifest.entries.map(\.path))
      for entry in old.entries where !names.contains(entry.path) {
        try fileSystem.remove(path(entry.path), below: folder)
        changes.removed += 1
      }
    }
    if index.whereabouts == .staged {
      let staged = staged(Manifest.path, place: nil, newFolders)
      try fileSystem.move(staged, to: path(Manifest.path))
    }
    try fileSystem.removeFolder(staging)
    progress.enter(.noting)
    changes.files = outputs(made, index)
    return changes
  }

  /// The files as they are in their places now. One that was touched since it was made has another stamp.
  private func outputs(_ made: [MadeFile], _ index: MadeFile) -> [BuildMemory.Output] {
    Concurrency.map(count: made.count + 1, stride: 256) { number in
      let file = number < made.count ? made[number] : index
      var stamp = file.stamp ?? .unsettled
      if file.whereabouts == .staged {
        // Being moved by itself has set one of its times.
        let now = fileSystem.stamp(of: path(file.entry.path)) ?? .unsettled
        stamp.changed = now.changed
        if now != stamp { stamp = .unsettled }
      }
      return BuildMemory.Output(
        path: file.entry.path, stamp: stamp, digest: file.entry.digest, reading: file.reading,
        basis: file.basis, pieces: file.pieces)
    }
  }
}
