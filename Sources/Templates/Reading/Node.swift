internal import Diagnostics

/// A part of a template as it was written, with white space already as the Mustache spec wants it.
indirect enum Node: Sendable {
  case text(TextRun)
  case variable(Name, isEscaped: Bool)
  case section(Name, isInverted: Bool, [Node])
  case inclusion(Inclusion)
  case block(BlockSite)
}

/// Text without tags, and where in it the lines start that get the indentation of an indented
/// partial.
struct TextRun: Hashable, Sendable {
  var bytes: [UInt8] = []

  /// Ascending. An offset equal to the length is the start of a line whose first part is a tag.
  var lineStarts: [Int] = []

  var isEmpty: Bool { bytes.isEmpty && lineStarts.isEmpty }

  /// Few runs have one length and one beginning, and to hash all bytes would be most of the work of compiling them.
  func hash(into hasher: inout Hasher) {
    hasher.combine(bytes.count)
    hasher.combine(bytes.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
  }
}

/// A name of a value, split at its dots; without parts, it is `.`, the current value.
struct Name: Sendable {
  struct Part: Sendable {
    let text: String
    let range: SourceRange
  }

  let parts: [Part]
  let range: SourceRange

  /// The tag that it stands in, for the fixes of its problems.
  let tag: Tag
}

/// A partial or a parent: another template that is shown in this place.
struct Inclusion: Sendable {
  enum Target: Sendable {
    case fixed(String)
    case dynamic(Name)
  }

  let target: Target
  let nameRange: SourceRange
  let tagRange: SourceRange
  let isParent: Bool

  /// The indentation of each line of the other template, for a tag alone on its line; else nil, and
  /// its lines get no indentation at all.
  let indentation: [UInt8]?

  /// The indices of the arguments in the template, for a parent.
  let arguments: [Int]
}

/// A part that can fill a block: its default, or an argument of a parent.
struct Content: Sendable {
  let nodes: [Node]

  /// Whether its first line starts after the line of its opening tag.
  let startsOnNewLine: Bool

  /// Whether its last line ends before the line of its closing tag.
  let endsWithLineBreak: Bool
}

/// The nodes that a template hands to a parent, to fill the block of the same name.
struct Argument: Sendable {
  let name: String
  let nameRange: SourceRange
  let content: Content
}

/// A place that those who name this template as their parent can fill.
struct BlockSite: Sendable {
  let name: String

  /// Whether it begins its line, so that each line of what fills it gets the indentation. Otherwise
  /// it is put among the other things on the line as it is.
  let isAtLineStart: Bool

  let indentation: [UInt8]

  /// The line break that vanished with the closing tag, for content that does not end with one.
  let lineBreak: [UInt8]

  /// The nodes that are shown if nothing else fills it.
  let original: Content
}
