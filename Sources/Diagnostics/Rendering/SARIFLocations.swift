internal import Output

/// The base of all paths in a log (3.14.14). It has no URI, since the folder's path on this machine is private.
enum SARIFBase {
  static let name = "%SRCROOT%"
  static let description = "The root of the repository, or the project folder if it is in none."
}

extension Report {
  /// Writes a physical location (3.29). A problem in no file is located at the start of the framework's file, since GitHub
  /// refuses results without a location.
  func write(_ range: SourceRange?, to json: inout JSONWriter) {
    json.key("physicalLocation")
    json.object { json in
      json.artifactLocation(range.map { path($0.file) } ?? wholePath)
      json.key("region")
      json.object { json in
        if let range {
          write(region: range, to: &json)
        } else {
          json.key("startLine")
          json.integer(1)
        }
      }
    }
  }

  /// Writes a text region (3.30): lines and columns from one, the end column excluded. An empty region is an insertion point.
  private func write(region range: SourceRange, to json: inout JSONWriter) {
    let span = span(range)
    for (key, value) in [
      ("startLine", span.start.line), ("startColumn", span.start.column),
      ("endLine", span.end.line), ("endColumn", span.end.column),
    ] {
      json.key(key)
      json.integer(value)
    }
  }

  /// Writes fixes (3.55). Several are alternatives, and each may change several files.
  func write(_ fixes: [Diagnostic.Fix], to json: inout JSONWriter) {
    json.key("fixes")
    json.array { json in
      for fix in fixes {
        json.object { json in
          json.message("description", fix.title)
          json.key("artifactChanges")
          json.array { json in
            for file in Set(fix.edits.map(\.range.file)).sorted() {
              let edits = fix.edits.filter { $0.range.file == file }
              json.object { write(edits, of: file, to: &$0) }
            }
          }
        }
      }
    }
  }

  private func write(_ edits: [Diagnostic.Edit], of file: FileID, to json: inout JSONWriter) {
    json.artifactLocation(path(file))
    json.key("replacements")
    json.array { json in
      for edit in edits {
        json.object { json in
          json.key("deletedRegion")
          json.object { write(region: edit.range, to: &$0) }
          // This is text and not a message, so nothing in it is escaped.
          json.key("insertedContent")
          json.object { $0.pair("text", edit.replacement) }
        }
      }
    }
  }
}

extension JSONWriter {
  fileprivate mutating func artifactLocation(_ path: String) {
    key("artifactLocation")
    object { json in
      json.pair("uri", relativeReference(to: path))
      json.pair("uriBaseId", SARIFBase.name)
    }
  }
}

/// A path as a relative reference (RFC 3986, section 4.2). All but letters, digits, `-`, `.`, `_`, `~` and `/` is
/// percent-encoded, so that no segment can be read as a scheme, a query or a fragment.
func relativeReference(to path: String) -> String {
  let digits = Array("0123456789ABCDEF".utf8)
  var encoded: [UInt8] = []
  for byte in path.utf8 {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
      encoded.append(byte)
    default:
      encoded += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
  }
  return String(decoding: encoded, as: UTF8.self)
}
