/// The type of a field for a look that is quick: most values are right, and then nothing else has to be known of them.
package struct FieldShape: Sendable {
  package let container: Container
  package let form: Form

  /// Whether a value is alone, or an item of a list, or a value of a map.
  package enum Container: Sendable {
    case none
    case list
    case map
  }

  /// What a scalar has to be.
  package enum Form: Sendable {
    case line
    case markdown
    case identifier
    case code
    case item
    /// Any text: what it refers to is looked up later.
    case any
    /// Nothing that can be told quickly.
    case other
  }

  init(_ type: ValueType) {
    switch type {
    case .list(let item): (container, form) = (.list, Form(item))
    case .map(_, let value): (container, form) = (.map, Form(value))
    default: (container, form) = (.none, Form(type))
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
      case .reference, .rule: .any
      default: .other
      }
  }
}
