internal import Model

/// A property to compare for elements of one kind.
struct Aspect<Element: Sendable>: Sendable {
  /// Returns the changes of an element between two editions.
  let changes: @Sendable (Side<Element>, Side<Element>, ComparedItem) -> [Change]
}

/// An element in one of the two editions.
struct Side<Element: Sendable>: Sendable {
  let element: Element
  let contents: EditionContents
}

extension Aspect {
  /// A text or number, with one rule for any difference.
  static func value(
    _ rule: ChangeRule, _ read: @escaping @Sendable (Side<Element>) -> String?
  ) -> Aspect {
    Aspect { old, new, item in
      let (before, after) = (read(old), read(new))
      return before == after ? [] : [Change(rule, item, before: before, after: after)]
    }
  }

  /// A set, with one rule for additions and one for removals.
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

  /// A list of texts, with one rule for any difference.
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
