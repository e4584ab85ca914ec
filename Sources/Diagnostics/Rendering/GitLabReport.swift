internal import Output

extension Report {
  /// The report as GitLab Code Quality: one array of problems, each with the keys that GitLab requires.
  ///
  /// GitLab ignores everything after an entry that it rejects, and shows one of several entries with equal fingerprints. So
  /// each entry has a path and a line, and the fingerprints differ.
  var gitLab: [UInt8] {
    var json = JSONWriter()
    json.array { json in
      for finding in findings { json.object { write(finding, to: &$0) } }
    }
    return json.finish()
  }

  private func write(_ finding: Finding, to json: inout JSONWriter) {
    let diagnostic = finding.diagnostic
    json.pair("description", description(of: diagnostic))
    json.pair("check_name", diagnostic.rule.name)
    json.pair("fingerprint", fingerprint(finding))
    json.pair("severity", diagnostic.severity == .error ? "major" : "minor")
    json.key("location")
    json.object { json in
      json.pair("path", diagnostic.range.map { path($0.file) } ?? wholePath)
      json.key("lines")
      json.object { json in
        json.key("begin")
        json.integer(diagnostic.range.map { span($0).start.line } ?? 1)
      }
    }
  }

  /// The sentence and the help in one line of plain text, as GitLab shows it.
  private func description(of diagnostic: Diagnostic) -> String {
    let parts = [diagnostic.sentence, diagnostic.help].filter { !$0.isEmpty }
    return parts.joined(separator: ". ").split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}
