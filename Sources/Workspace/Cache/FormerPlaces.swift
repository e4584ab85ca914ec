internal import Glibc
internal import Output

/// Which output of the last build each file of a plan was.
struct FormerPlaces: Sendable {
  /// By file of the plan, negative for one that there was not; empty if each was the output of the same number.
  private let outputs: [Int32]

  /// The outputs that are not in the plan any more, in ascending order.
  let leftOver: [Int]

  /// How many outputs that follow one another are looked at for the next file. A text that is edited makes few of them come or go.
  private static let reach = 64

  init(of files: [PlannedFile], in reader: MemoryReader) {
    // The last is the manifest, which no plan has.
    self = reader.withEntries(ofOutputs: 0..<(reader.outputCount - 1)) { entries in
      FormerPlaces(of: files, among: entries)
    }
  }

  private init(of files: [PlannedFile], among entries: borrowing StoredEntries) {
    var outputs: [Int32] = []
    outputs.reserveCapacity(files.count)
    var (strays, leftOver): ([Int], [Int]) = ([], [])
    var next = 0
    for file in files.indices {
      var found = next
      let end = min(next + FormerPlaces.reach, entries.count)
      while found < end, !entries.hasPath(files[file].path, at: found) { found += 1 }
      if found < end {
        leftOver += next..<found
        next = found + 1
        outputs.append(Int32(found))
      } else {
        strays.append(file)
        outputs.append(-1)
      }
    }
    leftOver += next..<entries.count
    if !strays.isEmpty, !leftOver.isEmpty {
      var byPath: [String: Int] = [:]
      for output in leftOver { byPath[entries.wholePath(at: output)] = output }
      for file in strays {
        if let output = byPath.removeValue(forKey: files[file].path) {
          outputs[file] = Int32(output)
        }
      }
      leftOver = byPath.values.sorted()
    }
    self.leftOver = leftOver
    self.outputs = strays.isEmpty && leftOver.isEmpty ? [] : outputs
  }

  /// The output that a file of the plan was; nil if there was none.
  subscript(file: Int) -> Int? {
    if outputs.isEmpty { return file }
    return outputs[file] < 0 ? nil : Int(outputs[file])
  }
}

extension StoredEntries {
  /// Whether a file has this path.
  fileprivate func hasPath(_ text: String, at index: Int) -> Bool {
    let path = path(at: index)
    let (length, rest) = (strlen(path.folder), strlen(path.name))
    return text.withBytes { bytes in
      guard bytes.count == length + rest, let start = bytes.baseAddress else { return false }
      return memcmp(start + length, path.name, rest) == 0 && memcmp(start, path.folder, length) == 0
    }
  }
}
