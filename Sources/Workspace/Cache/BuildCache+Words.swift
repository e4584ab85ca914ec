internal import Output
internal import Search

/// The words of the search are remembered in a file of their own, since a build with nothing to do has no need of them.
extension BuildCache {
  /// Beside the memory of the build.
  var wordPath: String { wordPath(of: path) }

  func wordPath(of memory: String) -> String { memory + "-words" }

  /// The words of the last build, if nothing but texts has changed since. Those of this build are kept at once: they are known by
  /// the state of the project that they belong to, and are of no use to a build that follows another one.
  func rememberedWords(_ last: Recollection?, _ print: ProjectPrint) -> RememberedWords {
    let former = last?.reader.projectPrint
    let changes = former.flatMap { print.changes(since: $0) }
    let words = changes == nil ? [] : former.map(words) ?? []
    let mark = mark(of: print)
    return RememberedWords(
      bytes: words,
      // Statements are the first entries, and no other entry is made of their texts.
      isSame: { entry in
        changes.map { entry >= $0.statements.count || !$0.statements[entry] } ?? false
      },
      keep: { [self] words in keep(words, mark) })
  }

  /// The words that were kept for a state of the project; empty if there are none.
  private func words(of print: ProjectPrint) -> [UInt8] {
    guard let bytes = try? PosixFileSystem().read(wordPath), bytes.count >= Digest.size + 8,
      Digest(bytes: bytes[..<Digest.size]) == mark(of: print),
      bytes.withUnsafeBytes({ bytes in
        MemoryCheck.of(UnsafeRawBufferPointer(rebasing: bytes.dropLast(8)))
          == bytes.loadUnaligned(fromByteOffset: bytes.count - 8, as: UInt64.self)
      })
    else { return [] }
    return Array(bytes[Digest.size..<(bytes.count - 8)])
  }

  /// If the disk is full, nothing is kept.
  private func keep(_ words: [UInt8], _ mark: Digest) {
    let disk = PosixFileSystem()
    let temporary = wordPath + "-new"
    var bytes = mark.bytes
    bytes.reserveCapacity(words.count + Digest.size + 8)
    bytes += words
    let check = bytes.withUnsafeBytes { MemoryCheck.of($0) }
    withUnsafeBytes(of: check) { bytes.append(contentsOf: $0) }
    do {
      try disk.write(bytes, to: temporary)
      restrict(temporary)
      try disk.move(temporary, to: wordPath)
    } catch {
      try? disk.remove(temporary, below: folder)
    }
  }

  /// What tells the state of the project, and the program and command that looked at it.
  private func mark(of print: ProjectPrint) -> Digest {
    var digester = Digester()
    digester.add(key)
    for digest in [print.structure] + print.texts { digest.withUnsafeBytes { digester.add($0) } }
    return digester.digest()
  }
}
