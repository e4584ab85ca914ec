internal import Output

extension Report {
  /// A Code Quality report for GitLab: one array of problems, each with what GitLab requires of it.
  ///
  /// GitLab passes over all that follows an entry it does not accept and shows only one of those with equal
  /// fingerprints. So each has a path and a line, and the fingerprints differ.
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

  /// GitLab shows one line of plain text.
  private func description(of diagnostic: Diagnostic) -> String {
    let parts = [diagnostic.sentence, diagnostic.help].filter { !$0.isEmpty }
    return parts.joined(separator: ". ").split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}
