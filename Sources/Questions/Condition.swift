internal import Analysis
internal import Grammar
internal import Output

/// A condition on the records that are listed.
package enum Condition {
  /// One of these values stands under the key.
  case has(key: String, values: [String])

  /// Anything stands under the key.
  case with(key: String)

  /// Nothing stands under the key.
  case without(key: String)

  package var key: String {
    switch self {
    case .has(let key, _), .with(let key), .without(let key): key
    }
  }
}

extension WrittenScalar {
  /// Whether this value was asked for. A text has to contain the words; all else has to be the same.
  func answers(_ asked: String) -> Bool {
    switch type {
    case .line, .phrase, .prose: text.lowercased().containsUTF8(asked.lowercased())
    case .item: text == asked || text.hasPrefix(asked + "/")
    case .date: text == asked || text.hasPrefix(asked + "-")
    default: text == asked
    }
  }
}

extension WrittenValue {
  func answers(_ asked: String) -> Bool {
    var isFound = false
    forEachScalar { if $0.answers(asked) { isFound = true } }
    return isFound
  }

  /// Whether nothing stands in it, as in `[]`.
  var isEmpty: Bool {
    var isEmpty = true
    forEachScalar { _ in isEmpty = false }
    return isEmpty
  }
}

extension ValueType {
  /// The types of the scalars inside, keys of maps too.
  var scalars: [ValueType] {
    switch self {
    case .list(let item): item.scalars
    case .map(let kinds, let item): [.reference(kinds)] + item.scalars
    case .record(let name), .shorthand(let name):
      Grammar.entity(name).fields.flatMap(\.type.scalars)
    default: [self]
    }
  }
}

/// Tells values that nothing can have from those that nothing happens to have.
struct ValueCheck {
  let catalogue: Catalogue
  let columns: Columns

  /// Throws if no record could have this value under the key.
  func require(_ asked: String, under key: Key) throws(QuestionFailure) {
    if let owner = columns.owners.first(where: { $0.key == key }) {
      return try requireName(asked, of: [owner.entity])
    }
    let types = columns.fields(key).flatMap(\.type.scalars)
    guard !types.contains(where: { $0.allows(asked) }) else { return }
    let choices = types.flatMap(\.choices)
    if !choices.isEmpty {
      let meant = QuestionFailure.didYouMean(asked, among: choices)
      throw QuestionFailure(
        "`\(key.rawValue)` is never \"\(asked)\".\(meant) It is one of \(choices.joined(separator: ", "))."
      )
    }
    let kinds = types.flatMap(\.referred)
    if !kinds.isEmpty { return try requireName(asked, of: kinds) }
    throw QuestionFailure("`\(key.rawValue)` is a number, so it is never \"\(asked)\".")
  }

  private func requireName(_ asked: String, of kinds: [EntityName]) throws(QuestionFailure) {
    let names = catalogue.records.filter { kinds.contains($0.entity) }.compactMap(\.name)
    guard !names.contains(asked) else { return }
    let titles = kinds.map { Grammar.entity($0).title }.unique.joined(separator: " or ")
    let noun = String(titles.split(separator: " ", maxSplits: 1).last ?? "")
    let meant = QuestionFailure.didYouMean(asked, among: names)
    let known =
      meant.isEmpty && names.count <= 12 ? " There are \(names.joined(separator: ", "))." : ""
    throw QuestionFailure("There is no \(noun) \"\(asked)\".\(meant)\(names.isEmpty ? "" : known)")
  }
}

extension ValueType {
  /// Whether a value may be anything, or is one of those allowed, without a look at the framework.
  fileprivate func allows(_ asked: String) -> Bool {
    switch self {
    case .choice(let choices): choices.contains { $0.value == asked }
    case .yesNo: choices.contains(asked)
    case .number: Int(asked) != nil
    case .reference: false
    default: true
    }
  }

  fileprivate var choices: [String] {
    switch self {
    case .choice(let choices): choices.map(\.value)
    case .yesNo: ["yes", "no"]
    default: []
    }
  }

  fileprivate var referred: [EntityName] {
    if case .reference(let kinds) = self { kinds } else { [] }
  }
}

extension [String] {
  fileprivate var unique: [String] {
    reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}
