/// JSON as a test looks at it. Read by the letter of RFC 8259, so that what is written has to be JSON.
indirect enum Parsed: Equatable {
  case null
  case flag(Bool)
  case number(String)
  case text(String)
  case list([Parsed])
  case object([Member])

  struct Member: Equatable {
    let key: String
    let value: Parsed
  }

  struct NoJSON: Error { let place: Int }

  init(_ bytes: [UInt8]) throws {
    guard let text = String(validating: bytes, as: UTF8.self) else { throw NoJSON(place: 0) }
    var reader = Reader(rest: Array(text.unicodeScalars)[...])
    self = try reader.value()
    reader.skipSpace()
    guard reader.rest.isEmpty else { throw NoJSON(place: reader.rest.startIndex) }
  }

  /// The value of a key, or of several, each inside the last.
  subscript(_ keys: String...) -> Parsed? {
    var value = self
    for key in keys {
      guard case .object(let members) = value, let found = members.first(where: { $0.key == key })
      else { return nil }
      value = found.value
    }
    return value
  }

  var keys: [String] { if case .object(let members) = self { members.map(\.key) } else { [] } }
  var items: [Parsed] { if case .list(let items) = self { items } else { [] } }
  var text: String? { if case .text(let text) = self { text } else { nil } }
  var texts: [String] { items.compactMap(\.text) }

  /// Each value with its key, however deep it lies.
  var all: [(key: String, value: Parsed)] {
    switch self {
    case .list(let items): items.flatMap(\.all)
    case .object(let members): members.flatMap { [($0.key, $0.value)] + $0.value.all }
    default: []
    }
  }

  private struct Reader {
    var rest: ArraySlice<Unicode.Scalar>

    var failure: NoJSON { NoJSON(place: rest.startIndex) }

    mutating func skipSpace() { rest = rest.drop { " \t\r\n".unicodeScalars.contains($0) } }

    mutating func skip(_ text: String) -> Bool {
      guard rest.starts(with: text.unicodeScalars) else { return false }
      rest = rest.dropFirst(text.unicodeScalars.count)
      return true
    }

    mutating func value() throws -> Parsed {
      skipSpace()
      switch rest.first {
      case "{": return try object()
      case "[": return try list()
      case "\"": return .text(try text())
      case "t" where skip("true"): return .flag(true)
      case "f" where skip("false"): return .flag(false)
      case "n" where skip("null"): return .null
      default:
        let digits = rest.prefix { "-0123456789.eE+".unicodeScalars.contains($0) }
        guard !digits.isEmpty else { throw failure }
        rest = rest.dropFirst(digits.count)
        return .number(String(String.UnicodeScalarView(digits)))
      }
    }

    private mutating func object() throws -> Parsed {
      _ = skip("{")
      var members: [Member] = []
      skipSpace()
      if skip("}") { return .object([]) }
      repeat {
        skipSpace()
        let key = try text()
        skipSpace()
        guard skip(":"), !members.contains(where: { $0.key == key }) else { throw failure }
        members.append(Member(key: key, value: try value()))
        skipSpace()
      } while skip(",")
      guard skip("}") else { throw failure }
      return .object(members)
    }

    private mutating func list() throws -> Parsed {
      _ = skip("[")
      var items: [Parsed] = []
      skipSpace()
      if skip("]") { return .list([]) }
      repeat {
        items.append(try value())
        skipSpace()
      } while skip(",")
      guard skip("]") else { throw failure }
      return .list(items)
    }

    private mutating func text() throws -> String {
      guard skip("\"") else { throw failure }
      var text = String.UnicodeScalarView()
      while let scalar = rest.popFirst() {
        switch scalar {
        case "\"": return String(text)
        case "\\":
          guard let escape = rest.popFirst() else { throw failure }
          switch escape {
          case "n": text.append("\n")
          case "r": text.append("\r")
          case "t": text.append("\t")
          case "b": text.append("\u{8}")
          case "f": text.append("\u{C}")
          case "\"", "\\", "/": text.append(escape)
          case "u":
            let digits = String(String.UnicodeScalarView(rest.prefix(4)))
            guard let code = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(code) else {
              throw failure
            }
            rest = rest.dropFirst(4)
            text.append(scalar)
          default: throw failure
          }
        default:
          guard scalar.value >= 0x20 else { throw failure }
          text.append(scalar)
        }
      }
      throw failure
    }
  }
}
