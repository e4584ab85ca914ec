internal import Model
internal import Output

extension OutputFolder {
  /// Makes the manifest of all entries.
  func makeManifest(
    _ entries: [Manifest.Entry], _ identity: Identity, _ run: Run
  ) throws -> MadeFile {
    let manifest = Manifest(entries)
    let file = PlannedFile(path: Manifest.path) { manifest.bytes(identity) }
    return try make(file, place: nil, run)
  }

  /// Makes the manifest of that which the last build left, in which other files than those that were made stand as they are.
  func editManifest(
    _ files: BuiltFiles, removing leftOver: [String], _ identity: Identity, _ run: Run
  ) throws -> MadeFile {
    guard let former = run.former else { return try makeManifest(files.entries, identity, run) }
    let isSame =
      leftOver.isEmpty
      && files.made.allSatisfy {
        $0.whereabouts == .inPlace && $0.place.flatMap(former.output) != nil
      }
    if isSame {
      // Where nothing is written, nothing is staged, which would touch the folder.
      let (digest, stamp) = former.manifest
      let entry = Manifest.Entry(path: Manifest.path, size: Int(stamp.size), digest: digest)
      return MadeFile(
        place: nil, whereabouts: .inPlace, entry: entry, stamp: stamp, reading: .new(Reading()))
    }
    guard let old = try existing(Manifest.path),
      old.count == former.manifest.stamp.size,
      let edit = ManifestEdit(
        old, adding: files.made.map(\.entry), removing: leftOver, identity)
    else { return try makeManifest(files.entries, identity, run) }
    var digester = Digester()
    let stamp = try fileSystem.write(to: staged(Manifest.path, place: nil, run.newFolders)) {
      give in
      edit.forEachPiece { piece in
        digester.add(piece)
        give(piece)
      }
    }
    let entry = Manifest.Entry(
      path: Manifest.path, size: digester.count, digest: digester.digest())
    return MadeFile(
      place: nil, whereabouts: .staged, entry: entry, stamp: stamp ?? .unsettled,
      reading: .new(Reading()))
  }
}
