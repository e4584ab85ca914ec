internal import Diagnostics

/// A tag of a template, from its opening to its closing delimiter.
struct Tag: Sendable {
  enum Kind: Sendable {
    case variable
    case unescaped
    case section
    case inverted
    case partial
    case parent
    case block
    case close
    case comment
    case delimiters

    /// A tag with a mistake that has been reported; it shows nothing.
    case invalid
  }

  var kind: Kind

  /// The bytes of the whole tag. Empty for a closing tag that is missing in the file and was added.
  let range: Range<Int>

  /// The bytes of the name, without the space around it and without the `*` of a dynamic name.
  let name: Range<Int>

  /// Whether the name is the name of a value that holds the name of a template.
  var isDynamic = false

  /// The lengths of the delimiters that the tag is written with.
  var openingLength = 0
  var closingLength = 0

  /// Whether a closing tag belongs to this one.
  var isOpening: Bool {
    switch kind {
    case .section, .inverted, .parent, .block: true
    case .variable, .unescaped, .partial, .close, .comment, .delimiters, .invalid: false
    }
  }

  /// Whether the tag vanishes together with its line when it is alone on it. A parent or block does
  /// so under conditions of its own.
  var canBeAlone: Bool {
    switch kind {
    case .section, .inverted, .partial, .close, .comment, .delimiters: !range.isEmpty
    case .variable, .unescaped, .parent, .block, .invalid: false
    }
  }
}

extension SourceFile {
  func place(_ range: Range<Int>) -> SourceRange {
    SourceRange(file: id, start: range.lowerBound, end: range.upperBound)
  }

  func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }
}

extension UInt8 {
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")

  var isSpaceOrTab: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }
  var isWhitespace: Bool { isSpaceOrTab || self == .lineFeed || self == .carriageReturn }
}
