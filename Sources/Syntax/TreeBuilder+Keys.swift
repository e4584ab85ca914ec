internal import Diagnostics

extension TreeBuilder {
  /// Checks that a mapping's keys are texts, that none is a merge key, and that none is repeated.
  mutating func checkKeys(of mapping: Int) {
    keys.removeAll()
    let end = Int(nodes[mapping].end)
    var index = mapping + 1
    while index < end {
      // One lost dash repeats every key of an item, which should be reported once.
      guard checkKey(index) else { return }
      let value = Int(nodes[index].end)
      index = value < end ? Int(nodes[value].end) : end
    }
  }

  /// Checks one key. False if it is repeated.
  private mutating func checkKey(_ index: Int) -> Bool {
    let node = nodes[index]
    guard node.kind == .scalar else {
      if node.kind != .refused { bag.report(KeyIsNotText(range: range(of: node))) }
      return true
    }
    let fingerprint = fingerprint(of: node)
    for earlier in keys.indices(withFingerprint: fingerprint) {
      let first = nodes[earlier]
      if value(of: first) == value(of: node) {
        bag.report(
          RepeatedKey(range: range(of: node), key: text(of: node), first: range(of: first)))
        return false
      }
    }
    keys.insert(fingerprint, index)
    if node.style == .plain, node.valueCount == 2, text(of: node) == "<<" {
      bag.report(YAMLAlias(range: range(of: node), sign: "<<"))
    }
    return true
  }

  private func range(of node: SyntaxTree.Node) -> SourceRange {
    SourceRange(file: file.id, start: Int(node.start), end: Int(node.stop))
  }

  private func value(of node: SyntaxTree.Node) -> ArraySlice<UInt8> {
    let range = Int(node.valueStart)..<Int(node.valueStart + node.valueCount)
    return node.isValueInSource ? file.bytes[range] : decoded[range]
  }

  private func text(of node: SyntaxTree.Node) -> String {
    String(decoding: value(of: node), as: UTF8.self)
  }

  /// The FNV-1a hash of the value. Equal keys have equal hashes, so that nearly all pairs are distinguished by a number.
  private func fingerprint(
    of node: SyntaxTree.Node
  ) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    let start = Int(node.valueStart)
    for offset in start..<(start + Int(node.valueCount)) {
      let byte = node.isValueInSource ? source[offset] : decoded[offset]
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    }
    return hash
  }
}

/// The keys of one mapping by fingerprint: the first in a list, any others in a hash table.
struct KeySet {
  private var list: [(fingerprint: UInt64, index: Int)] = []
  private var table: [UInt64: [Int]] = [:]

  /// Few mappings have more keys than this. Up to it, a list is faster than a table.
  private static let longestList = 24

  mutating func removeAll() {
    list.removeAll(keepingCapacity: true)
    if !table.isEmpty { table = [:] }
  }

  mutating func insert(_ fingerprint: UInt64, _ index: Int) {
    if list.count < KeySet.longestList {
      list.append((fingerprint, index))
    } else {
      table[fingerprint, default: []].append(index)
    }
  }

  func indices(withFingerprint fingerprint: UInt64) -> [Int] {
    var found: [Int] = []
    for entry in list where entry.fingerprint == fingerprint { found.append(entry.index) }
    if !table.isEmpty, let others = table[fingerprint] { found += others }
    return found
  }
}
