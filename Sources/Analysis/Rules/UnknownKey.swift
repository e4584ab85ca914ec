internal import Diagnostics

/// A key that the language does not have in that place.
struct UnknownKey: Problem {
  static let rule = Rule(
    "KSF0201", "unknown-key",
    summary: "Refuses a key that this kind of thing does not have.",
    reason:
      "A misspelt key would otherwise be passed over, and what it says would be lost without a word.",
    bad: "domain: relationships\ntitel: Relationships",
    good: "domain: relationships\ntitle: Relationships")

  let range: SourceRange?
  let key: String

  /// What the key stands in: "a statement".
  let entity: String

  /// The key that was meant, if one is near.
  let meant: String?

  /// The keys that mean what this one means elsewhere. Only a person can tell whether one of them was meant.
  var alike: [String] = []

  /// The things that have this key: "an outcome".
  let elsewhere: [String]

  /// Whether that may be meant: it is part of this, or has this as a part.
  let isNear: Bool

  let allowed: [String]

  var message: String { "\(entity) has no key `\(key)`" }
  var label: String {
    if let meant { return "did you mean `\(meant)`?" }
    return alike.isEmpty ? "" : "did you mean \(joined(alike.map { "`\($0)`" }, by: "or"))?"
  }

  var help: String {
    if meant != nil { return "" }
    if let first = alike.first { return "Write `\(first)` in place of `\(key)`." }
    if !elsewhere.isEmpty {
      let owners = "`\(key)` belongs to \(joined(elsewhere, by: "or"))."
      return isNear ? "\(owners) Check how far the line is indented." : owners
    }
    let shown = allowed.count <= UnknownKey.mostShown ? allowed.count : UnknownKey.fewShown
    let keys = allowed.prefix(shown).map { "`\($0)`" }
    return allowed.count > shown
      ? "Keys of \(entity) are \(keys.joined(separator: ", ")) and \(allowed.count - shown) more: see `ksf docs language`."
      : "The keys of \(entity) are \(joined(keys, by: "and"))."
  }

  /// The most keys that are listed, and how many of a longer list are.
  private static let mostShown = 8
  private static let fewShown = 6

  var fixes: [Diagnostic.Fix] {
    guard let meant, let range else { return [] }
    return [Diagnostic.Fix("change `\(key)` to `\(meant)`", [Diagnostic.Edit(range, meant)])]
  }
}

/// The rest of many unknown keys in one group of keys. Most likely the whole group was meant for something else.
struct MoreUnknownKeys: Problem {
  static let rule = UnknownKey.rule

  let range: SourceRange?

  /// The thing that the keys stand in: "a statement".
  let entity: String
  let count: Int

  /// The number of keys that were reported one by one.
  let told: Int

  var message: String {
    "\(count) more keys from here on are none that \(entity) has"
  }

  var help: String {
    "Only the first \(told) are told one by one. Check whether this belongs to the framework at all."
  }
}

/// The words as a list in a sentence: "a, b and c".
func joined(_ words: [String], by last: String) -> String {
  guard words.count > 1 else { return words.first ?? "" }
  return words.dropLast().joined(separator: ", ") + " \(last) " + (words.last ?? "")
}
