internal import Output

/// The number of annotations of one level that GitHub shows for one step. It drops the others silently.
private let annotationLimit = 10

extension Report {
  /// The report as workflow commands for GitHub Actions, one a line, which become annotations of the changed files.
  ///
  /// Errors come before warnings, at most ten of each, and a notice counts the rest.
  var gitHub: [UInt8] {
    var buffer = ByteBuffer()
    var hidden: [Diagnostic] = []
    for severity in [Severity.error, .warning] {
      let found = diagnostics.filter { $0.severity == severity }
      for diagnostic in found.prefix(annotationLimit) { append(diagnostic, to: &buffer) }
      hidden += found.dropFirst(annotationLimit)
    }
    if !hidden.isEmpty {
      buffer.append(raw: "::notice title=ksf::")
      buffer.append(
        commandText: """
          \(hidden.counts) \(hidden.count == 1 ? "is" : "are") not shown here, since GitHub shows ten of each: \
          see the log of this step.
          """)
      buffer.append(raw: "\n")
    }
    return buffer.bytes
  }

  private func append(_ diagnostic: Diagnostic, to buffer: inout ByteBuffer) {
    buffer.append(raw: "::\(diagnostic.severity.rawValue) ")
    if let range = diagnostic.range {
      let span = span(range)
      buffer.append(raw: "file=")
      buffer.append(commandProperty: path(range.file))
      buffer.append(raw: ",line=\(span.start.line),endLine=\(span.end.line)")
      // GitHub accepts columns only if both are on one line.
      if span.start.line == span.end.line {
        buffer.append(raw: ",col=\(span.start.column),endColumn=\(span.end.column)")
      }
      buffer.append(raw: ",")
    }
    buffer.append(raw: "title=")
    buffer.append(commandProperty: "\(diagnostic.rule.code) \(diagnostic.rule.name)")
    buffer.append(raw: "::")
    buffer.append(commandText: diagnostic.explanation)
    buffer.append(raw: "\n")
  }
}

extension ByteBuffer {
  /// Appends the text of a workflow command, escaped as by GitHub's JavaScript toolkit.
  fileprivate mutating func append(commandText text: String) {
    append(harmless(text)) { byte in
      switch byte {
      case UInt8(ascii: "%"): "%25"
      case UInt8(ascii: "\r"): "%0D"
      case UInt8(ascii: "\n"): "%0A"
      default: nil
      }
    }
  }

  /// Appends a property value of a workflow command, which a colon or comma would end.
  fileprivate mutating func append(commandProperty text: String) {
    append(harmless(text)) { byte in
      switch byte {
      case UInt8(ascii: "%"): "%25"
      case UInt8(ascii: "\r"): "%0D"
      case UInt8(ascii: "\n"): "%0A"
      case UInt8(ascii: ":"): "%3A"
      case UInt8(ascii: ","): "%2C"
      default: nil
      }
    }
  }
}
