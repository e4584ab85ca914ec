internal import Diagnostics

/// A damaged lock, which `ksf lock` has not written.
struct DamagedLock: Problem {
  static let rule = Rule(
    "KSF0902", "damaged-lock",
    summary:
      "Refuses a lock that was edited by hand, cut short, or merged so that an id stands in it twice.",
    reason:
      "It is the memory of what was published. If it can be changed by hand, ids can be given away unseen.",
    bad: "REL-1.2 sort statement\nREL-1.2 uuid 1f0e6f6c-7a39-4b2f-9c55-0f4f6d4b1c11",
    good: """
      REL-1.2 sort statement
      REL-1.2 uuid 1f0e6f6c-7a39-4b2f-9c55-0f4f6d4b1c11
      REL-1.2 since 0.1.0
      REL-1.2 fate active
      REL-1.2 digest 5d41402abc4b2a76
      REL-1.2 says keep a promise that was made to a child
      """)

  enum Damage: Sendable {
    case noHeader, line
    case version(String)
    case incomplete(String, [String])
    case edited(String)
    case twice(String)
  }

  let range: SourceRange?
  let what: Damage

  var message: String {
    switch what {
    case .noHeader: "the lock is empty or its beginning is missing"
    case .version(let version): "the lock is of a later form (\(version)) than this ksf knows (1)"
    case .line: "this line of the lock is not understood"
    case .incomplete(let id, let missing):
      "the lock's entry for `\(id)` was cut short: \(missing.joined(separator: ", ")) missing"
    case .edited(let id): "the lock's entry for `\(id)` was edited by hand"
    case .twice(let id): "the lock says two things about `\(id)`"
    }
  }

  var help: String {
    switch what {
    case .version: "Use a newer ksf."
    case .twice:
      "If two branches gave this id to different things, give one of them another id. Then run `ksf lock --repair`, which keeps what the lock says first."
    default:
      "Get the lock of the last commit back (git checkout HEAD -- framework/framework.lock) and run `ksf lock`. If there is none, `ksf lock --repair` keeps what can be read."
    }
  }
}
