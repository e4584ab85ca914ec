internal import Hypertext
internal import Model
internal import Output
internal import Threads

extension OutputFolder {
  /// What all threads that make files share.
  struct Run {
    /// The paths of what earlier runs wrote; nil if the last one wrote all there is.
    let owned: Set<String>?

    let newFolders: NewFolders

    let former: FormerBuild?

    /// Whether files are left as they are if nothing that they were made from has changed.
    let reuses: Bool

    let links: LinkCheck

    /// The files that others come in the place of.
    let replaced = ReplacedFiles()

    init(owned: Set<String>?, newFolders: NewFolders, former: FormerBuild?, reuses: Bool) {
      (self.owned, self.newFolders) = (owned, newFolders)
      (self.former, self.reuses) = (former, reuses)
      links = LinkCheck(former: reuses ? former?.reader : nil)
    }

    /// Whether an earlier run wrote what stands at the path of a file. `place` is its place in the plan; nil for the manifest.
    func owns(_ path: String, place: Int?) -> Bool {
      guard let place else { return true }
      return owned?.contains(path) ?? (former?.output(of: place) != nil)
    }
  }

  /// A file that was made.
  struct MadeFile {
    /// Its place in the plan; nil for the manifest.
    let place: Int?

    let whereabouts: Whereabouts
    let entry: Manifest.Entry

    /// That of the file in its place, or of the staged one; no file's if that cannot be told.
    let stamp: FileStamp

    let reading: BuildMemory.NotedReading

    var details: BuildMemory.Details?

    /// The hash of its links and anchors; of no meaning if it is no page.
    var links = ContentHash()
  }

  /// Where a file is before all are moved into place.
  enum Whereabouts {
    /// There already, with these contents.
    case inPlace

    /// Staged by itself.
    case staged

    /// Staged in a folder that is moved as a whole.
    case inNewFolder
  }

  /// Where a file is staged. `place` is its place in the plan; nil for the manifest.
  func staged(_ path: String, place: Int?, _ newFolders: NewFolders) -> String {
    guard let place else { return staging + "/manifest" }
    return newFolders.hold(place) ? staged(folder: path) : "\(staging)/\(place)"
  }

  /// Where a new folder is staged, or what goes into it.
  func staged(folder path: String) -> String { stagedFolders + path }

  /// Makes the files of a plan, but for those that stand there as they would come out.
  func make(_ files: [PlannedFile], _ run: Run) throws -> [MadeFile] {
    if run.reuses, let former = run.former {
      let changed = OutputFolder.changed(files, former)
      progress.enter(.making, total: changed.count)
      // One by one: among few files some are large.
      return try Concurrency.map(count: changed.count, stride: 1) { index in
        defer { progress.step() }
        let (place, basis) = changed[index]
        return try make(files[place], place: place, basis: basis, run)
      }
    }
    progress.enter(.making, total: files.count)
    return try Concurrency.map(count: files.count, stride: 4) { place in
      defer { progress.step() }
      return try make(files[place], place: place, basis: files[place].basis, run)
    }
  }

  /// The files that may come out otherwise than they stand there: their places in the plan, and their bases.
  private static func changed(
    _ files: [PlannedFile], _ former: FormerBuild
  ) -> [(place: Int, basis: Digest?)] {
    let share = 64
    return Concurrency.map(count: (files.count + share - 1) / share, stride: 1) { part in
      var changed: [(place: Int, basis: Digest?)] = []
      for place in (part * share)..<min((part + 1) * share, files.count) {
        let basis = files[place].basis
        if !former.isUnchanged(place, basis: basis) { changed.append((place, basis)) }
      }
      return changed
    }.flatMap { $0 }
  }

  /// Makes a file, and stages it if it differs from what is in its place. `place` is its place in the plan.
  func make(
    _ file: PlannedFile, place: Int?, basis: Digest? = nil, _ run: Run
  ) throws -> MadeFile {
    if file.isLarge { return try makeInPieces(file, place: place, run) }
    let (bytes, reading) = Reading.noting { file.bytes() }
    let digest = Digest(of: bytes)
    let entry = Manifest.Entry(path: file.path, size: bytes.count, digest: digest)
    func made(
      _ whereabouts: Whereabouts, _ stamp: FileStamp?, _ links: ContentHash
    ) -> MadeFile {
      MadeFile(
        place: place, whereabouts: whereabouts, entry: entry, stamp: stamp ?? .unsettled,
        reading: .new(reading), details: BuildMemory.Details(basis: basis), links: links)
    }
    let intact = place.flatMap { run.former?.intact($0) }
    if run.reuses, let intact, intact.digest == digest {
      // Its links are right if all others still are.
      run.links.add(path: file.path)
      return made(.inPlace, intact.stamp, intact.links)
    }
    let links = try noteLinks(of: bytes, file.path, insteadOf: intact?.links, run)
    let staged = staged(file.path, place: place, run.newFolders)
    if let place, run.newFolders.hold(place) {
      return made(.inNewFolder, try fileSystem.write(bytes, to: staged), links)
    }
    if let intact {
      if intact.digest == digest { return made(.inPlace, intact.stamp, links) }
    } else {
      let stamp = settledStamp(of: file.path)
      if let existing = try existing(file.path) {
        if areEqual(existing, bytes) { return made(.inPlace, stamp, links) }
        guard run.owns(file.path, place: place) else { throw ForeignFile(path: path(file.path)) }
      }
    }
    return made(.staged, try fileSystem.write(bytes, to: staged), links)
  }

  /// The stamp of a file that is about to be read. One that was changed a moment ago gets a stamp that no file has, since another
  /// change might not be seen.
  func settledStamp(of relative: String) -> FileStamp? {
    let moment = FileStamp.now
    return fileSystem.stamp(of: path(relative)).map {
      $0 == .absent || $0.isSettled(at: moment) ? $0 : .unsettled
    }
  }

  /// Takes out of the check of links what is going to be removed.
  func addLinksLeftOver(_ run: Run) throws {
    for output in run.former?.leftOver ?? [] {
      let path = run.former?.path(of: output) ?? ""
      run.links.remove(path: path)
      if path.hasSuffix(".html"), let bytes = try existing(path) {
        run.links.remove(PageLinks(bytes, path: path))
      }
    }
  }

  /// Notes the address of a file that is made, and the links of a page; tells their hash, which means nothing if the file is no page.
  /// `former` is the hash of those that it had, if the page of the last build is as it was.
  func noteLinks(
    of bytes: [UInt8], _ path: String, insteadOf former: ContentHash?, _ run: Run
  ) throws -> ContentHash {
    guard path.hasSuffix(".html") else {
      run.links.add(path: path)
      return ContentHash()
    }
    let links = PageLinks(bytes, path: path)
    let hash = links.hash
    if !run.reuses {
      run.links.add(links)
    } else if former == hash {
      run.links.addAgain(links)
    } else if former != nil, let old = try existing(path) {
      run.links.add(links, insteadOf: PageLinks(old, path: path))
    } else {
      run.links.add(links)
    }
    return hash
  }

  /// Whether all links are right after some pages were made again.
  func isWhole(_ run: Run, _ files: [PlannedFile], _ kept: [Manifest.Entry]) -> Bool {
    run.links.isWhole { [Manifest.path] + files.map(\.path) + kept.map(\.path) }
  }

  /// Throws `DeadLinks` if a page has a link that leads nowhere.
  func checkLinks(
    _ links: LinkCheck, _ files: [PlannedFile], _ kept: [Manifest.Entry]
  ) throws {
    links.add(path: Manifest.path)
    for entry in kept { links.add(path: entry.path) }
    let dead = links.deadLinks(on: files)
    if !dead.isEmpty { throw DeadLinks(links: dead) }
  }
}

extension PageLinks {
  /// Differs if any of them does.
  fileprivate var hash: ContentHash {
    var hash = ContentHash()
    offered.withUnsafeBytes { hash.add($0) }
    used.withUnsafeBytes { hash.add($0) }
    return hash
  }
}
