package import Diagnostics

/// The record of what a framework has published under each id: the file `framework/framework.lock`.
///
/// It is a text with a group of lines for each id, sorted by id and separated by empty lines. Each line names its id. So two
/// branches that add ids mostly merge without a conflict, and lines belong to their entry even if a merge interleaves them:
///
/// ```
/// REL-1.2 sort statement
/// REL-1.2 uuid 1f0e6f6c-7a39-4b2f-9c55-0f4f6d4b1c11
/// REL-1.2 since 0.1.0
/// REL-1.2 fate active
/// REL-1.2 digest 5d41402abc4b2a76
/// REL-1.2 says keep a promise that was made to a child
/// ```
///
/// `says` is the text or title when the lock was last written, and `digest` is its digest. Each approval has a line `ID
/// approved ROLE DIGEST EDITION`, and each recorded edition a line `edition EDITION DIGEST`.
package struct Lock: Sendable {
  package static let path = "framework/framework.lock"
  static let header = """
    # What this framework has published under each id, and what became of it.
    # `ksf lock` writes this file. Commit it with the framework, and do not edit it.
    ksf-lock \(version)
    """

  /// The version of the format.
  static let version = "1"

  /// The entries in file order; sorted by id when written.
  package var entries: [LockEntry]

  /// The recorded editions; sorted when written.
  package var editions: [EditionEntry]

  package init(entries: [LockEntry] = [], editions: [EditionEntry] = []) {
    self.entries = entries
    self.editions = editions
  }
}

/// A recorded edition, with the digest of its sources.
package struct EditionEntry: Hashable, Sendable {
  package let edition: String
  package let digest: String

  /// The range of its line in the lock; nil if no file has it yet.
  package let range: SourceRange?

  package init(edition: String, digest: String, range: SourceRange? = nil) {
    self.edition = edition
    self.digest = digest
    self.range = range
  }
}

/// The entry of one id.
package struct LockEntry: Sendable {
  package var id: String

  /// The kind of thing, in the compiler's own words: `statement`, `phase`.
  package var sort: String

  /// A random UUID (RFC 9562, version 4), made once, by which other systems can identify the thing.
  package var uuid: String

  /// The edition that introduced it.
  package var since: String
  package var fate: Fate
  package var digest: String

  /// The text or title in one line.
  package var says: String
  package var approvals: [Approval]

  /// The range of the id in the lock; nil if no file has the entry yet.
  package var range: SourceRange?

  package enum Fate: Hashable, Sendable {
    case active, withdrawn
    case replacedBy(String)
    case mergedInto(String)
    case splitInto([String])

    package var isActive: Bool { self == .active }
  }

  /// An approval by a role of the text at that time.
  package struct Approval: Hashable, Sendable {
    package let role: String

    /// The digest of the approved text.
    package let digest: String
    package let edition: String
  }
}

extension LockEntry.Fate: CustomStringConvertible {
  /// The fate as the lock writes it.
  package var description: String {
    switch self {
    case .active: "active"
    case .withdrawn: "withdrawn"
    case .replacedBy(let id): "replaced-by \(id)"
    case .mergedInto(let id): "merged-into \(id)"
    case .splitInto(let ids): "split-into \(ids.joined(separator: " "))"
    }
  }

  init?(_ text: Substring) {
    // Nearly all are.
    if text == "active" {
      self = .active
      return
    }
    let words = text.split(separator: " ").map(String.init)
    switch (words.first, words.count) {
    case ("active", 1): self = .active
    case ("withdrawn", 1): self = .withdrawn
    case ("replaced-by", 2): self = .replacedBy(words[1])
    case ("merged-into", 2): self = .mergedInto(words[1])
    case ("split-into", 2...): self = .splitInto(Array(words.dropFirst()))
    default: return nil
    }
  }
}

extension Lock {
  /// The content of the file.
  package var text: String {
    let sorted = entries.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
    let editions = editions.map { "\nedition \($0.edition) \($0.digest)\n" }.sorted().joined()
    return Lock.header + "\n" + editions + sorted.map { "\n" + $0.text }.joined()
  }
}

extension LockEntry {
  fileprivate var text: String {
    let lines = [
      ("sort", sort), ("uuid", uuid), ("since", since), ("fate", fate.description),
      ("digest", digest), ("says", says),
    ]
    let approved = approvals.map { ("approved", "\($0.role) \($0.digest) \($0.edition)") }
    return (lines + approved).map { "\(id) \($0.0) \($0.1)\n" }.joined()
  }
}
