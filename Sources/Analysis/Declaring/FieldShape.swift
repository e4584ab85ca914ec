internal import Grammar

/// The type of a field for a look that is quick: most values are right, and then nothing else has to be known of them.
///
/// Numbers alone, so that no reference is counted when many files are read at once.
struct FieldShape: Sendable {
  let container: Container
  let form: Form

  /// The entity of the records, if it holds any.
  let entity: EntityName

  /// The numbers that are allowed; or the places of the values that are, among those of all choices.
  let range: Range<Int32>

  /// Whether a value is alone, or an item of a list, or a value of a map.
  enum Container: Sendable {
    case none
    case list
    case map
  }

  /// The shape that a value must have.
  enum Form: Sendable {
    case line
    case markdown
    case identifier
    case code
    case item
    case number
    case choice
    /// Any text: what it refers to is looked up later.
    case any
    case record
    /// A record, or the value of its first field alone.
    case shorthand
    /// Nothing that can be told quickly.
    case other
  }

  /// The choices that are met are added to those of all fields.
  init(_ type: ValueType, _ choices: inout [[UInt8]]) {
    let value: ValueType
    switch type {
    case .list(let item): (container, value) = (.list, item)
    case .map(_, let item): (container, value) = (.map, item)
    default: (container, value) = (.none, type)
    }
    form = Form(value)
    entity = value.records.first ?? .framework
    switch value {
    case .number(let allowed):
      range = Int32(allowed.lowerBound)..<Int32(allowed.upperBound + 1)
    case .choice(let allowed):
      range = Int32(choices.count)..<Int32(choices.count + allowed.count)
      choices += allowed.map { Array($0.value.utf8) }
    default: range = 0..<0
    }
  }

  /// Whether it holds records.
  var holdsRecords: Bool {
    switch form {
    case .record, .shorthand: true
    default: false
    }
  }

  var isShorthand: Bool {
    if case .shorthand = form { true } else { false }
  }

  /// Whether a value can be told quickly to be right.
  var isQuick: Bool {
    switch form {
    case .record, .shorthand, .other: false
    default: true
    }
  }
}

extension FieldShape.Form {
  fileprivate init(_ type: ValueType) {
    self =
      switch type {
      case .line: .line
      case .phrase, .prose: .markdown
      case .identifier, .name: .identifier
      case .code: .code
      case .item: .item
      case .number: .number
      case .choice: .choice
      case .reference, .rule: .any
      case .record: .record
      case .shorthand: .shorthand
      default: .other
      }
  }
}
