internal import Output
internal import Search

/// Which places of the output more than one file wants, as an asset of the project's own and a page can.
enum ContestedPlaces {
  /// The first of them; nil if there is none.
  static func first(of files: [PlannedFile]) -> String? {
    PathHashes.mayMeet(files) ? firstInFull(of: files) : nil
  }

  /// The same by the paths themselves.
  static func firstInFull(of files: [PlannedFile]) -> String? {
    var paths = WordTable()
    var folders: Set<Substring> = []
    for file in files {
      let count = paths.count
      guard file.path.withBytes({ paths.number(of: $0) }) == count else { return file.path }
      folders.insert(file.path[...].parentFolder)
    }
    var contested: [String] = []
    for folder in folders {
      var folder = folder
      while !folder.isEmpty {
        let (count, name) = (paths.count, String(folder))
        let number = name.withBytes { paths.number(of: $0) }
        if number < files.count { contested.append(name) }
        // One that is known has been looked at with all folders above it.
        if paths.count == count { break }
        folder = folder.parentFolder
      }
    }
    return contested.min()
  }
}

/// Hashes of paths. Of tens of thousands nearly never two are the same, so that no path has to be looked at again.
private struct PathHashes {
  /// At the place that the hash names or behind it; zero for an empty place.
  private var places: [UInt64]

  private init(reserving count: Int) {
    var size = 64
    while size < 2 * count { size *= 2 }
    places = Array(repeating: 0, count: size)
  }

  /// Whether two files may have one path, or one the path of a folder that another is in. If not, none have.
  static func mayMeet(_ files: [PlannedFile]) -> Bool {
    var hashes = PathHashes(reserving: files.count)
    var folders: [[UInt8]] = []
    for file in files {
      let isNew = file.path.withBytes { path in
        let length = path.lastIndex(of: UInt8(ascii: "/")) ?? 0
        // Nearly all files stand in the same folder as the one before.
        if folders.last.map({ !$0.elementsEqual(path[..<length]) }) ?? true {
          folders.append(Array(path[..<length]))
        }
        return hashes.insert(hash(path))
      }
      guard isNew else { return true }
    }
    return folders.contains { folder in
      folder.withUnsafeBufferPointer { folder in
        folder.indices.dropFirst().contains { end in
          folder[end] == UInt8(ascii: "/")
            && hashes.contains(hash(UnsafeBufferPointer(rebasing: folder[..<end])))
        } || hashes.contains(hash(folder))
      }
    }
  }

  /// Whether it is not there yet.
  private mutating func insert(_ hash: UInt64) -> Bool {
    let place = place(of: hash)
    defer { places[place] = hash }
    return places[place] == 0
  }

  private func contains(_ hash: UInt64) -> Bool { places[place(of: hash)] == hash }

  private func place(of hash: UInt64) -> Int {
    let mask = places.count - 1
    var place = Int(truncatingIfNeeded: hash) & mask
    while places[place] != 0, places[place] != hash { place = (place + 1) & mask }
    return place
  }

  /// Never zero.
  private static func hash(_ path: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let bytes = UnsafeRawBufferPointer(path)
    var hash = UInt64(truncatingIfNeeded: path.count) ^ 0xcbf2_9ce4_8422_2325
    var place = 0
    while place + 8 <= bytes.count {
      hash = mix(hash ^ bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      place += 8
    }
    for byte in bytes[place...] { hash = mix(hash ^ UInt64(byte)) }
    return max(1, hash)
  }

  private static func mix(_ value: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return product.high ^ product.low
  }
}
