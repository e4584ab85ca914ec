internal import Analysis
internal import Handbook
internal import Output
internal import Search
internal import Threads

/// Words are remembered in files of their own, since a build with nothing to do has no need of them.
///
/// All of them stand in one file, and those that later builds found changed in another one beside it, since an edit of one text
/// would otherwise write all of them anew.
extension BuildCache {
  /// Which words: those of the search, those of the index from A to Z, or those that rules look at; and of the first two what has
  /// changed since all were kept.
  enum Words: String, CaseIterable {
    case search = "words"
    case searchChanges = "words-changed"
    case keywords
    case keywordChanges = "keywords-changed"
    case texts
  }

  /// Beside the memory of a build.
  func wordPath(_ words: Words, of memory: String) -> String { memory + "-" + words.rawValue }

  /// Begins to read the words of the last build; nil if there was none.
  func readWords(_ last: Recollection?) -> WordFiles? {
    guard let last else { return nil }
    func reading(_ words: Words, _ changed: Words) -> Pending<WordFiles.Read?> {
      // Fewer are read in less time than a thread takes to begin.
      Pending(isWorthThread: last.fileCount > WordFiles.few) { [self] in
        keptBytes(wordPath(words, of: path), marks: 1).map { marks, bytes in
          let changed = keptBytes(wordPath(changed, of: path), marks: 2)
          return WordFiles.Read(
            mark: marks[0], bytes: bytes, changed: changed?.marks[0] == marks[0] ? changed : nil)
        }
      }
    }
    return WordFiles(
      print: last.reader.projectPrint, search: reading(.search, .searchChanges),
      keywords: reading(.keywords, .keywordChanges))
  }

  /// The words of the last build, if nothing but texts has changed since. Those of this build are kept at once: they are known by
  /// the state of the project that they belong to, and are of no use to a build that follows another one.
  func rememberedWords(
    _ files: WordFiles?, _ print: ProjectPrint
  ) -> HandbookPreparation.Remembered {
    let changes = files.flatMap { print.changes(since: $0.print) }
    let formerMark = changes == nil ? nil : files.map { self.mark(of: $0.print) }
    let mark = mark(of: print)
    func remembered(
      _ words: Words, _ changed: Words, _ file: Pending<WordFiles.Read?>?
    ) -> RememberedWords {
      RememberedWords(
        read: { [self] in
          formerMark.flatMap { file?.value?.blocks(of: $0) }.map { all, changes, base in
            RememberedWords.Kept(all: all, changed: changes) { [self] bytes in
              keep([bytes[...]], [base, mark], wordPath(changed, of: path))
            }
          }
        },
        // Statements are the first entries, and no other entry is made of their texts.
        isSame: { entry in
          changes.map { entry >= $0.statements.count || !$0.statements[entry] } ?? false
        },
        keep: { [self] bytes in keep([bytes[...]], [mark], wordPath(words, of: path)) })
    }
    return (
      search: remembered(.search, .searchChanges, files?.search),
      keywords: remembered(.keywords, .keywordChanges, files?.keywords)
    )
  }

  /// What rules gathered in the texts when they were checked for the last build, if nothing but texts has changed since.
  func rememberedTexts(_ last: Recollection?, _ print: ProjectPrint) -> RememberedTexts {
    let former = last?.reader.projectPrint
    let changes = former.flatMap { print.changes(since: $0) }
    let (path, mark) = (wordPath(.texts, of: path), mark(of: print))
    let kept = changes == nil ? nil : keptBytes(path, marks: 1)
    return RememberedTexts(
      kept.flatMap { kept in former.map(self.mark) == kept.marks[0] ? kept.bytes : nil } ?? [],
      isSame: { file in changes.map { file < $0.files.count && !$0.files[file] } ?? false },
      keep: { [self] parts in keep(parts, [mark], path) })
  }

  /// What stands in a file behind so many marks, if it is whole.
  private func keptBytes(
    _ path: String, marks count: Int
  ) -> (marks: [Digest], bytes: ArraySlice<UInt8>)? {
    guard let bytes = try? PosixFileSystem().read(path), bytes.count >= count * Digest.size + 8,
      bytes.withUnsafeBytes({ bytes in
        MemoryCheck.of(UnsafeRawBufferPointer(rebasing: bytes.dropLast(8)))
          == bytes.loadUnaligned(fromByteOffset: bytes.count - 8, as: UInt64.self)
      })
    else { return nil }
    let marks = (0..<count).map { place in
      Digest(bytes: bytes[(place * Digest.size)..<((place + 1) * Digest.size)])
    }
    return (marks, bytes[(count * Digest.size)..<(bytes.count - 8)])
  }

  /// If the disk is full, nothing is kept.
  private func keep(_ words: [ArraySlice<UInt8>], _ marks: [Digest], _ path: String) {
    let disk = PosixFileSystem()
    let temporary = path + "-new"
    do {
      try disk.write(to: temporary) { give in
        withoutActuallyEscaping(give) { give in
          var writer = MemoryWriter(give)
          for mark in marks { mark.withUnsafeBytes { writer.write($0) } }
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

/// The files with the words of an earlier build, while they are read.
struct WordFiles: Sendable {
  let print: ProjectPrint
  let search: Pending<Read?>
  let keywords: Pending<Read?>

  /// How many outputs are too few for a thread.
  static let few = 1000

  struct Read: Sendable {
    /// The state of the project whose words are all there.
    let mark: Digest
    let bytes: ArraySlice<UInt8>

    /// What has changed since; and the marks of both states.
    let changed: (marks: [Digest], bytes: ArraySlice<UInt8>)?

    /// Those of a state of the project, and the mark of that since which some have changed; nil if they are not there.
    func blocks(
      of state: Digest
    ) -> (all: ArraySlice<UInt8>, changed: ArraySlice<UInt8>, base: Digest)? {
      if state == mark { return (bytes, [], mark) }
      guard let changed, changed.marks[1] == state else { return nil }
      return (bytes, changed.bytes, mark)
    }
  }
}
