internal import Diagnostics
package import Grammar
internal import Syntax

extension Draft {
  /// The ids that are declared for a kind of thing, each with the first words about it, in the order of the handbook.
  ///
  /// They are there whatever else is wrong with a record.
  package func declaredIDs(of entity: EntityName) -> [(id: String, title: String)] {
    let key = Grammar.entity(entity).fields[0].key
    return (origins[entity] ?? []).compactMap { record in
      record.text(key).map { ($0, record.text(.title) ?? record.text(.text) ?? "") }
    }
  }

  /// The items of all crosswalks, as statements name them: the crosswalk's id, a slash, and the item's code.
  package var declaredItems: [(id: String, title: String)] {
    (origins[.crosswalk] ?? []).flatMap { crosswalk in
      crosswalk.records(.items).compactMap { item in
        guard let id = crosswalk.text(.crosswalk), let code = item.text(.id) else { return nil }
        return ("\(id)/\(code)", item.text(.title) ?? "")
      }
    }
  }

  /// Whether a mistake may hide the id of a thing of this kind.
  package func mayMissIDs(of entity: EntityName) -> Bool {
    files.contains { !$0.tree.isComplete || $0.lost.contains(entity) }
  }
}
