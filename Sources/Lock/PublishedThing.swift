internal import Markup
package import Model
internal import Output

/// A thing with an id, as the lock records it.
package struct PublishedThing {
  package let subject: Subject
  package let id: String
  package let sort: String
  package let says: String
  package let fate: LockEntry.Fate

  /// Computed on demand, since it is needed only where the text changed.
  package var digest: String { lockDigest(says) }

  /// Everything with an id, except the framework itself and the ids on its `retired` list.
  package static func all(_ contents: Contents) -> [PublishedThing] {
    let renderer = MarkdownRenderer { MarkdownRenderer.Target(address: "", label: $0) }
    return contents.subjects.filter { $0 != .framework }.map { subject in
      var title = contents.title(of: subject)
      var fate = LockEntry.Fate.active
      if case .statement(let ref) = subject {
        let statement = contents.statements[ref]
        title = renderer.plainText(title)
        // The kind is part of the meaning: knowing is not doing.
        if let kind = statement.kind { title = "\(contents.kinds[kind].id): \(title)" }
        fate = LockEntry.Fate(statement.status, contents)
      }
      return PublishedThing(
        subject: subject, id: contents.id(of: subject), sort: subject.sort, says: inOneLine(title),
        fate: fate)
    }
  }
}

/// The first 16 hexadecimal digits of the SHA-256 digest of an entry's text.
func lockDigest(_ says: String) -> String {
  String(decoding: Digest(of: Array(says.utf8)).hexadecimal.utf8.prefix(16), as: UTF8.self)
}

extension LockEntry.Fate {
  fileprivate init(_ status: StatementStatus?, _ contents: Contents) {
    guard let status, status.isRetired else {
      self = .active
      return
    }
    if let ref = status.replacedBy {
      self = .replacedBy(contents.statements[ref].id)
    } else if let ref = status.mergedInto {
      self = .mergedInto(contents.statements[ref].id)
    } else if !status.splitInto.isEmpty {
      self = .splitInto(status.splitInto.map { contents.statements[$0].id })
    } else {
      self = .withdrawn
    }
  }
}
