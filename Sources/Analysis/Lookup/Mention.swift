package import Diagnostics
package import Grammar
internal import Syntax

/// A place where something is named by what uses it.
package struct Mention: Sendable {
  /// The name of what is meant: an id, `crosswalk/item` or `source/fact`.
  package let name: String
  package let range: SourceRange

  /// The named record that it stands in, and the key of that record.
  package let user: WrittenRecord.Owner
  package let key: Key

  /// Whether it is a `[[link]]` in a text.
  package let isLink: Bool
}

extension Draft {
  /// Every mention in the files of some records, each in the order of its text.
  package func mentions(in roots: [WrittenRecord]) -> [Mention] {
    var links: [FileID: ArraySlice<Declarations.Link>] = [:]
    for file in files {
      links[file.file.id] = file.links.sorted { $0.range < $1.range }[...]
    }
    var mentions: [Mention] = []
    for root in roots {
      var reader = MentionReader(links: links[root.range.file] ?? [])
      reader.read(root, as: WrittenRecord.Owner(entity: root.entity, name: root.name), key: nil)
      mentions += reader.mentions
    }
    return mentions
  }
}

/// Collects the mentions in one file.
private struct MentionReader {
  /// The links that were not come to yet.
  var links: ArraySlice<Declarations.Link>
  var mentions: [Mention] = []

  /// Reads a record. `key` is the key of the user that it stands under; nil if the record is the user.
  mutating func read(_ record: WrittenRecord, as user: WrittenRecord.Owner, key: Key?) {
    for (field, value) in record.fields {
      read(value, as: user, key: key ?? field.key)
    }
    if record.entity == .citation { readFacts(of: record, as: user, key: key ?? .facts) }
  }

  private mutating func read(_ value: WrittenValue, as user: WrittenRecord.Owner, key: Key) {
    switch value {
    case .scalar(let scalar): read(scalar, as: user, key: key)
    case .list(let items):
      for item in items { read(item, as: user, key: key) }
    case .map(let pairs):
      for pair in pairs {
        read(pair.key, as: user, key: key)
        read(pair.value, as: user, key: key)
      }
    case .record(let record):
      if record.name == nil {
        read(record, as: user, key: key)
      } else {
        read(
          record, as: WrittenRecord.Owner(entity: record.entity, name: record.name), key: nil)
      }
    }
  }

  private mutating func read(_ scalar: WrittenScalar, as user: WrittenRecord.Owner, key: Key) {
    func add(_ name: String, _ range: SourceRange, isLink: Bool = false) {
      mentions.append(Mention(name: name, range: range, user: user, key: key, isLink: isLink))
    }
    switch scalar.type {
    case .reference: add(scalar.text, scalar.range)
    case .item:
      if let slash = scalar.text.firstIndex(of: "/") {
        add(String(scalar.text[..<slash]), scalar.range)
      }
      add(scalar.text, scalar.range)
    default:
      while let link = links.first, link.range.start < scalar.range.end {
        links.removeFirst()
        if link.range.start >= scalar.range.start { add(link.id, link.range, isLink: true) }
      }
    }
  }

  private mutating func readFacts(
    of citation: WrittenRecord, as user: WrittenRecord.Owner, key: Key
  ) {
    guard case .scalar(let source) = citation.value(of: .source) else { return }
    citation.value(of: .facts)?.forEachScalar { number in
      mentions.append(
        Mention(
          name: "\(source.text)/\(number.text)", range: number.range, user: user, key: key,
          isLink: false))
    }
  }
}
