import Diagnostics
import Grammar
import Syntax
import TestSupport

/// `EveryKey.txt`: a small framework that uses every key of the language, each with a second value.
///
/// `<<first|second>>` is a mark. The sample says the first value of each; a variant says the second of one of them.
/// Where one value alone cannot change, `<<a:first|second>>` and the next marks with the same letter change together.
/// They count for the key of the first.
struct Sample: Sendable {
  static let path = "Tests/LanguageTests/EveryKey.txt"

  /// The texts by path, with the first value of each mark.
  let files: [String: String]

  let marks: [Mark]

  /// The keys in whose value any mark stands.
  var keys: Set<EntityKey> { Set(marks.flatMap(\.keys)) }

  /// What changes in one file from the sample to a variant.
  struct Mark: Sendable, CustomStringConvertible {
    let file: String
    let label: Character?
    fileprivate(set) var edits: [Edit]

    /// The keys in whose value it stands, the outermost first.
    fileprivate(set) var keys: [EntityKey] = []

    var description: String { "<<\(edits[0].first)|\(edits[0].second)>> of \(file)" }
  }

  struct Edit: Sendable {
    /// Where the first value stands in the file's text, in bytes.
    let range: Range<Int>
    let first: String
    let second: String
  }

  init() {
    let text = TestFolder("", beside: #filePath).read("EveryKey.txt") ?? ""
    var files: [String: String] = [:]
    var marks: [Mark] = []
    for (path, text) in Fixture(text).files {
      let start = marks.count
      let plain = Sample.read(text, in: path, &marks)
      let file = SourceFile(id: FileID(0), path: path, bytes: Array(plain.utf8))
      let tree = parse(file).tree
      for index in start..<marks.count {
        marks[index].keys = KeyFinder.keys(around: marks[index].edits[0].range.lowerBound, in: tree)
      }
      files[path] = plain
    }
    (self.files, self.marks) = (files, marks)
  }

  /// The texts with the second value of a mark.
  func files(changing mark: Mark) -> [String: String] {
    var changed = files
    var bytes = Array((files[mark.file] ?? "").utf8)
    for edit in mark.edits.reversed() {
      bytes.replaceSubrange(edit.range, with: Array(edit.second.utf8))
    }
    changed[mark.file] = String(decoding: bytes, as: UTF8.self)
    return changed
  }

  /// Returns a file's text with the first values, and adds its marks.
  private static func read(_ text: String, in file: String, _ marks: inout [Mark]) -> String {
    let parts = text.split(separator: "<<", omittingEmptySubsequences: false)
    var plain = String(parts[0])
    for part in parts.dropFirst() {
      let ends = part.split(separator: ">>", maxSplits: 1, omittingEmptySubsequences: false)
      var values = ends[0].split(separator: "|", omittingEmptySubsequences: false)
      guard ends.count == 2, values.count == 2 else {
        preconditionFailure("\(path): a mark is written <<first|second>>, not <<\(part)")
      }
      let label = values[0].dropFirst().first == ":" ? values[0].first : nil
      if label != nil { values[0] = values[0].dropFirst(2) }
      let start = plain.utf8.count
      plain += values[0]
      let edit = Edit(
        range: start..<plain.utf8.count, first: String(values[0]), second: String(values[1]))
      plain += ends[1]
      if label != nil, let index = marks.lastIndex(where: { $0.file == file && $0.label == label })
      {
        marks[index].edits.append(edit)
      } else {
        marks.append(Mark(file: file, label: label, edits: [edit]))
      }
    }
    return plain
  }
}

/// A key of one of the entities.
struct EntityKey: Hashable, Sendable, CustomStringConvertible {
  let entity: EntityName
  let key: Key

  /// "`months` of a phase".
  var description: String { "`\(key.rawValue)` of \(Grammar.entity(entity).title)" }
}

/// Finds the keys in whose value an offset stands.
private struct KeyFinder {
  let tree: SyntaxTree
  let offset: Int
  var keys: [EntityKey] = []

  static func keys(around offset: Int, in tree: SyntaxTree) -> [EntityKey] {
    guard let root = tree.root else { return [] }
    let first = tree.children(of: root).first { _ in true }.map(tree.text)
    let entity = Grammar.fileEntities.first { $0.fields[0].key.rawValue == first }
    var finder = KeyFinder(tree: tree, offset: offset)
    if let entity { finder.find(in: root, entity) }
    return finder.keys
  }

  private mutating func find(in group: Int, _ entity: Entity) {
    for (key, value) in pairs(of: group) where holds(value) {
      guard let key = Key(rawValue: tree.text(of: key)), let field = entity.field(key) else {
        continue
      }
      keys.append(EntityKey(entity: entity.name, key: key))
      find(in: value, field.type)
    }
  }

  private mutating func find(in value: Int, _ type: ValueType) {
    let isGroup = tree.nodes[value].kind == .mapping
    switch type {
    case .record(let name) where isGroup: find(in: value, Grammar.entity(name))
    case .shorthand(let name) where isGroup: find(in: value, Grammar.entity(name))
    case .shorthand(let name):
      keys.append(EntityKey(entity: name, key: Grammar.entity(name).fields[0].key))
    case .list(let item):
      for child in tree.children(of: value) where holds(child) { find(in: child, item) }
    case .map(_, let item):
      for (_, child) in pairs(of: value) where holds(child) { find(in: child, item) }
    default: break
    }
  }

  /// Whether the offset stands in a value, be it empty or at its end.
  private func holds(_ node: Int) -> Bool {
    Int(tree.nodes[node].start) <= offset && offset <= Int(tree.nodes[node].stop)
  }

  private func pairs(of group: Int) -> [(key: Int, value: Int)] {
    let children = Array(tree.children(of: group))
    return stride(from: 0, to: children.count - 1, by: 2).map { (children[$0], children[$0 + 1]) }
  }
}
