internal import Output

/// The version of the JSON shape. A version may gain keys; none is removed or changes its meaning.
private let shapeVersion = 1

extension Report {
  /// The report in our own JSON shape, which is complete. `docs/report.schema.json` describes it.
  ///
  /// `{version, compiler, summary: {errors, warnings, files, known}, diagnostics: [{code, name, severity, message, label, help,
  /// fingerprint, place?, notes: [{message, place}], fixes: [{title, edits: [{place, replacement}]}]}]}`, where a place is
  /// `{file, start: {line, column, offset}, end: {line, column, offset}}`: lines and columns from one, columns in Unicode
  /// scalars, offsets in bytes from zero, the end excluded, the file from the root of the repository. `place` is absent if the
  /// problem is in no file.
  var json: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.key("version")
      json.integer(shapeVersion)
      json.pair("compiler", "ksf \(run.version)")
      json.key("summary")
      json.object { write(summaryTo: &$0) }
      json.key("diagnostics")
      json.array { json in
        for finding in findings { json.object { write(finding, to: &$0) } }
      }
    }
    return json.finish()
  }

  private func write(summaryTo json: inout JSONWriter) {
    let diagnostics = diagnostics
    json.key("errors")
    json.integer(diagnostics.errorCount)
    json.key("warnings")
    json.integer(diagnostics.warningCount)
    json.key("files")
    json.integer(Set(diagnostics.compactMap { $0.range?.file }).count)
    json.key("known")
    json.integer(knownCount)
  }

  private func write(_ finding: Finding, to json: inout JSONWriter) {
    let diagnostic = finding.diagnostic
    json.pair("code", diagnostic.rule.code)
    json.pair("name", diagnostic.rule.name)
    json.pair("severity", diagnostic.severity.rawValue)
    json.pair("message", diagnostic.message)
    json.pair("label", diagnostic.label)
    json.pair("help", diagnostic.help)
    json.pair("fingerprint", fingerprint(finding))
    if let range = diagnostic.range { write(range, to: &json) }
    json.key("notes")
    json.array { json in
      for note in diagnostic.notes {
        json.object { json in
          json.pair("message", note.message)
          write(note.range, to: &json)
        }
      }
    }
    json.key("fixes")
    json.array { json in
      for fix in diagnostic.fixes { json.object { write(fix, to: &$0) } }
    }
  }

  private func write(_ fix: Diagnostic.Fix, to json: inout JSONWriter) {
    json.pair("title", fix.title)
    json.key("edits")
    json.array { json in
      for edit in fix.edits {
        json.object { json in
          write(edit.range, to: &json)
          json.pair("replacement", edit.replacement)
        }
      }
    }
  }

  private func write(_ range: SourceRange, to json: inout JSONWriter) {
    let span = span(range)
    json.key("place")
    json.object { json in
      json.pair("file", path(range.file))
      for (key, position, offset) in [
        ("start", span.start, range.start), ("end", span.end, range.end),
      ] {
        json.key(key)
        json.object { json in
          json.key("line")
          json.integer(position.line)
          json.key("column")
          json.integer(position.column)
          json.key("offset")
          json.integer(Int(offset))
        }
      }
    }
  }
}

extension JSONWriter {
  /// Writes a key with a text.
  mutating func pair(_ key: String, _ value: String) {
    self.key(key)
    string(value)
  }
}
