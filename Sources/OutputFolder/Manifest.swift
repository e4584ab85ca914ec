internal import Diagnostics
internal import Glibc
internal import Output
internal import Syntax

/// The list of what was written, by which a later run knows its own files: `manifest.json`.
struct Manifest: Sendable {
  static let path = "manifest.json"

  /// By path, in order.
  var entries: [Entry]

  struct Entry: Sendable {
    let path: String
    let size: Int
    let digest: Digest
  }

  /// These entries, in the order of their paths.
  init(_ entries: [Entry]) {
    self.entries = entries.sorted { $0.path.hasBytes(before: $1.path) }
  }

  /// The manifest as JSON, a line for each file. A manifest of a manifest would have no end, so it does not list itself.
  func bytes(_ edition: PublishedEdition) -> [UInt8] {
    // To make room for it bit by bit would take three times as much.
    let perEntry = 120
    var json = JSONWriter(reserving: entries.reduce(256) { $0 + $1.path.utf8.count + perEntry })
    json.object { json in
      json.key("framework")
      json.string(edition.framework)
      json.key("edition")
      json.string(edition.edition)
      json.key("compiler")
      json.string("ksf \(compilerVersion)")
      json.key("files")
      json.array { json in
        for entry in entries {
          json.object(onOneLine: true) { json in
            json.key("path")
            json.string(entry.path)
            json.key("size")
            json.integer(entry.size)
            json.key("sha256")
            json.string(entry.digest.hexadecimal)
          }
        }
      }
    }
    return json.finish()
  }

  /// Reads a manifest that an earlier run wrote. Nil if it is damaged.
  ///
  /// JSON is a part of YAML, so the parser of sources reads it.
  init?(reading bytes: [UInt8]) {
    let parsed = parse(SourceFile(id: FileID(0), path: Manifest.path, bytes: bytes))
    let tree = parsed.tree
    guard parsed.diagnostics.isEmpty, let root = tree.root,
      let files = tree.value(ofKey: "files", in: root)
    else { return nil }
    entries = []
    for node in tree.children(of: files) {
      guard let path = tree.value(ofKey: "path", in: node).map({ tree.text(of: $0) }),
        let digest = tree.value(ofKey: "sha256", in: node).flatMap({ Digest(tree.text(of: $0)) }),
        let size = tree.value(ofKey: "size", in: node).flatMap({ Int(tree.text(of: $0)) }),
        OutputFile.staysInside(path)
      else { return nil }
      entries.append(Entry(path: path, size: size, digest: digest))
    }
  }
}

extension String {
  /// Whether it comes before another in the order of their bytes.
  fileprivate func hasBytes(before other: String) -> Bool {
    let quick = utf8.withContiguousStorageIfAvailable { bytes in
      other.utf8.withContiguousStorageIfAvailable { others in
        let length = min(bytes.count, others.count)
        guard let start = bytes.baseAddress, let otherStart = others.baseAddress else {
          return bytes.count < others.count
        }
        let order = memcmp(start, otherStart, length)
        return order < 0 || order == 0 && bytes.count < others.count
      }
    }
    return quick?.flatMap { $0 } ?? utf8.lexicographicallyPrecedes(other.utf8)
  }
}

extension SyntaxTree {
  /// The value of a key of a mapping.
  fileprivate func value(ofKey key: String, in mapping: Int) -> Int? {
    guard nodes[mapping].kind == .mapping else { return nil }
    var isMatch = false
    for (index, child) in children(of: mapping).enumerated() {
      if index % 2 == 1, isMatch { return child }
      isMatch = index % 2 == 0 && text(of: child) == key
    }
    return nil
  }
}
