internal import Analysis
internal import Handbook
internal import Output
internal import Search

/// Words are remembered in files of their own, since a build with nothing to do has no need of them.
extension BuildCache {
  /// Which words: those of the search, those of the index from A to Z, or those that rules look at.
  enum Words: String, CaseIterable {
    case search = "words"
    case keywords, texts
  }

  /// Beside the memory of a build.
  func wordPath(_ words: Words, of memory: String) -> String { memory + "-" + words.rawValue }

  /// The words of the last build, if nothing but texts has changed since. Those of this build are kept at once: they are known by
  /// the state of the project that they belong to, and are of no use to a build that follows another one.
  func rememberedWords(
    _ last: Recollection?, _ print: ProjectPrint
  ) -> HandbookPreparation.Remembered {
    let former = last?.reader.projectPrint
    let changes = former.flatMap { print.changes(since: $0) }
    let formerMark = changes == nil ? nil : former.map(mark)
    let mark = mark(of: print)
    func remembered(_ words: Words) -> RememberedWords {
      let path = wordPath(words, of: path)
      return RememberedWords(
        bytes: formerMark.map { self.words($0, path) } ?? [],
        // Statements are the first entries, and no other entry is made of their texts.
        isSame: { entry in
          changes.map { entry >= $0.statements.count || !$0.statements[entry] } ?? false
        },
        keep: { [self] words in keep([words[...]], mark, path) })
    }
    return (search: remembered(.search), keywords: remembered(.keywords))
  }

  /// What rules gathered in the texts when they were checked for the last build, if nothing but texts has changed since.
  func rememberedTexts(_ last: Recollection?, _ print: ProjectPrint) -> RememberedTexts {
    let former = last?.reader.projectPrint
    let changes = former.flatMap { print.changes(since: $0) }
    let path = wordPath(.texts, of: path)
    let mark = mark(of: print)
    return RememberedTexts(
      changes == nil ? [] : former.map { words(self.mark(of: $0), path) } ?? [],
      isSame: { file in changes.map { file < $0.files.count && !$0.files[file] } ?? false },
      keep: { [self] parts in keep(parts, mark, path) })
  }

  /// The words that were kept for a state of the project; empty if there are none.
  private func words(_ mark: Digest, _ path: String) -> ArraySlice<UInt8> {
    guard let bytes = try? PosixFileSystem().read(path), bytes.count >= Digest.size + 8,
      Digest(bytes: bytes[..<Digest.size]) == mark,
      bytes.withUnsafeBytes({ bytes in
        MemoryCheck.of(UnsafeRawBufferPointer(rebasing: bytes.dropLast(8)))
          == bytes.loadUnaligned(fromByteOffset: bytes.count - 8, as: UInt64.self)
      })
    else { return [] }
    return bytes[Digest.size..<(bytes.count - 8)]
  }

  /// If the disk is full, nothing is kept.
  private func keep(_ words: [ArraySlice<UInt8>], _ mark: Digest, _ path: String) {
    let disk = PosixFileSystem()
    let temporary = path + "-new"
    do {
      try disk.write(to: temporary) { give in
        withoutActuallyEscaping(give) { give in
          var writer = MemoryWriter(give)
          mark.withUnsafeBytes { writer.write($0) }
          for part in words { part.withUnsafeBytes { writer.write($0) } }
          writer.finish()
        }
      }
      restrict(temporary)
      try disk.move(temporary, to: path)
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
