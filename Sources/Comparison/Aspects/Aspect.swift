internal import Model

/// One thing to compare about things of a sort.
struct Aspect<Element: Sendable>: Sendable {
  /// The changes between what two editions have of a thing.
  let changes: @Sendable (Side<Element>, Side<Element>, ComparedItem) -> [Change]
}

/// A thing in one of the two editions.
struct Side<Element: Sendable>: Sendable {
  let element: Element
  let contents: EditionContents
}

extension Aspect {
  /// A text or number: one rule for any difference.
  static func value(
    _ rule: ChangeRule, _ read: @escaping @Sendable (Side<Element>) -> String?
  ) -> Aspect {
    Aspect { old, new, item in
      let (before, after) = (read(old), read(new))
      return before == after ? [] : [Change(rule, item, before: before, after: after)]
    }
  }

  /// A set: a rule for what is new in it and a rule for what is gone from it.
  static func set(
    added: ChangeRule, removed: ChangeRule, _ read: @escaping @Sendable (Side<Element>) -> [String]
  ) -> Aspect {
    Aspect { old, new, item in
      let (before, after) = (read(old), read(new))
      let (gone, come) = (
        before.filter { !after.contains($0) }, after.filter { !before.contains($0) }
      )
      var changes: [Change] = []
      if !come.isEmpty { changes.append(Change(added, item, after: come.joined(separator: ", "))) }
      if !gone.isEmpty {
        changes.append(Change(removed, item, before: gone.joined(separator: ", ")))
      }
      return changes
    }
  }

  /// A list of anything that can be written down: one rule for any difference, told without the texts.
  static func list(
    _ rule: ChangeRule, _ part: String? = nil,
    _ read: @escaping @Sendable (Side<Element>) -> [String]
  ) -> Aspect {
    Aspect { old, new, item in
      let (before, after) = (read(old), read(new))
      guard before != after else { return [] }
      let (gone, come) = (
        before.filter { !after.contains($0) }, after.filter { !before.contains($0) }
      )
      return [
        Change(
          rule, item, before: gone.isEmpty ? nil : gone.joined(separator: "; "),
          after: come.isEmpty ? nil : come.joined(separator: "; "), part: part)
      ]
    }
  }
}
