package import Grammar

/// The entities that can be listed, by the words of the language.
package enum Listable {
  /// The word for all records of each entity, in the order of the language's reference.
  ///
  /// The word is the key that they stand under, or the key that starts their file, as there may be more than one of these.
  package static let words: [(word: String, entity: EntityName)] = {
    var words: [(word: String, entity: EntityName)] = []
    func add(_ word: String, _ entity: EntityName) {
      if !words.contains(where: { $0.word == word || $0.entity == entity }) {
        words.append((word, entity))
      }
    }
    for entity in Grammar.fileEntities {
      if case .identifier? = entity.fields.first?.type, entity.name != .framework {
        add(entity.fields[0].key.rawValue + "s", entity.name)
      }
    }
    for entity in Grammar.entities {
      for field in entity.fields {
        if case .list(let item) = field.type, let inner = item.records.first {
          add(field.key.rawValue, inner)
        }
      }
    }
    return words
  }()

  /// The entity that a word names in the plural or in the singular.
  package static func entity(_ word: String) throws(QuestionFailure) -> EntityName {
    let exact = words.first { $0.word == word }
    if let found = exact ?? words.first(where: { $0.word == word + "s" }) { return found.entity }
    let names = words.map(\.word)
    let meant = QuestionFailure.didYouMean(word, among: names)
    throw QuestionFailure(
      "There are no \"\(word)\" to list.\(meant) You can list \(names.joined(separator: ", ")).")
  }
}
